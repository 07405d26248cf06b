import { expect, it } from 'vitest'
import type { LessonPlan, LessonProof } from '../core/lesson/lesson-plan.ts'
import { trialsOf } from './lesson-trial.ts'
import { smallLesson } from './testing/lesson-plan.ts'

const at = { event: 'messageSent' } as const
const plan: LessonPlan = {
  ...smallLesson,
  looks: [
    { id: 'a', run: { kind: 'start' }, view: 'wire', at },
    { id: 'b', run: { kind: 'own' }, view: 'wire', at },
    { id: 'c', run: { kind: 'try', id: 'loud' }, view: 'wire', at },
  ],
  tries: [
    { id: 'loud', world: 'swapped', program: { 'client.js': '// loud' }, shows: [at] },
    { id: 'low', world: 'lesson', program: { 'client.js': '// low' }, shows: [at] },
  ],
  questions: [
    {
      id: 'q',
      run: { kind: 'try', id: 'low' },
      ask: at,
      options: [
        { id: 'yes', when: {} },
        { id: 'no', when: {} },
      ],
    },
  ],
}
const proof: LessonProof = {
  solution: { 'client.js': '// solution' },
  solutionOf: { say: { 'client.js': '// says' } },
  right: [{ name: 'other', files: { 'server.js': '// other' } }],
  wrong: [
    {
      name: 'mute',
      files: { 'server.js': '// mute' },
      over: 'solution',
      world: 'swapped',
      check: 'said',
      mistake: null,
      hint: 'speak',
    },
    {
      name: 'at-once',
      files: {},
      over: 'start',
      world: 'lesson',
      check: 'said',
      mistake: null,
      hint: 'speak',
    },
    {
      name: 'stray',
      files: {},
      over: 'start',
      world: 'lesson',
      check: 'no',
      mistake: null,
      hint: 'speak',
    },
  ],
}
const trials = trialsOf(plan, proof)
const trial = (name: string) => trials.find((one) => one.name === name)

it('tries every program of a lesson in the worlds that it must hold in', () => {
  expect(trials.map(({ name, worlds }) => `${name}: ${worlds.join(' ')}`)).toEqual([
    'solution: lesson swapped',
    'start: lesson swapped',
    'own: lesson',
    'solution/say: lesson swapped',
    'try/loud: swapped',
    'try/low: lesson',
    'wrong/mute: lesson swapped',
    'wrong/at-once: lesson',
    'wrong/stray: lesson',
    'right/other: lesson swapped',
  ])
})

it('lays the files of right programs over the solution, of wrong ones over either', () => {
  expect(trial('right/other')?.files).toEqual({
    'client.js': '// solution',
    'server.js': '// other',
  })
  expect(trial('wrong/at-once')?.files).toEqual(plan.start)
  expect(trial('wrong/mute')?.files).toEqual({ 'client.js': '// solution', 'server.js': '// mute' })
})

it('gives each look and question to the program that it is about', () => {
  const about = trials.flatMap(({ name, looks, questions }) =>
    [...looks, ...questions].map(({ id }) => `${id}: ${name}`),
  )
  expect(about).toEqual(['a: start', 'b: own', 'c: try/loud', 'q: try/low'])
})

it('looks in the recording of a case for the other end of its fault, and for what it answers', () => {
  const [, start] = trialsOf(
    { ...plan, fault: { at: [at, at], says: [{ id: 'near', at }], cause: 'name' } },
    proof,
  )
  expect(start?.looks.map(({ id }) => id)).toEqual(['a', 'point', 'says near'])
})

it('tries no program of the reader where nothing is said of it', () => {
  expect(trialsOf(smallLesson, proof).some(({ name }) => name === 'own')).toBe(false)
})
