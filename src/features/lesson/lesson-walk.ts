/**
 * What the blocks of a lesson show and do, as plain data and commands. They know nothing else, so
 * that a lesson can be read, rendered on a server and printed without a store.
 */
import { inject, type InjectionKey } from 'vue'
import type { StepView, WalkSummary } from '../../core/lesson/steps.ts'
import type { LessonNode } from '../../core/lesson/lesson-text.ts'
import type { ProgramFile } from '../../core/program/program-file.ts'

/** The reader's own run, at the Run buttons of the lesson. */
export interface OwnRunView {
  readonly state: 'none' | 'running' | 'ended' | 'failed'
  /** `320 ms`; empty until it has ended. */
  readonly duration: string
  /** The words of the look that was followed before there was a run. */
  readonly asked: string | null
  /** `Ctrl ⏎`; empty until the platform is known. */
  readonly keys: string
}

export interface LookState {
  readonly isLive: boolean
  /** Its event is selected in all views. */
  readonly isChosen: boolean
  /** The run has no such event. */
  readonly isMissing: boolean
}

export interface PrintedLine {
  readonly seq: number
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug'
  readonly text: string
  /** The browser prints lines of its own about the program. */
  readonly by: 'client' | 'server' | 'browser'
}

/** A sample of the lesson. */
export interface SampleView {
  readonly state: 'new' | 'running' | 'ran'
  /** Its run is in the wire and the console now. */
  readonly isShown: boolean
  readonly printed: readonly PrintedLine[]
  /** How many more lines it printed. */
  readonly omitted: number
  /** `line 3, 0.0 ms` of the only line; empty where there are several. */
  readonly where: string
}

export interface QuestionView {
  /** Null where the lesson does not count it. */
  readonly step: StepView | null
  /** What answers it. */
  readonly run: 'own' | 'start' | 'sample'
  /** The sample it is about. */
  readonly sample: string | null
  readonly options: readonly string[]
  /** The option that the reader has chosen, or `UNSURE`. */
  readonly guess: string | null
  /** The option that came true; null until the run has answered. */
  readonly cameTrue: string | null
  /** The event that proves it, in the run that is there now. */
  readonly proof: { readonly words: string; readonly isChosen: boolean } | null
  readonly isRunning: boolean
}

/** The answer of a reader who does not know. No option has this id. */
export const UNSURE = '?'

/** A place in a program. */
export interface PlaceView {
  readonly file: ProgramFile
  readonly line: number
}

export interface FailureView {
  readonly expected: readonly LessonNode[] | null
  readonly instead: readonly LessonNode[]
  /** `160.0 ms`; null for what never came. */
  readonly time: string | null
  readonly place: PlaceView | null
  /** The event, in words. */
  readonly lookAt: {
    readonly seq: number
    readonly words: string
    readonly isChosen: boolean
  } | null
  /** The other world in which it failed; null for the run on the screen. */
  readonly world: string | null
}

export interface TaskView {
  readonly step: StepView | null
  /** Why it is open. */
  readonly why: 'none' | 'untouched' | 'didNotStart' | 'cutShort' | 'requires'
  /** Where the program did not start. */
  readonly stopped: PlaceView | null
  /** The titles of tasks to solve first. */
  readonly requires: readonly string[]
  readonly failure: FailureView | null
  /** How many other checks of it failed. */
  readonly otherFailures: number
  /** The line that has changed since the run. */
  readonly changed: PlaceView | null
  /** Ids, in the order in which they are offered. */
  readonly hints: readonly string[]
  /** It has invariants, and nothing keeps the program from being run on the built-in network. */
  readonly canBreak: boolean
}

export interface ResultView {
  readonly summary: WalkSummary
  /** `today at 10:42`; empty where it is not known. */
  readonly solvedAt: string
  readonly isChanged: boolean
  /** The latest own run could not start. */
  readonly didNotStart: boolean
  /** The step that the latest run failed. */
  readonly failed: StepView | null
}

