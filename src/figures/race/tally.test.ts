import { expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import { Tally } from './tally.ts'

let seq = 0
const base = (side: 'client' | 'server', time: number) =>
  ({ seq: seq++, time, side, provenance: 'observed', connectionId: 'http-1' }) as const
const request = (time: number, byteLength: number): TraceEvent => ({
  ...base('client', time),
  type: 'httpRequest',
  ...{ method: 'GET', url: 'http://a.example/', headers: [], byteLength },
})
const bytes = (
  type: 'bytesSent' | 'bytesReceived',
  side: 'client' | 'server',
  time: number,
  length: number,
): TraceEvent => ({ ...base(side, time), type, data: new Uint8Array(length) })

function tallyOf(...events: readonly TraceEvent[]): Tally {
  const tally = new Tally((event) => (event.type === 'httpRequest' ? 'polling' : undefined))
  for (const event of events) tally.add(event)
  return tally
}

it('counts what both sides of a connection sent', () => {
  const tally = tallyOf(
    request(0, 100),
    bytes('bytesSent', 'client', 0, 100),
    bytes('bytesReceived', 'server', 40, 100),
    bytes('bytesSent', 'server', 40, 30),
  )
  expect(tally.numbers('polling')).toMatchObject({
    ...{ bytes: 130, headers: 100, requests: 1, connections: 1 },
  })
  expect(tally.numbers('webSocket')).toMatchObject({ bytes: 0, requests: 0, connections: 0 })
})

it('knows when each write was read, also where several were read as one, or one in parts', () => {
  const { lanes } = tallyOf(
    request(0, 10),
    bytes('bytesSent', 'server', 1, 10),
    bytes('bytesSent', 'server', 2, 10),
    bytes('bytesSent', 'server', 3, 10),
    bytes('bytesReceived', 'client', 40, 25),
    bytes('bytesReceived', 'client', 50, 5),
  )
  expect(lanes.polling.flights.map(({ arrived }) => arrived)).toEqual([40, 40, 50])
})

it('leaves a write under way until it is read', () => {
  const { lanes } = tallyOf(request(0, 10), bytes('bytesSent', 'server', 1, 10))
  expect(lanes.polling.flights).toEqual([{ from: 'server', sent: 1, arrived: null }])
})

it('tells how old updates were when they arrived', () => {
  const tally = tallyOf()
  tally.updateHappened(100)
  tally.updateHappened(200)
  expect(tally.numbers('eventSource')).toMatchObject({ updates: 0, meanDelay: 0, maxDelay: 0 })
  tally.updateArrived('eventSource', 1, 400)
  tally.updateArrived('eventSource', 2, 400)
  expect(tally.numbers('eventSource')).toMatchObject({ updates: 2, meanDelay: 250, maxDelay: 300 })
})
