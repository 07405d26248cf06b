/** How the runs of a trial differ from what they must show, a sentence each, with what to do. */
import { judgeTasks, type TaskState, type WorldResults } from '../core/checks/judge-tasks.ts'
import { matches } from '../core/checks/pattern.ts'
import { answerQuestion, optionsOf } from '../core/lesson/answer-question.ts'
import type { Look, Question, Task, WrongProgram } from '../core/lesson/lesson-plan.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import type { LessonTrial } from './lesson-trial.ts'

/** A run of a trial in one world. */
export interface TrialResult {
  readonly world: string
  readonly results: WorldResults
  readonly events: readonly TraceEvent[]
}

/** @param runs one for each world of the trial. */
export function problemsOfTrial(
  { expectation, looks, questions }: Pick<LessonTrial, 'expectation' | 'looks' | 'questions'>,
  tasks: readonly Task[],
  runs: readonly TrialResult[],
): readonly string[] {
  const events = runs[0]?.events ?? []
  return [
    ...runs.flatMap(problemsOfStart),
    ...problemsOfExpectation(expectation, tasks, runs, events),
    ...looks.flatMap((look) => problemsOfLook(look, events)),
    ...questions.flatMap((question) => problemsOfQuestion(question, events)),
  ]
}

function problemsOfStart({ world, results: { fault, outcome } }: TrialResult): readonly string[] {
  if (outcome === 'cutShort')
    return [`it left its page in the world ${world}. A program of a lesson stays on its page.`]
  if (fault === null) return []
  const place = fault.file === undefined ? '' : ` in ${fault.file}:${String(fault.line)}`
  return [
    `it did not start in the world ${world}: ${fault.name}: ${fault.message}${place}. ` +
      'A program of a lesson has to run: mend it.',
  ]
}

function problemsOfExpectation(
  expectation: LessonTrial['expectation'],
  tasks: readonly Task[],
  runs: readonly TrialResult[],
  events: readonly TraceEvent[],
): readonly string[] {
  switch (expectation.kind) {
    case 'solvesAll':
      return tasks.flatMap((task) => unsolved(task, stateOf(task, runs)))
    case 'solvesOnly':
      return tasks.flatMap((task) => {
        const state = stateOf(task, runs)
        if (task.id === expectation.task) return unsolved(task, state)
        return state.kind === 'passed'
          ? [
              `it solves the task ${task.id} too. Let it do only what ${expectation.task} asks, or ` +
                `ask more of ${task.id}: a task that another gives away is none.`,
            ]
          : []
      })
    case 'solvesNone':
      return tasks
        .filter((task) => stateOf(task, runs).kind === 'passed')
        .map(
          ({ id }) =>
            `the starter solves the task ${id}. Take that out of the starter, or ask for more: add ` +
            'a check that the starter fails.',
        )
    case 'failsAll':
      return tasks.flatMap((task) => {
        const { kind } = stateOf(task, runs)
        return kind === 'failed'
          ? []
          : [
              `the recorded program should fail ${task.id}, which is ${kind}: let the checks see the fault.`,
            ]
      })
    case 'failsOn':
      return problemsOfWrong(expectation.wrong, tasks, runs)
    case 'shows': {
      const missing = firstMissing(expectation.patterns, events)
      return missing === null
        ? []
        : [
            `it does not show ${JSON.stringify(missing)} where it is expected. Change the sample, or ` +
              'what lesson.yaml says that it shows; the order counts.',
          ]
    }
    case 'isSeen':
      return []
  }
}

/** Alone, without the tasks that come first. */
function stateOf(task: Task, runs: readonly TrialResult[]): TaskState {
  const worlds = new Map(runs.map(({ world, results }) => [world, results]))
  const states = judgeTasks([{ ...task, requires: [] }], { isUntouched: false, worlds })
  return states.get(task.id) ?? { kind: 'running' }
}