/** The reader's answer to a question of an earlier lesson. */
export interface EarlierAnswerView {
  /** The option that was chosen, or `UNSURE`; null: not asked yet. */
  readonly guess: string | null
  /** The option that came true; null until a run has answered. */
  readonly cameTrue: string | null
}

/** The program of a lesson that goes on with an earlier one. */
export interface ContinuedView {
  readonly shows: 'starter' | 'own'
  /** Whether the reader has a program of the earlier lesson that differs from its starter. */
  readonly hasOwn: boolean
}

export interface NearLessonView {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
}

export interface LessonWalk {
  ownRun(): OwnRunView
  look(id: string): LookState
  sample(id: string): SampleView
  question(id: string): QuestionView
  task(id: string): TaskView
  earlierAnswer(lesson: string, question: string): EarlierAnswerView
  summary(): WalkSummary
  /** The words of a step, for the line that leads to it. */
  titleOf(step: StepView): readonly LessonNode[]
  /** Null until every task is solved. */
  result(): ResultView | null
  /** Null until it is known whether there is a program of the reader's. */
  continued(): ContinuedView | null
  /** Null before the first lesson. */
  previous(): NearLessonView | null
  /** Null after the last lesson. */
  next(): NearLessonView | null

  run(): void
  followLook(id: string): void
  showEvent(seq: number, world: string | null): void
  showWorld(world: string): void
  openFile(file: ProgramFile, line?: number): void
  /** Shows an archive of the lesson, HAR, in place of the run. */
  openArchive(name: string, content: string): void
  runSample(id: string): void
  /** Back from a sample to the reader's own run. */
  back(): void
  putIntoEditor(sample: string): void
  guess(question: string, option: string): void
  /** Runs what answers the question. */
  answer(question: string): void
  showProof(question: string): void
  goToStep(step: StepView): void
  compareWithSolution(task: string): void
  /** Looks for a schedule under which the program of the task breaks. */
  breakIt(task: string): void
  goOnWith(program: ContinuedView['shows']): void
  compareWithStarter(): void
}

const NOTHING = { step: null, isRunning: false } as const

/** A reader of whom nothing is known: what a page without scripts shows. */
export const NEUTRAL_WALK: LessonWalk = {
  ownRun: () => ({ state: 'none', duration: '', asked: null, keys: '' }),
  look: () => ({ isLive: false, isChosen: false, isMissing: false }),
  sample: () => ({ state: 'new', isShown: false, printed: [], omitted: 0, where: '' }),
  question: () => ({
    ...NOTHING,
    run: 'own',
    sample: null,
    options: [],
    guess: null,
    cameTrue: null,
    proof: null,
  }),
  task: () => ({
    step: null,
    why: 'none',
    stopped: null,
    requires: [],
    failure: null,
    otherFailures: 0,
    changed: null,
    hints: [],
    canBreak: false,
  }),
  earlierAnswer: () => ({ guess: null, cameTrue: null }),
  summary: () => ({ total: 0, done: 0, inThisRun: null, line: { says: 'solved' } }),
  titleOf: () => [],
  result: () => null,
  continued: () => null,
  previous: () => null,
  next: () => null,
  run: () => undefined,
  followLook: () => undefined,
  showEvent: () => undefined,
  showWorld: () => undefined,
  openFile: () => undefined,
  openArchive: () => undefined,
  runSample: () => undefined,
  back: () => undefined,
  putIntoEditor: () => undefined,
  guess: () => undefined,
  answer: () => undefined,
  showProof: () => undefined,
  goToStep: () => undefined,
  compareWithSolution: () => undefined,
  breakIt: () => undefined,
  goOnWith: () => undefined,
  compareWithStarter: () => undefined,
}

export const lessonWalkKey: InjectionKey<LessonWalk> = Symbol('lesson walk')

export function useLessonWalk(): LessonWalk {
  return inject(lessonWalkKey, NEUTRAL_WALK)
}
