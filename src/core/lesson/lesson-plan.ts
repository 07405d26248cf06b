/** What reading, running and judging a lesson need, without a word of text. */
import type { Check, DeepReadonly } from '../checks/check.ts'
import type { Condition } from '../checks/condition.ts'
import type { EventPattern } from '../checks/pattern.ts'
import type { NamedInvariant } from '../schedule/invariants-of-task.ts'
import type { Program } from '../program/program.ts'
import type { LinkConditions } from '../trace/header.ts'
import type { PlannedIntervention } from '../trace/intervention.ts'
import type { UserInput } from './user-input.ts'

/** The world that the reader's Run uses. Every lesson has it, and lists it first. */
export const LESSON_WORLD = 'lesson'

/** A server, a network and a chance in which a program runs. */
export interface World {
  readonly id: string
  /** The server program `scenarios/<name>.js`; a `server.js` of the program takes its place. */
  readonly scenario: string
  readonly conditions: LinkConditions
  readonly seed: number
  /** Virtual milliseconds at which a run ends; null: when nothing is scheduled. */
  readonly until: number | null
  readonly inputs: readonly UserInput[]
  readonly interventions: readonly PlannedIntervention[]
  /** The origin of the program's page; absent: `null`, as that of a sandbox. */
  readonly origin?: string
  /** The page of `attacker.js`, and when the user opens it. */
  readonly attacker?: { readonly origin: string; readonly at: number }
  /** The ports of the processes that `server.js` runs as; absent: one, which is given none. */
  readonly servers?: readonly number[]
  /** Files that take the place of the program's own: the other server of `worlds/swapped/`. */
  readonly files: Partial<Program>
}

/** The run that a look or a question is about. `own` is the run of the reader's program. */
export type RunOf =
  | { readonly kind: 'start' }
  | { readonly kind: 'own' }
  | { readonly kind: 'solution' }
  | { readonly kind: 'try'; readonly id: string }

/** Where an event is best seen. */
export const LOOK_VIEWS = ['wire', 'log', 'handshake', 'charts', 'console', 'code'] as const
export type LookView = (typeof LOOK_VIEWS)[number]

/** Words that point into a run. */
export interface Look {
  readonly id: string
  readonly run: RunOf
  readonly view: LookView
  /** Finds exactly one event in that run: `npm run lessons` proves it. */
  readonly at: EventPattern
}

/** A sample that runs beside the reader's program. */
export interface Try {
  readonly id: string
  readonly world: string
  readonly program: Program
  /** What its run shows, in this order. */
  readonly shows: readonly EventPattern[]
}

/** Answered by a run: the event that matches `ask` meets the conditions of exactly one option. */
export interface Question {
  readonly id: string
  readonly run: RunOf
  readonly ask: EventPattern
  readonly options: readonly QuestionOption[]
}

export interface QuestionOption {
  readonly id: string
  /** What the event's fields are like if this option came true. */
  readonly when: Readonly<Record<string, Condition>>
}

export interface Task {
  readonly id: string
  /** Ids of the worlds in which the checks have to pass; never empty. */
  readonly worlds: readonly string[]
  /** Tasks that are solved before this one is judged: until then it stays open. */
  readonly requires: readonly string[]
  readonly checks: readonly Check[]
  /** What must hold under every schedule; absent: nobody tries to break it. */
  readonly invariants?: readonly NamedInvariant[]
}

export interface LessonPlan {
  readonly slug: string
  /** Changes only with the starter: a workspace then offers the new one. */
  readonly version: string
  readonly start: Program
  /** The starter with its comments in another language, by locale; the code is the same. */
  readonly startIn: Readonly<Record<string, Program>>
  /** The earlier lesson whose program the starter goes on with. */
  readonly continues: string | null
  /** The first is `lesson`. */
  readonly worlds: readonly [World, ...World[]]
  readonly looks: readonly Look[]
  readonly tries: readonly Try[]
  readonly questions: readonly Question[]
  readonly tasks: readonly Task[]
  /** Ids of questions and tasks in the order in which the walk meets them. */
  readonly steps: readonly Step[]
  /** Of a case of find the fault. */
  readonly fault?: Fault
}

/** What is wrong with the recorded program of a case: its starter, in the world `lesson`. */
export interface Fault {
  /** The event where it goes wrong, the only such event of the recording; of a frame, both ends. */
  readonly at: readonly EventPattern[]
  /** Events that are easily taken for it; those of one id have one answer. */
  readonly says: readonly { readonly id: string; readonly at: EventPattern }[]
  /** The id of the cause that is right. */
  readonly cause: string
}

/** The look that leads to the event where it goes wrong. */
export const FAULT_LOOK = 'fault'
/** The three steps of a case: two questions and the task. */
export const FAULT_STEPS = [
  { kind: 'question', id: 'point' },
  { kind: 'question', id: 'cause' },
  { kind: 'task', id: 'mend' },
] as const satisfies readonly Step[]

/** Questions and tasks are the lesson's steps; every count on the screen counts them. */
export interface Step {
  readonly kind: 'question' | 'task'
  readonly id: string
}

/** A program that does the same as the solution in another way: every check passes in every world. */
export interface RightProgram {
  readonly name: string
  /** These replace files of the solution. */
  readonly files: Partial<Program>
}

/** A program that makes one mistake, to prove that the checks find it. */
export interface WrongProgram {
  readonly name: string
  /** These replace files of the starter, or of the solution where all the rest is solved. */
  readonly files: Partial<Program>
  readonly over: 'start' | 'solution'
  /** The world in which the mistake shows. */
  readonly world: string
  /** The check that fails, the mistake it names (null: none) and the hint it offers. */
  readonly check: string
  readonly mistake: string | null
  readonly hint: string
}

/** What a learner can compare with. */
export interface Solutions {
  /** Solves every task. */
  readonly solution: Program
  /** By task: solves that task and no other. */
  readonly solutionOf: Readonly<Record<string, Program>>
}

/** The programs that prove a lesson's checks. Of these, a learner can load the solutions only. */
export interface LessonProof extends Solutions {
  readonly right: readonly RightProgram[]
  readonly wrong: readonly WrongProgram[]
}

/** All checks of a lesson, in the order of its tasks. */
export function checksOf(lesson: Pick<LessonPlan, 'tasks'>): DeepReadonly<Check[]> {
  return lesson.tasks.flatMap((task) => task.checks)
}
