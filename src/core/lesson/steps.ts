/** The steps of a lesson as the reader stands with them. */
import type { Step } from './lesson-plan.ts'

/** What the reader's latest run did with a task. */
export type TaskOutcome = 'none' | 'running' | 'passed' | 'failed'

export interface StepFacts {
  readonly steps: readonly Step[]
  outcomeOf(task: string): TaskOutcome
  /** Once solved, a task stays solved. */
  isSolved(task: string): boolean
  isAnswered(question: string): boolean
  /** The first task that was unsolved when the latest run began; null if none was. */
  readonly sought: string | null
  /** The program differs from the one that ran. */
  readonly hasChanged: boolean
}

/**
 * `passed` and `failed` are what the latest run did; `solved` is an earlier run's, of which the latest
 * says nothing else.
 */
export type StepState = 'open' | 'running' | 'passed' | 'failed' | 'solved' | 'answered'

export interface StepView extends Step {
  /** From 1. */
  readonly number: number
  readonly state: StepState
  /** Solved or answered once; it stays so. */
  readonly isDone: boolean
  /** What the run did may no longer hold: the program has changed since. */
  readonly isStale: boolean
}

export function stepViews(facts: StepFacts): readonly StepView[] {
  const sought = facts.steps.findIndex(({ kind, id }) => kind === 'task' && id === facts.sought)
  return facts.steps.map((step, index): StepView => {
    const number = index + 1
    if (step.kind === 'question') {
      const isDone = facts.isAnswered(step.id)
      return { ...step, number, state: isDone ? 'answered' : 'open', isDone, isStale: false }
    }
    const isSolved = facts.isSolved(step.id)
    const did = facts.outcomeOf(step.id)
    // A reader who was at an earlier task has not tried this one yet: it isn't wrong, but to do.
    const isUntried = did === 'failed' && !isSolved && sought !== -1 && index > sought
    const outcome = isUntried ? 'none' : did
    return {
      ...step,
      number,
      state: outcome === 'none' ? (isSolved ? 'solved' : 'open') : outcome,
      isDone: isSolved || outcome === 'passed',
      isStale: facts.hasChanged && (outcome === 'passed' || outcome === 'failed'),
    }
  })
}

/** What the line at the bottom of the lesson says. */
export type WalkLine =
  /** This step comes next. */
  | { readonly says: 'next'; readonly step: StepView }
  /** This step is not yet right. */
  | { readonly says: 'failed'; readonly step: StepView }
  /** This step may be right by now: the program has changed since it ran. */
  | { readonly says: 'stale'; readonly step: StepView }
  /** Every step is done, and nothing in the latest run speaks against it. */
  | { readonly says: 'solved' }

export interface WalkSummary {
  readonly total: number
  /** Solved or answered once. */
  readonly done: number
  /** Of the program that ran last, with the questions that are answered. Null: not known. */
  readonly inThisRun: number | null
  readonly line: WalkLine
}

export function summaryOf(steps: readonly StepView[]): WalkSummary {
  const tasks = steps.filter(({ kind }) => kind === 'task')
  const isKnown =
    tasks.every(({ state }) => state === 'passed' || state === 'failed') &&
    !tasks.some(({ isStale }) => isStale)
  const isRight = ({ state }: StepView) => state === 'passed' || state === 'answered'
  return {
    total: steps.length,
    done: steps.filter(({ isDone }) => isDone).length,
    inThisRun: isKnown && tasks.length > 0 ? steps.filter(isRight).length : null,
    line: lineOf(steps),
  }
}

function lineOf(steps: readonly StepView[]): WalkLine {
  // What the reader has yet to do comes before what only the latest run spoiled.
  const step =
    steps.find(({ isDone }) => !isDone) ??
    steps.find(({ isStale }) => isStale) ??
    steps.find(({ state }) => state === 'failed')
  if (step === undefined) return { says: 'solved' }
  if (step.isStale) return { says: 'stale', step }
  return { says: step.state === 'failed' ? 'failed' : 'next', step }
}
