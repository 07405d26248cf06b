/** An order for a run: what the sandbox needs, and how the run is shown and judged. */
import type { LessonPlan, World } from '../core/lesson/lesson-plan.ts'
import { hasPage } from '../core/program/pasted-page.ts'
import type { Program } from '../core/program/program.ts'
import type { TraceHeader } from '../core/trace/header.ts'
import { TRACE_VERSION } from '../core/trace/trace-versions.ts'
import type { RunRequest } from '../sandbox/host/run.ts'
import type { SandboxEndpoint } from '../sandbox/messages.ts'

export interface RunOrder {
  /** Only the learner's own run, which Run starts, is judged by the tasks. */
  readonly isJudged: boolean
  /** The key of a text to show with any run but the learner's own. */
  readonly banner?:
    | 'compare.banner.intervention'
    | 'compare.banner.otherEndpoint'
    | 'compare.banner.typed'
    | 'compare.banner.broken'
  /** The other world of the lesson in which the learner's own program runs. */
  readonly world?: string
  /** What runs in place of the learner's own program. */
  readonly beside?: Beside
  readonly request: RunRequest
  /** For display: `Built-in · echo`. */
  readonly endpointName: string
  /** The scenario whose server program runs in the page; null on a real endpoint. */
  readonly scenario: string | null
  readonly lesson: LessonPlan | null
  /** Where the playhead waits, milliseconds. Without it, the run plays from 0. */
  readonly standAt?: number
  /** The playhead does not wait at `standAt`, but plays on from there. */
  readonly playsOn?: boolean
  /** On virtual time, the run is computed up to its horizon at once, and ends there. */
  readonly toTheEnd?: boolean
  /** Its recording is read to find a fault, so it says what happened and hints at no mistake. */
  readonly withoutHints?: boolean
}

/** A program that a lesson brings and the reader runs beside the program in the editor. */
export type Beside =
  /** A sample of the lesson. */
  | { readonly kind: 'try'; readonly id: string }
  /** The starter, once the reader has changed it. */
  | { readonly kind: 'start' }

/** Tells the programs of a lesson apart. */
export function keyOfBeside(beside: Beside): string {
  return beside.kind === 'try' ? `try/${beside.id}` : beside.kind
}

export interface OrderedEndpoint {
  readonly target: SandboxEndpoint
  /** For display. */
  readonly name: string
  readonly scenario: string | null
  /** Whether sockets go to the endpoint, no matter which URL the code names. */
  readonly routed: boolean
}

/** What the learner is about to run. */
export interface OwnRun {
  readonly program: Program
  readonly endpoint: OrderedEndpoint
  /** Null in free play. */
  readonly lesson: LessonPlan | null
  /** The learner's answers to the lesson's questions, by the question's id. */
  readonly answers: Readonly<Record<string, string>>
}

/** The order for the learner's own run. */
export function orderOf({ program, endpoint, lesson, answers }: OwnRun): RunOrder {
  const { target, name, scenario, routed } = endpoint
  const world = lesson?.worlds[0]
  return {
    isJudged: true,
    endpointName: name,
    scenario,
    lesson,
    request: {
      program,
      endpoint: target,
      routed,
      until: target.kind === 'built-in' ? (world?.until ?? null) : null,
      inputs: inputsFor(program, world?.inputs ?? []),
      ...fromOutside(target.kind === 'built-in' ? world : undefined),
      predictions: (lesson?.questions ?? []).flatMap(({ id }) => {
        const answer = answers[id]
        return answer === undefined ? [] : [{ question: id, answer }]
      }),
    },
  }
}

export interface BesideRun {
  readonly beside: Beside
  /** With the files of its world: see `programInWorld`. */
  readonly program: Program
  /** The server in the page that the sample runs against, whatever the reader has chosen. */
  readonly world: World
  /** For display. */
  readonly endpointName: string
  readonly lesson: LessonPlan
}

