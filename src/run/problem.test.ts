import { describe, expect, it } from 'vitest'
import { traceOf } from '../core/trace/testing/sketch.ts'
import { problemOf } from './problem.ts'

describe('an uncaught error', () => {
  it('is a problem with its line and its message', () => {
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

  it('that is no Error has only a message', () => {
    const [event] = traceOf({ type: 'uncaughtError', kind: 'exception', name: '', message: 'x' })
    expect(event && problemOf(event)?.message).toBe('x')
  })
})