function unsolved({ id, worlds }: Task, state: TaskState): readonly string[] {
  switch (state.kind) {
    case 'passed':
      return []
    case 'failed':
      return state.failures.map(
        ({ checkId, explanation }) =>
          `the task ${id} fails in the world ${state.world}: ${checkId}: ` +
          `${JSON.stringify(explanation)}. Mend the program, or the check if it asks for words ` +
          'where the task asks for a deed.',
      )
    case 'open':
    case 'running':
      return [
        `the task ${id} was not decided in ${worlds.join(', ')}. A check that needs longer wants a ` +
          'later until; one that needs frames wants an endpoint that shows them.',
      ]
  }
}

function problemsOfWrong(
  { check, mistake, hint, world }: WrongProgram,
  tasks: readonly Task[],
  runs: readonly TrialResult[],
): readonly string[] {
  const task = tasks.find(({ checks }) => checks.some(({ id }) => id === check))
  if (task === undefined) return [`there is no check ${check}`]
  const results = runs.find((run) => run.world === world)?.results.results ?? []
  const result = results.find(({ checkId }) => checkId === check)
  if (result?.status !== 'failed')
    return [
      `${check} ${result?.status ?? 'was not judged'} in the world ${world}, it should fail. A ` +
        'wrong program that passes is a check that asks for less than its task does.',
    ]
  const problems: string[] = []
  const made = result.explanation?.mistake ?? null
  if (made !== mistake)
    problems.push(
      `it is taken for ${made === null ? 'no known mistake' : `the mistake ${made}`}, not for ` +
        `${mistake === null ? 'none' : mistake}. The first mistake of ${check} whose witness was ` +
        'seen is told: make its patterns narrower, or order the list.',
    )
  const offered = result.explanation?.hint
  if (offered !== hint)
    problems.push(`it is offered the hint ${offered ?? 'none'}, not ${hint}. Name one of them.`)
  return [...problems, ...problemsOfTold(check, world, stateOf(task, runs))]
}

/** The reader has to be told this failure, not another in its place. */
function problemsOfTold(check: string, world: string, state: TaskState): readonly string[] {
  if (state.kind !== 'failed') return []
  if (state.world !== world)
    return [
      `it fails in the world ${state.world} already, so the reader is never told of ${world}. Let it ` +
        `make its mistake in ${world} alone, or name ${state.world}.`,
    ]
  return state.failures.some(({ checkId }) => checkId === check)
    ? []
    : [
        `${state.failures[0]?.checkId ?? ''} tells this fault already, so the text of ${check} is ` +
          'never seen. Give it another hint, or drop the check.',
      ]
}

function firstMissing(
  patterns: readonly LessonTrial['looks'][number]['at'][],
  events: readonly TraceEvent[],
) {
  let next = 0
  for (const event of events) {
    const pattern = patterns[next]
    if (pattern !== undefined && matches(pattern, event)) next += 1
  }
  return patterns[next] ?? null
}

function problemsOfLook({ id, at }: Look, events: readonly TraceEvent[]): readonly string[] {
  const count = events.filter((event) => matches(at, event)).length
  if (count === 1) return []
  const what = count === 0 ? 'no event' : `${count} events`
  return [
    `the look ${id} finds ${what}; it has to find one. ` +
      (count === 0
        ? 'Ask for what its run does.'
        : 'Say more of it: its connection, data or time.'),
  ]
}

function problemsOfQuestion(question: Question, events: readonly TraceEvent[]): readonly string[] {
  const { id, options } = question
  const answer = answerQuestion(question, events)
  if (answer === null)
    return [`nothing happens that the question ${id} asks about. Ask about an event of its run.`]
  const event = events.find(({ seq }) => seq === answer.seq)
  const names = event === undefined ? [] : optionsOf(question, event)
  if (names.length === 1) return []
  return [
    `${names.length === 0 ? 'no option' : names.join(' and ')} of the question ${id} came true; of ` +
      `${options.map((option) => option.id).join(', ')}, one has to.`,
  ]
}
