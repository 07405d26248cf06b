/** An order for a run: all that the sandbox needs, and what the run is for. */
import type { LessonPlan } from '../core/lesson/lesson.ts'
import type { Program } from '../core/program/program.ts'
import { TRACE_VERSION, type TraceHeader } from '../core/trace/header.ts'
import type { RunRequest } from '../sandbox/host/run.ts'
import type { SandboxEndpoint } from '../sandbox/messages.ts'

export type RunPurpose =
  /** The learner pressed Run: tasks are judged on this run. */
  | 'own'
  /** The same run again with an intervention. */
  | 'intervention'
  /** The same program on another endpoint than the learner's. */
  | 'otherEndpoint'

export interface RunOrder {
  readonly purpose: RunPurpose
  readonly request: RunRequest
  /** For display: `Built-in · echo`. */
  readonly endpointName: string
  /** The scenario whose server program runs in the page; null on a real endpoint. */
  readonly scenario: string | null
  readonly lesson: LessonPlan | null
  /** The playhead's time when the run begins, milliseconds. Without it, the run plays from 0. */
  readonly standAt?: number
  /** The run is computed at once up to its horizon and ends there; in virtual time only. */
  readonly toTheEnd?: boolean
}

export interface OrderedEndpoint {
  readonly target: SandboxEndpoint
  /** For display. */
  readonly name: string
  readonly scenario: string | null
  /** Whether sockets go to the endpoint whatever URL the code names. */
  readonly routed: boolean
}

/** What the learner is about to run. */
export interface OwnRun {
  readonly program: Program
  readonly endpoint: OrderedEndpoint
  /** Null in free play. */
  readonly lesson: LessonPlan | null
  /** The learner's answers to the lesson's predictions, by the prediction's id. */
  readonly answers: Readonly<Record<string, string>>
}

/** The order for the learner's own run. */
export function orderOf({ program, endpoint, lesson, answers }: OwnRun): RunOrder {
  const { target, name, scenario, routed } = endpoint
  return {
    purpose: 'own',
    endpointName: name,
    scenario,
    lesson,
    request: {
      program,
      endpoint: target,
      routed,
      until: target.kind === 'built-in' ? (lesson?.until ?? null) : null,
      inputs: lesson?.inputs ?? [],
      predictions: (lesson?.predictions ?? []).flatMap(({ id }) => {
        const answer = answers[id]
        return answer === undefined ? [] : [{ question: id, answer }]
      }),
    },
  }
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
 * Whether the world is computed no further than the playhead: a click on the program's page must
 * happen at the time that is shown.
 */
export function isPacedByPlayhead({ purpose, request, toTheEnd }: RunOrder): boolean {
  return (
    purpose === 'own' &&
    toTheEnd !== true &&
    request.endpoint.kind === 'built-in' &&
    request.program['page.html'] !== undefined
  )
}
