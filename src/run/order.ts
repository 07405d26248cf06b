/** An order for a run: all that the sandbox needs, and how the run is shown and judged. */
import type { LessonPlan } from '../core/lesson/lesson.ts'
import type { Program } from '../core/program/program.ts'
import type { TraceHeader } from '../core/trace/header.ts'
import { TRACE_VERSION } from '../core/trace/version.ts'
import type { RunRequest } from '../sandbox/host/run.ts'
import type { SandboxEndpoint } from '../sandbox/messages.ts'

export interface RunOrder {
  /** Tasks are judged on the learner's own run, which Run starts. */
  readonly isJudged: boolean
  /** What the screen says while another run than the learner's own is shown: a text's key. */
  readonly banner?: 'compare.banner.intervention' | 'compare.banner.otherEndpoint'
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
    isJudged: true,
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

/** Free play repeats too: the same program gives the same trace. */
const SEED_OF_FREE_PLAY = 101

/** The seed of all randomness on the built-in endpoint. */
export function seedOf(lesson: LessonPlan | null): number {
  return lesson?.seed ?? SEED_OF_FREE_PLAY
}

export function isOnVirtualTime({ request }: RunOrder): boolean {
  return request.endpoint.kind === 'built-in'
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
export function isPacedByPlayhead(order: RunOrder): boolean {
  return (
    order.isJudged &&
    order.toTheEnd !== true &&
    isOnVirtualTime(order) &&
    order.request.program['page.html'] !== undefined
  )
}
