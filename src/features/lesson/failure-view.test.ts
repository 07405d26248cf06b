import { expect, it } from 'vitest'
import type { TaskFailure } from '../../core/checks/judge-tasks.ts'
import { failureView, type FailureContext } from './failure-view.ts'

/** Says each key with its parameters. */
const context: FailureContext = {
  text: { failures: {} },
  say: (key, params) =>
    key.startsWith('lesson.expected.unknown') || key.startsWith('lesson.instead.unknown')
      ? null
      : `${key} ${Object.values(params).join(' ')}`.trim(),
  time: (milliseconds) => `${milliseconds.toFixed(1)} ms`,
  placeOf: () => ({ file: 'client.js', line: 6 }),
  wordsOf: () => 'TEXT frame received',
  isChosen: () => false,
  world: null,
}

const early: TaskFailure = {
  checkId: 'normal',
  explanation: {
    key: 'instead.early',
    params: { time: 160 },
    phrases: { expected: { key: 'what.call', params: { name: 'close' } } },
    seq: 12,
    time: 160,
  },
}

it('tells what was expected, what came instead, when, where and what to look at', () => {
  expect(failureView(early, context)).toEqual({
    expected: ['lesson.expected.instead.early 160.0 ms log.what.call close client.js 6'],
    instead: ['lesson.instead.instead.early 160.0 ms log.what.call close client.js 6'],
    time: '160.0 ms',
    place: { file: 'client.js', line: 6 },
    lookAt: { seq: 12, words: 'TEXT frame received', isChosen: false },
    world: null,
  })
})

it('the lesson’s text for the mistake takes the place of the engine’s sentence', () => {
  const text = { failures: { normal: ['General.'], 'normal/early': ['Too early, at {time}.'] } }
  const failure: TaskFailure = {
    ...early,
    explanation: { key: 'instead.early', params: {}, seq: 12, time: 160, mistake: 'early' },
  }
  const view = failureView(failure, { ...context, text })
  expect(view.expected).toBeNull()
  expect(view.instead).toEqual(['Too early, at 160.0 ms.'])
  expect(failureView(early, { ...context, text }).instead).toEqual(['General.'])
})

it('a lesson’s text names file and line', () => {
  const text = { failures: { normal: ['See {file}, line {line}.'] } }
  expect(failureView(early, { ...context, text }).instead).toEqual(['See client.js, line 6.'])
})

it('what never came has no time, no line and no event', () => {
  const failure: TaskFailure = { checkId: 'normal', explanation: { key: 'missing', params: {} } }
  expect(failureView(failure, context)).toMatchObject({
    time: null,
    place: null,
    lookAt: null,
  })
})

it('an explanation that cannot be taken apart is told as a sentence', () => {
  const failure: TaskFailure = { checkId: 'normal', explanation: { key: 'unknown', params: {} } }
  const view = failureView(failure, context)
  expect([view.expected, view.instead]).toEqual([null, ['checks.unknown']])
})

it('what a program threw leaves the full stop to the sentence around it', () => {
  const params = { name: 'InvalidStateError', message: 'Still in CONNECTING state.' }
  const failure: TaskFailure = { checkId: 'normal', explanation: { key: 'threw', params } }
  expect(failureView(failure, context).instead).toEqual([
    'lesson.instead.threw InvalidStateError Still in CONNECTING state',
  ])
})

it('a printed value that looks like a place is printed as it is', () => {
  const failure: TaskFailure = {
    checkId: 'normal',
    explanation: { key: 'console.otherText', params: { printed: '{time}' }, time: 5 },
  }
  expect(failureView(failure, context).instead).toEqual([
    'lesson.instead.console.otherText {time} 5.0 ms',
  ])
})
