import { describe, expect, it } from 'vitest'
import type { LessonPlan } from '../core/lesson/lesson-plan.ts'
import { TRACE_VERSION } from '../core/trace/trace-versions.ts'
import {
  headerOf,
  isPacedByPlayhead,
  orderOf,
  seedOf,
  type OrderedEndpoint,
  type OwnRun,
} from './order.ts'
import { lessonWorld, smallLesson } from './testing/lesson-plan.ts'

const conditions = { latency: 20, jitter: 0, bandwidth: null }
const builtIn: OrderedEndpoint = {
  target: { kind: 'built-in', conditions, seed: 7 },
  name: 'Built-in · echo',
  scenario: 'echo',
  routed: true,
}
const live: OrderedEndpoint = {
  target: { kind: 'live', url: 'wss://echo.example/' },
  name: 'echo.example',
  scenario: null,
  routed: false,
}
const inputs = [
  { time: 0, kind: 'answer', target: 'prompt', value: 'Ada' },
  { time: 10, kind: 'click', target: '#go' },
] as const
const options = [
  { id: 'a', when: {} },
  { id: 'b', when: {} },
]
const question = { run: { kind: 'start' }, ask: { event: 'created' }, options } as const
const lesson: LessonPlan = {
  ...smallLesson,
  worlds: [{ ...lessonWorld, conditions, seed: 7, until: 5000, inputs }],
  questions: [
    { id: 'first', ...question },
    { id: 'second', ...question },
  ],
}
const program = { 'client.js': 'x', 'page.html': '<button id="go">' }
const own: OwnRun = { program, endpoint: builtIn, lesson, answers: {} }

describe('the order for the learner’s own run', () => {
  it('combines program, endpoint and lesson', () => {
    expect(orderOf(own)).toEqual({
      isJudged: true,
      endpointName: 'Built-in · echo',
      scenario: 'echo',
      lesson,
      request: {
        program: own.program,
        endpoint: builtIn.target,
        routed: true,
        until: 5000,
        inputs,
        predictions: [],
      },
    })
  })

  it('brings the answers to the lesson’s predictions, and no others', () => {
    const { predictions } = orderOf({ ...own, answers: { first: 'b', gone: 'a' } }).request
    expect(predictions).toEqual([{ question: 'first', answer: 'b' }])
  })

  it('leaves a page alone that the program does not have, and answers its dialogs', () => {
    const order = orderOf({ ...own, program: { 'client.js': 'x' } })
    expect(order.request.inputs).toEqual([inputs[0]])
  })

  it('has what happens to its world from outside, on virtual time only', () => {
    const interventions = [{ kind: 'slowTimers', time: 5 }] as const
    const slowed: LessonPlan = { ...lesson, worlds: [{ ...lesson.worlds[0], interventions }] }
    expect(orderOf({ ...own, lesson: slowed }).request).toMatchObject({ interventions })
    expect(orderOf(own).request).not.toHaveProperty('interventions')
    const real = orderOf({ ...own, lesson: slowed, endpoint: live })
    expect(real.request).not.toHaveProperty('interventions')
  })

  it('has the pages of its world, on virtual time only', () => {
    const pages = {
      origin: 'https://chat.example',
      attacker: { origin: 'https://prizes.example', at: 1500 },
    }
    const worlds = [{ ...lessonWorld, ...pages }] as const
    expect(orderOf({ ...own, lesson: { ...lesson, worlds } }).request).toMatchObject(pages)
    const real = { ...own, lesson: { ...lesson, worlds }, endpoint: live }
    expect(orderOf(real).request).not.toHaveProperty('attacker')
  })

  it('has no horizon on a real endpoint', () => {
    const order = orderOf({ ...own, endpoint: live })
    expect(order.request).toMatchObject({ until: null, routed: false, endpoint: live.target })
    expect(order.scenario).toBeNull()
  })

  it('has no horizon, inputs or predictions in free play', () => {
    const { request } = orderOf({ ...own, lesson: null, answers: { first: 'a' } })
    expect(request).toMatchObject({ until: null, inputs: [], predictions: [] })
  })
})

describe('the seed', () => {
  it('is the lesson’s, and always the same in free play', () => {
    expect([seedOf(lesson), seedOf(null)]).toEqual([7, 101])
  })
})

describe('the header of a run’s trace', () => {
  it('has the seed and the conditions of virtual time', () => {
    expect(headerOf(orderOf(own), 9)).toEqual({
      version: TRACE_VERSION,
      clock: 'virtual',
      seed: 7,
      conditions,
      endpoint: { kind: 'built-in', name: 'Built-in · echo' },
      startedAt: 9,
      browser: '',
    })
  })

  it('has neither on a real clock', () => {
    const header = headerOf(orderOf({ ...own, endpoint: live }), 9)
    expect(header).toMatchObject({ clock: 'real', seed: null, conditions: null })
  })
})

describe('a run paced by the playhead', () => {
  const withPage = { ...own, program: { 'client.js': '', 'page.html': '<button>' } }

  it('is the learner’s own, of a program with a page, in virtual time', () => {
    const order = orderOf(withPage)
    expect(isPacedByPlayhead(order)).toBe(true)
    expect(isPacedByPlayhead({ ...order, isJudged: false })).toBe(false)
    expect(isPacedByPlayhead({ ...order, toTheEnd: true })).toBe(false)
    expect(isPacedByPlayhead(orderOf({ ...own, program: { 'client.js': '' } }))).toBe(false)
    expect(isPacedByPlayhead(orderOf({ ...withPage, endpoint: live }))).toBe(false)
  })
})
