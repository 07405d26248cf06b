import { expect, it } from 'vitest'
import type { Step } from './lesson-plan.ts'
import { stepViews, summaryOf, type StepFacts, type TaskOutcome } from './steps.ts'

const steps: readonly Step[] = [
  { kind: 'question', id: 'line-3' },
  { kind: 'task', id: 'own-words' },
  { kind: 'task', id: 'code' },
]

interface Reader {
  readonly outcomes?: Readonly<Record<string, TaskOutcome>>
  readonly solved?: readonly string[]
  readonly answered?: readonly string[]
  readonly hasChanged?: boolean
  readonly sought?: string
}

function viewsFor(reader: Reader) {
  const { outcomes = {}, solved = [], answered = [], hasChanged = false, sought = null } = reader
  const facts: StepFacts = {
    steps,
    outcomeOf: (task) => outcomes[task] ?? 'none',
    isSolved: (task) => solved.includes(task),
    isAnswered: (question) => answered.includes(question),
    hasChanged,
    sought,
  }
  return stepViews(facts)
}

const statesFor = (reader: Reader) => viewsFor(reader).map(({ state }) => state)
const summaryFor = (reader: Reader) => summaryOf(viewsFor(reader))

it('for a reader of whom nothing is known, every step is open and the first comes next', () => {
  expect(statesFor({})).toEqual(['open', 'open', 'open'])
  expect(summaryFor({})).toMatchObject({ total: 3, done: 0, inThisRun: null })
  expect(summaryFor({}).line).toMatchObject({ says: 'next', step: { id: 'line-3', number: 1 } })
})

it('an answered question is a step that is done, whatever was predicted', () => {
  const reader = { answered: ['line-3'] }
  expect(summaryFor(reader)).toMatchObject({ done: 1 })
  expect(summaryFor(reader).line).toMatchObject({ says: 'next', step: { id: 'own-words' } })
})

it('the line names the task that the run left unsolved', () => {
  const reader = {
    answered: ['line-3'],
    solved: ['own-words'],
    outcomes: { 'own-words': 'passed', code: 'failed' },
  } as const
  expect(summaryFor(reader)).toMatchObject({ done: 2, inThisRun: 2 })
  expect(summaryFor(reader).line).toMatchObject({ says: 'failed', step: { id: 'code' } })
})

it('a task after the one that was tried is to do, not wrong', () => {
  const outcomes = { 'own-words': 'passed', code: 'failed' } as const
  expect(statesFor({ outcomes, sought: 'own-words' })).toEqual(['open', 'passed', 'open'])
  expect(statesFor({ outcomes, sought: 'code' })).toEqual(['open', 'passed', 'failed'])
  // What is right is right, and what was solved before was tried.
  const both = { 'own-words': 'failed', code: 'passed' } as const
  expect(statesFor({ outcomes: both, sought: 'own-words' })).toEqual(['open', 'failed', 'passed'])
  const again = { outcomes, sought: 'own-words', solved: ['code'] } as const
  expect(statesFor(again)).toEqual(['open', 'passed', 'failed'])
})

it('what was solved once stays solved when a later run fails', () => {
  const reader = {
    answered: ['line-3'],
    solved: ['own-words', 'code'],
    outcomes: { 'own-words': 'passed', code: 'failed' },
  } as const
  expect(viewsFor(reader)[2]).toMatchObject({ state: 'failed', isDone: true })
  expect(summaryFor(reader)).toMatchObject({ done: 3, inThisRun: 2 })
  expect(summaryFor(reader).line).toMatchObject({ says: 'failed', step: { id: 'code' } })
})

it('once the program has changed, nobody knows what it does', () => {
  const reader = {
    answered: ['line-3'],
    solved: ['own-words', 'code'],
    outcomes: { 'own-words': 'passed', code: 'passed' },
    hasChanged: true,
  } as const
  expect(viewsFor(reader).map(({ isStale }) => isStale)).toEqual([false, true, true])
  expect(summaryFor(reader)).toMatchObject({ done: 3, inThisRun: null })
  expect(summaryFor(reader).line).toMatchObject({ says: 'stale', step: { id: 'own-words' } })
})

it('after a visit before this one, solved tasks are solved and this run is not known', () => {
  const reader = { answered: ['line-3'], solved: ['own-words', 'code'] }
  expect(statesFor(reader)).toEqual(['answered', 'solved', 'solved'])
  expect(summaryFor(reader)).toMatchObject({ done: 3, inThisRun: null, line: { says: 'solved' } })
})

it('while the program runs, its tasks are running', () => {
  const outcomes = { 'own-words': 'running', code: 'running' } as const
  expect(statesFor({ outcomes })).toEqual(['open', 'running', 'running'])
})
