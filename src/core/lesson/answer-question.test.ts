import { describe, expect, it } from 'vitest'
import { traceOf, type EventSketch } from '../trace/testing/sketch.ts'
import { answerQuestion } from './answer-question.ts'
import type { Question } from './lesson-plan.ts'

const closed = (code: number, connectionId = 'ws-1'): EventSketch => ({
  type: 'eventFired',
  eventType: 'close',
  listeners: 1,
  code,
  reason: '',
  wasClean: code !== 1006,
  connectionId,
})
const opened: EventSketch = { type: 'eventFired', eventType: 'open', listeners: 1 }

const question: Question = {
  id: 'bare-code',
  run: { kind: 'own' },
  ask: { event: 'eventFired', eventType: 'close', connection: 'first' },
  options: [
    { id: 'normal', when: { code: 1000 } },
    { id: 'none', when: { code: 1005 } },
    { id: 'abnormal', when: { code: 1006, wasClean: false } },
  ],
}

describe('answerQuestion', () => {
  it('tells the option that came true, and the event that proves it', () => {
    expect(answerQuestion(question, traceOf(opened, closed(1005)))).toEqual({
      option: 'none',
      seq: 1,
    })
  })

  it('follows the program: where the event says 1000, the option of 1000 came true', () => {
    expect(answerQuestion(question, traceOf(opened, closed(1000)))).toMatchObject({
      option: 'normal',
    })
  })

  it('asks the connection that the question is about', () => {
    expect(answerQuestion(question, traceOf(closed(1000, 'ws-2'), closed(1006)))).toEqual({
      option: 'abnormal',
      seq: 1,
    })
  })

  it('says that no option came true, by which event', () => {
    expect(answerQuestion(question, traceOf(closed(4001)))).toEqual({ option: null, seq: 0 })
  })

  it('takes no side between two options that are both true', () => {
    const vague: Question = { ...question, options: [...question.options, { id: 'any', when: {} }] }
    expect(answerQuestion(vague, traceOf(closed(1000)))).toEqual({ option: null, seq: 0 })
  })

  it('is open where nothing happened that is asked about', () => {
    expect(answerQuestion(question, traceOf(opened))).toBeNull()
  })
})
