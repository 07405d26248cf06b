import { describe, expect, it } from 'vitest'
import { shortFrame } from '../../core/trace/testing/sample.ts'
import { everyEvent } from '../../core/trace/testing/samples.ts'
import { traceOf } from '../../core/trace/testing/sketch.ts'
import { bytesColumn, logRow } from './log-row.ts'

describe('logRow', () => {
  it('never relies on colour alone: a coloured direction has its arrow, an error its group', () => {
    for (const event of everyEvent()) {
      const row = logRow(event)
      if (event.type !== 'eventFired' && (row.tone === 'out' || row.tone === 'in'))
        expect(row.direction, event.type).toBe(row.tone)
    }
  })

  it('takes the colour of the state that is entered', () => {
    const [event] = traceOf({ type: 'readyStateChanged', from: 1, to: 2 })
    expect(event && logRow(event).tone).toBe('state-2')
  })
})

describe('bytesColumn', () => {
  it('tells the header of a frame from its payload', () => {
    const [frame, call] = traceOf(
      { type: 'frameSent', frame: shortFrame(1, 'Hello') },
      { type: 'apiCall', api: 'WebSocket', method: 'close', arguments: [] },
    )
    expect(frame && bytesColumn(logRow(frame), String)).toBe('2 + 5')
    expect(call && bytesColumn(logRow(call), String)).toBe('')
  })
})
