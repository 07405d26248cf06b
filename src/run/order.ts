/** What is to be run, and what for. */
import type { LessonPlan } from '../core/lesson/lesson.ts'
import { TRACE_VERSION, type TraceHeader } from '../core/trace/header.ts'
import type { RunRequest } from '../sandbox/host/run.ts'

export type RunPurpose =
  /** The learner pressed Run: the one that tasks are judged on. */
  | 'own'
  /** A run again, with something done to it from outside. */
  | 'intervention'
  /** The same program on another endpoint than the learner's. */
  | 'otherEndpoint'

export interface RunOrder {
  readonly purpose: RunPurpose
  readonly request: RunRequest
  /** For display: `Built-in · echo`. */
  readonly endpointName: string
  /** Whose server program it is, where the server is in the page. */
  readonly scenario: string | null
  /** The lesson that was open. */
  readonly lesson: LessonPlan | null
  /** Where the playhead stands when the run begins, milliseconds; it is played from 0 without. */
  readonly standAt?: number
  /** The run is computed at once, as far as it may be, and ends there: on virtual time only. */
  readonly toTheEnd?: boolean
}

/** @param startedAt Unix milliseconds. */
export function headerOf({ request, endpointName }: RunOrder, startedAt: number): TraceHeader {
  const { endpoint } = request
  const builtIn = endpoint.kind === 'built-in'
  return {
    version: TRACE_VERSION,
    clock: builtIn ? 'virtual' : 'real',
    seed: builtIn ? endpoint.seed : null,
    conditions: builtIn ? endpoint.conditions : null,
    endpoint: { kind: endpoint.kind, name: endpointName },
    startedAt,
    browser: '',
  }
}

/**
 * Whether the world is computed no further than the playhead stands: what a user does to the page
 * of a program is to happen at the time that is shown.
 */
export function isPacedByPlayhead({ purpose, request, toTheEnd }: RunOrder): boolean {
  return (
    purpose === 'own' &&
    toTheEnd !== true &&
    request.endpoint.kind === 'built-in' &&
    request.program['page.html'] !== undefined
  )
}
