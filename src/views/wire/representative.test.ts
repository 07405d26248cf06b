import { describe, expect, it } from 'vitest'
import { asciiMessage, traceOf, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { shortFrame } from '../../core/trace/testing/sample.ts'
import { WireLayout } from './layout/wire-layout.ts'
import { representativeOf } from './representative.ts'

const frame = shortFrame(1, 'Hello')
const data = Uint8Array.of(0x81)
const sketches: readonly EventSketch[] = [
  { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [] },
  { type: 'bufferedAmountChanged', bufferedAmount: 5, cause: 0 },
  { type: 'messageSent', ...asciiMessage('Hello'), cause: 0 },
  { type: 'bytesSent', data, cause: 2 },
  { type: 'frameSent', frame, cause: 2 },
  { type: 'bytesReceived', data, at: 9 },
  { type: 'frameReceived', frame },
  { type: 'messageReceived', ...asciiMessage('Hello'), cause: 6 },
  { type: 'eventFired', eventType: 'message', listeners: 1, cause: 7 },
  { type: 'timerSet', timerId: 1, kind: 'timeout', delay: 5, cause: 8 },
  { type: 'timerFired', timerId: 1, kind: 'timeout', at: 99 },
]

describe('representativeOf', () => {
  const events = traceOf(...sketches)
  const layout = new WireLayout(null)
  for (const event of events) layout.accept(event)
  const representative = (seq: number) =>
    representativeOf({ get: (one) => events[one] }, layout.rows, seq)

  it('is the event itself if it is drawn', () => {
    expect([0, 4, 6, 8].map(representative)).toEqual([0, 4, 6, 8])
  })

  it('is the frame of a message or of bytes, or what they lead to', () => {
    expect([2, 3, 5, 7].map(representative)).toEqual([4, 4, 6, 8])
  })

  it('is its cause, if it leads to nothing on the wire', () => {
    expect([1, 9].map(representative)).toEqual([0, 8])
  })

  it('is nothing for an event unrelated to the wire', () => {
    expect(representative(10)).toBeNull()
  })
})
