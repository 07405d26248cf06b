/** Makes a lesson's plan from `lesson.yaml`, apart from its programs. */
import type { LinkConditions } from '../trace/header.ts'
import {
  LESSON_WORLD,
  type Look,
  type Question,
  type RunOf,
  type Step,
  type Task,
  type World,
} from './lesson-plan.ts'
import { numberOf } from '../checks/pattern.ts'
import type { PlannedIntervention } from '../trace/intervention.ts'
import type { Program } from '../program/program.ts'
import type { LessonFile } from './schema.ts'
import type { WalkItem } from './walk.ts'

/** @param filesOf the files that take the place of the program's own in a world. */
export function worldsOf(
  { worlds }: LessonFile,
  filesOf: (world: string) => Partial<Program>,
): readonly [World, ...World[]] {
  const { [LESSON_WORLD]: base, ...others } = worlds
  const conditions: LinkConditions = {
    latency: base.latency,
    jitter: base.jitter,
    bandwidth: base.bandwidth,
    idleTimeout: base.idleTimeout,
  }
  const { scenario, seed, until, inputs, interventions } = base
  const planned = interventions.map(plannedOf)
  const own = {
    ...{ scenario, conditions, seed, until, inputs, interventions: planned },
    ...partiesOf(base),
  }
  return [
    { id: LESSON_WORLD, ...own, files: {} },
    ...Object.entries(others).map(([id, other]): World => ({
      id,
      scenario: other.scenario ?? scenario,
      conditions: {
        latency: other.latency ?? conditions.latency,
        jitter: other.jitter ?? conditions.jitter,
        bandwidth: other.bandwidth === undefined ? conditions.bandwidth : other.bandwidth,
        idleTimeout: other.idleTimeout === undefined ? base.idleTimeout : other.idleTimeout,
      },
      seed: other.seed ?? seed,
      until: other.until === undefined ? until : other.until,
      inputs: other.inputs ?? inputs,
      interventions: other.interventions?.map(plannedOf) ?? planned,
      ...partiesOf(base),
      ...partiesOf(other),
      files: filesOf(id),
    })),
  ]
}

/** What says which pages and which servers there are. */
function partiesOf({ origin, attacker, servers }: Pick<World, 'origin' | 'attacker' | 'servers'>) {
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(attacker === undefined ? {} : { attacker }),
    ...(servers === undefined ? {} : { servers }),
  }
}

type WrittenIntervention = LessonFile['worlds'][typeof LESSON_WORLD]['interventions'][number]

function plannedOf(written: WrittenIntervention): PlannedIntervention {
  if (!('connection' in written)) return written
  const { connection, ...intervention } = written
  return { ...intervention, connectionId: `ws-${numberOf(connection)}` }
}

export function looksOf({ looks }: LessonFile): readonly Look[] {
  return Object.entries(looks).map(([id, { run, view, at }]) => ({ id, run: runOf(run), view, at }))
}

export function questionsOf({ questions }: LessonFile): readonly Question[] {
  return Object.entries(questions).map(([id, { run, ask, options }]) => ({
    id,
    run: runOf(run),
    ask,
    options: Object.entries(options).map(([option, when]) => ({ id: option, when })),
  }))
}

export function tasksOf({ tasks }: LessonFile): readonly Task[] {
  return tasks.map(({ id, worlds, requires, checks, invariants }) => ({
    ...{ id, worlds, requires, checks },
    ...(invariants === undefined ? {} : { invariants }),
  }))
}

/** Questions and tasks in the order in which the walk has them. */
export function stepsOf(walk: readonly WalkItem[]): readonly Step[] {
  return walk.flatMap((item) =>
    item.kind === 'stop' && (item.stop === 'question' || item.stop === 'task')
      ? [{ kind: item.stop, id: item.id }]
      : [],
  )
}

/** `try:bare-close`. */
export function runOf(text: string): RunOf {
  const [kind, id = ''] = text.split(':')
  switch (kind) {
    case 'start':
    case 'own':
    case 'solution':
      return { kind }
    default:
      return { kind: 'try', id }
  }
}
