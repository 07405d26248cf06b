import { expect, it } from 'vitest'
import { close, open } from '../checks/testing/judge.ts'
import { TraceLog } from '../trace/log.ts'
import { traceFrom, type EventSketch } from '../trace/testing/sketch.ts'
import { findLook } from './find-look.ts'

function logOf(...sketches: readonly EventSketch[]): TraceLog {
  const log = new TraceLog()
  for (const event of traceFrom(sketches)) log.append(event)
  return log
}

const closed = { event: 'eventFired', eventType: 'close' } as const

it('a look leads to the one event that matches', () => {
  const log = logOf(open, close(1005, true))
  expect(findLook({ ...closed, code: 1005 }, log)).toEqual({ seq: 1, isOnly: true })
})

it('of several events it leads to the first, and says that there are others', () => {
  expect(findLook(closed, logOf(close(1005, true), close(1000, true)))).toEqual({
    seq: 0,
    isOnly: false,
  })
})

it('a run without such an event has none', () => {
  expect(findLook({ ...closed, code: 1006 }, logOf(close(1000, true)))).toBeNull()
})
