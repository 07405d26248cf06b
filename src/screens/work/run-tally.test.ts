import { expect, it } from 'vitest'
import { shortFrame } from '../../core/trace/testing/sample.ts'
import { traceOf } from '../../core/trace/testing/sketch.ts'
import { RunTally } from './run-tally.ts'

it('counts lines of the console and each frame once, up to a moment', () => {
  const events = traceOf(
    { type: 'frameSent', frame: shortFrame(1) },
    { type: 'frameReceived', frame: shortFrame(1), side: 'server' },
    { type: 'frameReceived', frame: shortFrame(1) },
    { type: 'consoleMessage', level: 'log', arguments: [] },
  )
  const tally = new RunTally()
  for (const event of events) tally.accept(event)
  expect(tally.before(0)).toEqual({ code: 0, wire: 0 })
  expect(tally.before(3)).toEqual({ code: 0, wire: 2 })
  expect(tally.before(4)).toEqual({ code: 1, wire: 2 })
})
