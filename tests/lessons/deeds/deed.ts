/**
 * Small lessons that stand for one kind of fault each: programs that do what a task asks, and
 * programs that only look like it, in styles unlike any solution.
 */
import { checkSchema } from '../../../src/core/checks/check.ts'
import { LESSON_WORLD, type LessonPlan, type World } from '../../../src/core/lesson/lesson-plan.ts'
import type { Program } from '../../../src/core/program/program.ts'

export interface Deed {
  readonly name: string
  readonly files: Program
  /**
   * By task: `passed`, `open: untouched` or `failed in lesson: check/mistake`; where no mistake is
   * named, `failed in lesson: check`.
   */
  readonly states: Readonly<Record<string, string>>
}

export interface DeedKind {
  readonly plan: LessonPlan
  readonly deeds: readonly Deed[]
}

interface Sketch {
  readonly slug: string
  readonly scenario?: string
  readonly start?: Program
  /** By id, what differs from the world `lesson`. */
  readonly worlds?: Readonly<Record<string, Partial<World>>>
  readonly tasks: readonly {
    readonly id: string
    readonly worlds?: readonly string[]
    readonly requires?: readonly string[]
    /** As `lesson.yaml` has them. */
    readonly checks: readonly unknown[]
  }[]
  /** By name: the states, and the program or the `client.js` that replaces the starter’s. */
  readonly deeds: Readonly<
    Record<string, readonly [states: Deed['states'] | string, program: Program | string]>
  >
}

const lessonWorld: World = {
  id: LESSON_WORLD,
  scenario: 'echo',
  conditions: { latency: 40, jitter: 0, bandwidth: null },
  seed: 7,
  until: 10_000,
  inputs: [],
  interventions: [],
  files: {},
}

/** A kind whose starter prints nothing, unless it says otherwise. */
export function deedKind({ slug, scenario, start, worlds = {}, tasks, deeds }: Sketch): DeedKind {
  const lesson = { ...lessonWorld, scenario: scenario ?? 'echo' }
  const plan: LessonPlan = {
    slug,
    version: '1',
    start: start ?? { 'client.js': "const ws = new WebSocket('wss://a')\n" },
    startIn: {},
    continues: null,
    worlds: [
      lesson,
      ...Object.entries(worlds).map(([id, world]): World => ({ ...lesson, ...world, id })),
    ],
    looks: [],
    tries: [],
    questions: [],
    tasks: tasks.map(({ checks, worlds: named = [LESSON_WORLD], requires = [], ...task }) => ({
      ...task,
      worlds: named,
      requires,
      checks: checks.map((check) => checkSchema.parse(check)),
    })),
    steps: tasks.map(({ id }) => ({ kind: 'task', id })),
  }
  const [first] = tasks
  return {
    plan,
    deeds: Object.entries(deeds).map(([name, [states, program]]) => ({
      name,
      states: typeof states === 'string' ? { [first?.id ?? '']: states } : states,
      files: typeof program === 'string' ? { ...plan.start, 'client.js': program } : program,
    })),
  }
}