/** The order for a program of the lesson. It is computed to its end at once, and judged by nobody. */
export function orderBeside({ beside, program, world, endpointName, lesson }: BesideRun): RunOrder {
  return {
    isJudged: false,
    beside,
    endpointName,
    scenario: world.scenario,
    lesson,
    toTheEnd: true,
    ...(lesson.fault !== undefined && { withoutHints: true }),
    request: requestInWorld(program, world),
  }
}

/** How far a run is computed if its world has no `until`, virtual milliseconds. */
export const VIRTUAL_HORIZON = 60_000

/**
 * The files of a program in a world: a server of its own, else the world's scenario; files of the
 * world take the place of both.
 * @param servers the sources of scenarios, by name.
 */
export function programInWorld(
  program: Program,
  { scenario, files }: World,
  servers: Readonly<Record<string, string>>,
): Program {
  const server = program['server.js'] ?? servers[scenario]
  return { ...program, ...(server === undefined ? {} : { 'server.js': server }), ...files }
}

/** What the sandbox needs to run a program in a world of a lesson. */
export function requestInWorld(program: Program, world: World): RunRequest {
  const { conditions, seed, until, inputs } = world
  const endpoint = { kind: 'built-in', conditions, seed } as const
  return {
    program,
    endpoint,
    routed: true,
    until,
    inputs: inputsFor(program, inputs),
    ...fromOutside(world),
  }
}

/** The pages and servers of a run, and what happens to it from outside, where anything does. */
function fromOutside(
  world: World | undefined,
): Pick<RunRequest, 'interventions' | 'origin' | 'attacker' | 'servers'> {
  if (world === undefined) return {}
  const { interventions, origin, attacker, servers } = world
  return {
    ...(interventions.length > 0 && { interventions }),
    ...(origin !== undefined && { origin }),
    ...(attacker !== undefined && { attacker }),
    ...(servers !== undefined && { servers }),
  }
}

/** Nobody is at a page that a program does not have. Its dialogs are answered all the same. */
function inputsFor(program: Program, inputs: World['inputs']): World['inputs'] {
  return 'page.html' in program ? inputs : inputs.filter(({ kind }) => kind === 'answer')
}

/** The order for the learner's own program in another world of its lesson. */
export function orderInWorld(
  own: RunOrder,
  lesson: LessonPlan,
  world: World,
  servers: Readonly<Record<string, string>>,
): RunOrder {
  const { 'server.js': server, ...others } = own.request.program
  // The server that comes with the endpoint is no part of the learner's program.
  const isOwn = server !== undefined && server !== servers[own.scenario ?? '']
  const ownServer = isOwn ? server : lesson.start['server.js']
  const program = ownServer === undefined ? others : { ...others, 'server.js': ownServer }
  return {
    isJudged: false,
    world: world.id,
    endpointName: world.scenario,
    scenario: world.scenario,
    lesson,
    toTheEnd: true,
    request: requestInWorld(programInWorld(program, world, servers), world),
  }
}

/** The same program gives the same trace in free play too. */
const SEED_OF_FREE_PLAY = 101

/** The seed of all randomness on the built-in endpoint. */
export function seedOf(lesson: LessonPlan | null): number {
  return lesson?.worlds[0].seed ?? SEED_OF_FREE_PLAY
}

export function isOnVirtualTime({ request }: RunOrder): boolean {
  return request.endpoint.kind === 'built-in'
}

/** @param startedAt Unix milliseconds; `null` for a run whose trace must not depend on its date. */
export function headerOf(
  { request, endpointName }: Pick<RunOrder, 'request' | 'endpointName'>,
  startedAt: number | null,
): TraceHeader {
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

/** Whether the playhead paces the world: what a user does happens at the time shown. */
export function isPacedByPlayhead(order: RunOrder): boolean {
  if (order.toTheEnd === true || !isOnVirtualTime(order)) return false
  const { interactive, program } = order.request
  return interactive === true || (order.isJudged && hasPage(program))
}
