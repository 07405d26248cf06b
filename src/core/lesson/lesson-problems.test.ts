import { describe, expect, it } from 'vitest'
import { problemsOfLesson } from './lesson-problems.ts'
import { lessonSchema } from './schema.ts'
import { lessonSketch, lessonSource } from './testing/lesson-file.ts'

const { tasks } = lessonSketch()
const [task] = tasks
const [check] = task?.checks ?? []

const reasons = (change: Readonly<Record<string, unknown>>) =>
  problemsOfLesson(lessonSketch(change)).map(({ path, reason }) => `${path.join('.')}: ${reason}`)

const withCheck = (change: object) => ({ tasks: [{ ...task, checks: [{ ...check, ...change }] }] })

describe('problemsOfLesson', () => {
  it('finds none where all fits', () => {
    expect(reasons({})).toEqual([])
  })

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ tasks: [...tasks, ...tasks] }, 'tasks.1.id: there is a task say already'],
    [
      { tasks: [...tasks, { ...task, id: 'b' }] },
      'tasks.1.checks.0.id: there is a check sent already',
    ],
    [
      { tasks: [{ ...task, requires: ['hear'] }] },
      'tasks.0.requires: the task say requires hear, which is no task before it',
    ],
    [
      withCheck({ mistakes: [...(check?.mistakes ?? []), ...(check?.mistakes ?? [])] }),
      'tasks.0.checks.0.mistakes.2.id: there is a mistake early already',
    ],
    [
      { tasks: [{ ...task, worlds: ['gone'] }] },
      'tasks.0.worlds: there is no world gone, only lesson, other',
    ],
    [
      withCheck({ worlds: ['lesson', 'gone'] }),
      'tasks.0.checks.0.worlds: the task say is not judged in the world gone: add it to the worlds of the task',
    ],
    [
      { tasks: [{ ...task, worlds: ['lesson'] }] },
      'worlds.other: no task, try or wrong program uses the world other: name it there, or take it out',
    ],
    [
      { looks: { a: { run: 'try:gone', view: 'log', at: { event: 'created' } } } },
      'looks.a.run: there is no try gone under tries',
    ],
    [
      {
        questions: {
          a: {
            run: 'start',
            ask: { event: 'created' },
            options: { yes: { url: 'a' }, no: { code: 1 } },
          },
        },
      },
      'questions.a.options.no.code: created has no code; it has url, protocols, routedTo, page, time',
    ],
    [
      {
        wrong: [
          { name: 'x', check: 'y', hint: 'a' },
          { name: 'z', check: 'y', hint: 'a' },
        ],
      },
      'wrong.0.check: there is no check y',
    ],
  ])('finds what does not fit: %#', (change, problem) => {
    expect(reasons(change)).toContain(problem)
  })

  it('finds wrong programs that name another mistake or hint', () => {
    const wrong = [
      { name: 'a', check: 'sent', mistake: 'late', hint: 'speak' },
      { name: 'b', check: 'sent', mistake: 'early', hint: 'speak' },
    ]
    expect(reasons({ wrong })).toEqual([
      'wrong.0.mistake: the check sent knows no mistake late',
      'wrong.1.hint: this failure offers the hint wait',
    ])
  })
})

it('a question has at least two options, and a run is one of four', () => {
  const ask = { event: 'created' }
  const parse = (question: object) =>
    lessonSchema.safeParse(lessonSource({ questions: { a: question } })).error?.issues[0]?.message
  expect(parse({ run: 'start', ask, options: { yes: {} } })).toBe(
    'a question has two options or more',
  )
  expect(parse({ run: 'mine', ask, options: { yes: {}, no: {} } })).toBe(
    'a run is start, own, solution or try:<id>',
  )
})

describe('the interventions of a world', () => {
  const issues = (...interventions: object[]) => {
    const lesson = { scenario: 'echo', latency: 40, seed: 1, interventions }
    const read = lessonSchema.safeParse(
      lessonSource({ worlds: { lesson, other: { seed: 2, until: 9000 } } }),
    )
    return read.error?.issues.map(({ message }) => message) ?? []
  }

  it('may lose the answer, and cut in the middle of a message', () => {
    expect(
      issues(
        { kind: 'dropFrame', time: 100, side: 'server' },
        { kind: 'cut', time: 200, how: 'rst', within: 'message', side: 'client' },
        { kind: 'cut', time: 300, how: 'fin' },
      ),
    ).toEqual([])
  })

  it('may be about one connection', () => {
    expect(
      issues(
        { kind: 'cut', time: 200, how: 'silence', connection: 'fourth' },
        { kind: 'dropFrame', time: 300, connection: 'sixth' },
      ),
    ).toEqual([])
    expect(issues({ kind: 'cut', time: 200, how: 'fin', connection: 'seventh' })).toHaveLength(1)
  })

  it('name a side only where a message has one', () => {
    expect(issues({ kind: 'cut', time: 200, how: 'rst', side: 'client' })).toEqual([
      'side is that of a message: say within: message, too',
    ])
  })
})
