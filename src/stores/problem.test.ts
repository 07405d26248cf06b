import { describe, expect, it } from 'vitest'
import { traceOf, type EventSketch } from '../core/trace/testing/sketch.ts'
import { problemOf, UnopenedConnections } from './problem.ts'

const created: EventSketch = { type: 'created', url: 'wss://a.example/', protocols: [] }
const failed: EventSketch = { type: 'closed', code: 1006, reason: '', wasClean: false, at: 30 }

function unopened(...sketches: EventSketch[]) {
  const connections = new UnopenedConnections()
  return traceOf(...sketches).flatMap((event) => connections.accept(event) ?? [])
}

describe('a connection that failed before it opened', () => {
  it('is a problem, named by its URL', () => {
    expect(unopened(created, failed)).toEqual([
      { kind: 'unreachable', message: 'wss://a.example/', time: 30, seq: 1 },
    ])
  })

  it('is named by where it was routed', () => {
    const [problem] = unopened({ ...created, routedTo: 'ws://localhost:1/' }, failed)
    expect(problem?.message).toBe('ws://localhost:1/')
  })

  it('is not one that was open', () => {
    expect(unopened(created, { type: 'readyStateChanged', from: 0, to: 1 }, failed)).toEqual([])
  })

  it('is not one that the program itself closed while it connected', () => {
    expect(unopened(created, { type: 'readyStateChanged', from: 0, to: 2 }, failed)).toEqual([])
  })
})

describe('an uncaught error', () => {
  it('is a problem with its line and its words', () => {
    const [event] = traceOf({
      type: 'uncaughtError',
      kind: 'exception',
      name: 'TypeError',
      message: 'no',
      at: 12,
      source: { file: 'client.js', line: 3, column: 5 },
    })
    expect(event && problemOf(event)).toEqual({
      kind: 'exception',
      message: 'TypeError: no',
      time: 12,
      seq: 0,
      file: 'client.js',
      line: 3,
      column: 5,
    })
  })

  it('that is no Error is told by its words alone', () => {
    const [event] = traceOf({ type: 'uncaughtError', kind: 'exception', name: '', message: 'x' })
    expect(event && problemOf(event)?.message).toBe('x')
  })
})
