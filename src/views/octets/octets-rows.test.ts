import { expect, it } from 'vitest'
import { traceOf, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { OctetsRows } from './octets-rows.ts'

const open: EventSketch = { type: 'eventFired', eventType: 'open', listeners: 1 }

it('counts what is before the playhead, and forgets what the log dropped', () => {
  const rows = new OctetsRows()
  for (const event of traceOf(open, open, open)) rows.accept(event)
  expect(rows.before(0)).toEqual([])
  expect(rows.before(2)).toEqual([{ type: 'eventFired', count: 2 }])
  rows.release(1)
  expect(rows.before(2)).toEqual([{ type: 'eventFired', count: 1 }])
})
