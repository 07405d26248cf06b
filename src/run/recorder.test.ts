import { beforeEach, expect, it } from 'vitest'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { headerOf, orderOf, type RunOrder } from './order.ts'
import { Recorder } from './recorder.ts'
import { createRecording, type Recording } from './recording.ts'

const order: RunOrder = orderOf({
  program: { 'client.js': '' },
  endpoint: {
    target: { kind: 'live', url: 'wss://echo.example/' },
    name: 'echo',
    scenario: null,
    routed: true,
  },
  lesson: null,
  answers: {},
})
const thrown = traceFrom([
  { type: 'uncaughtError', kind: 'exception', name: 'TypeError', message: 'no', at: 20 },
])

let recording: Recording
let recorder: Recorder

beforeEach(() => {
  recording = createRecording(headerOf(order, 0), order)
  recorder = new Recorder(recording)
})

it('writes down the browser, the events and the end', () => {
  recorder.take({ type: 'started', browser: 'Firefox 153' })
  recorder.take({ type: 'records', events: thrown, computedUntil: 30 })
  expect(recording.header?.browser).toBe('Firefox 153')
  expect(recording.log.read().length).toBe(1)
  expect([recording.end, recording.complete]).toEqual([30, false])
  recorder.take({ type: 'ended', reason: 'idle', time: 40 })
  expect([recording.end, recording.complete, recording.endReason]).toEqual([40, true, 'idle'])
})

it('finds the problems of the program', () => {
  recorder.take({ type: 'records', events: thrown, computedUntil: 30 })
  recorder.take({ type: 'unguarded', file: 'client.js', message: 'no syntax' })
  expect(recording.problems).toMatchObject([
    { kind: 'exception', message: 'TypeError: no', time: 20 },
    { kind: 'unguarded', file: 'client.js', message: 'no syntax', time: 30 },
  ])
})

it('ends when the sandbox fails', () => {
  recorder.take({ type: 'records', events: thrown, computedUntil: 30 })
  recorder.take({ type: 'failed', problem: { kind: 'navigated', detail: '' } })
  expect(recording.problems).toMatchObject([{ kind: 'exception' }, { kind: 'navigated', time: 30 }])
  expect([recording.end, recording.complete]).toEqual([30, true])
})

it('records events after the end, without their problems', () => {
  recorder.finish(10)
  recorder.take({ type: 'records', events: thrown, computedUntil: 30 })
  expect([recording.log.read().length, recording.end]).toEqual([1, 30])
  expect(recording.problems).toEqual([])
})

it('finds connections that fail before they open', () => {
  recorder.take({
    type: 'records',
    events: traceFrom([
      { type: 'created', connectionId: 'ws-1', url: 'wss://echo.example/', protocols: [] },
      {
        type: 'closed',
        connectionId: 'ws-1',
        code: 1006,
        reason: '',
        wasClean: false,
        at: 50,
      },
    ]),
    computedUntil: 50,
  })
  expect(recording.failures).toMatchObject([{ url: 'wss://echo.example/', time: 50 }])
  expect(recording.problems).toMatchObject([{ kind: 'unreachable' }])
})

it('keeps the state of the wiretap', () => {
  recorder.take({ type: 'wiretap', state: { kind: 'reading' } })
  expect(recording.wiretap).toEqual({ kind: 'reading' })
})
