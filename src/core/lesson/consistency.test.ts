import { describe, expect, it } from 'vitest'
import type { Check } from '../checks/check.ts'
import { problemsOfLesson, problemsOfText, problemsOfTranslation } from './consistency.ts'
import { parseLessonMarkdown } from './markdown.ts'
import type { LessonFile } from './schema.ts'

const check: Check = {
  id: 'sent',
  type: 'count',
  of: { event: 'messageSent' },
  atLeast: 1,
  hint: 'speak',
  mistakes: [{ id: 'early', seen: { event: 'apiCall' }, hint: 'wait' }],
}

const lesson: LessonFile = {
  scenario: 'echo',
  conditions: { latency: 0, jitter: 0, bandwidth: null },
  seed: 1,
  until: null,
  inputs: [],
  predictions: [{ id: 'guess', options: ['a', 'b'], answer: 'a', beforeRun: false }],
  tasks: [{ id: 'say', hints: ['speak', 'wait'], checks: [check] }],
  wrong: [
    { name: 'silent', check: 'sent', hint: 'speak' },
    { name: 'early', check: 'sent', mistake: 'early', hint: 'wait' },
  ],
}

const reasons = (change: Partial<LessonFile>) =>
  problemsOfLesson({ ...lesson, ...change }).map(
    ({ path, reason }) => `${path.join('.')}: ${reason}`,
  )
const withCheck = (change: object): Partial<LessonFile> => ({
  // A change keeps the kind of the check.
  tasks: [{ id: 'say', hints: ['speak', 'wait'], checks: [{ ...check, ...change } as Check] }],
})

describe('problemsOfLesson', () => {
  it('finds none where all fits', () => {
    expect(reasons({})).toEqual([])
  })

  it.each<[Partial<LessonFile>, string]>([
    [{ tasks: [...lesson.tasks, ...lesson.tasks] }, 'tasks.1.id: there is a task say already'],
    [
      { tasks: [...lesson.tasks, { id: 'b', hints: ['speak', 'wait'], checks: [check] }] },
      'tasks.1.checks.0.id: there is a check sent already',
    ],
    [withCheck({ hint: 'shout' }), 'tasks.0.checks.0: the task say has no hint shout'],
    [
      withCheck({ mistakes: [...(check.mistakes ?? []), ...(check.mistakes ?? [])] }),
      'tasks.0.checks.0.mistakes.1.id: there is a mistake early already',
    ],
    [
      withCheck({ type: 'prediction', question: 'unknown' }),
      'tasks.0.checks.0: there is no prediction unknown',
    ],
    [
      { predictions: [{ id: 'guess', options: ['a', 'b'], answer: 'c', beforeRun: false }] },
      'predictions.0.answer: c is not among the options',
    ],
    [{ wrong: [{ name: 'x', check: 'y', hint: 'speak' }] }, 'wrong.0.check: there is no check y'],
    [
      { wrong: [{ name: 'x', check: 'sent', mistake: 'late', hint: 'speak' }] },
      'wrong.0.mistake: the check sent knows no mistake late',
    ],
    [
      { wrong: [{ name: 'x', check: 'sent', mistake: 'early', hint: 'speak' }] },
      'wrong.0.hint: this failure offers the hint wait',
    ],
  ])('finds what does not fit: %#', (change, problem) => {
    expect(reasons(change)).toContain(problem)
  })
})

const OPTIONS = '- [a] A.\n- [b] B.'
const block = (name: string, text = name.startsWith('prediction') ? OPTIONS : 'Text.') =>
  `::: ${name}\n${text}\n:::\n`
const blocks = ['task say', 'hint speak', 'hint wait', 'failure sent/early', 'prediction guess']
const markdown = (names: readonly string[]) =>
  parseLessonMarkdown(names.map((name) => block(name)).join('\n'))

describe('problemsOfText', () => {
  it('wants a text for every task, hint, mistake and prediction', () => {
    expect(problemsOfText(lesson, markdown(blocks))).toEqual([])
    expect(problemsOfText(lesson, markdown(blocks.slice(1)))).toEqual([
      { line: null, reason: '::: task say is missing' },
    ])
  })

  it('allows a text for a whole check, and for nothing that is not there', () => {
    expect(problemsOfText(lesson, markdown([...blocks, 'failure sent']))).toEqual([])
    expect(problemsOfText(lesson, markdown([...blocks, 'failure heard']))).toEqual([
      { line: 22, reason: 'lesson.yaml has no failure heard' },
    ])
  })

  it.each([
    ['- [a] A.', 'the option b is missing'],
    ['- [a] A.\n- [b] B.\n- [c] C.', 'an option begins with its id, one of a, b'],
  ])('wants the options of lesson.yaml for a prediction: %j', (options, reason) => {
    const names = blocks.slice(0, -1)
    const text = [...names.map((name) => block(name)), block('prediction guess', options)]
    expect(problemsOfText(lesson, parseLessonMarkdown(text.join('\n')))).toEqual([
      { line: 17, reason },
    ])
  })
})

describe('places in a failure text', () => {
  const problems = (failure: string) =>
    problemsOfText(
      lesson,
      parseLessonMarkdown(
        blocks
          .map((name) => block(name, name.startsWith('failure') ? failure : undefined))
          .join('\n'),
      ),
    )

  it('are filled by the event that gives the mistake away', () => {
    expect(problems('At {time}, line {line}: `{method}()` in {readyState}.')).toEqual([])
    expect(problems('It was {code}.').map(({ line, reason }) => [line, reason])).toEqual([
      [13, expect.stringContaining('nothing fills {code}; there is {time}, {line}, {api}')],
    ])
  })
})

describe('problemsOfTranslation', () => {
  const source = parseLessonMarkdown('## A {#a}\n\n::: figure x\n:::\n\n::: task t\nT.\n:::')

  it('wants the same sections, figures and containers, the latter in any order', () => {
    expect(problemsOfTranslation(source, source)).toEqual([])
    const other = parseLessonMarkdown('## A {#b}')
    expect(problemsOfTranslation(source, other).map(({ reason }) => reason)).toEqual([
      'its sections are #b, those of en.md #a',
      'its figures are none, those of en.md x',
      'its containers are none, those of en.md task t',
    ])
  })
})
