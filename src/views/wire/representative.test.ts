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

  it('is the head that content arrived with, and the content itself where that came later', () => {
    const http = { connectionId: 'http-1' }
    const server = { side: 'server' } as const
    const head = { headers: [], byteLength: 1 }
    const answer = {
      type: 'httpResponse',
      status: 200,
      statusText: 'OK',
      ...head,
      ...http,
    } as const
    const ask = { type: 'httpRequest', method: 'GET', url: '/', ...head, ...http } as const
    const exchange = traceOf(
      { ...ask, at: 0 },
      { ...ask, ...server, at: 20, cause: 0 },
      { ...answer, ...server },
      { type: 'httpData', data, ...http, ...server, cause: 1 },
      { ...answer, at: 40, cause: 2 },
      { type: 'httpData', data, ...http, cause: 3 },
      { type: 'httpData', data, ...http, ...server, at: 50 },
    )
    const drawn = new WireLayout(null)
    for (const event of exchange) drawn.accept(event)
    const found = [3, 5, 6].map((seq) =>
      representativeOf({ get: (one) => exchange[one] }, drawn.rows, seq),
    )
    expect(found).toEqual([2, 4, 6])
  })

  it('is nothing for an event unrelated to the wire', () => {
    expect(representative(10)).toBeNull()
  })
})
