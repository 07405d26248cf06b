import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import { shortFrame } from '../../core/trace/testing/every-event.ts'
import { traceOf, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { WireLayout } from './layout.ts'

/** `seq@time slot:seq …`, and the arrows as `row>row`. */
function draw(layout: WireLayout): { rows: string[]; arrows: string[] } {
  return {
    rows: layout.rows.map(
      (row) =>
        `${String(row.time)} ` +
        Array.from(row.slots, ([slot, seq]) => `${slot}:${String(seq)}`).join(' '),
    ),
    arrows: layout
      .arrowsBetween(0, layout.rows.length)
      .map(
        ({ direction, departure, arrival }) =>
          `${direction} ${String(departure?.row ?? '?')}>${String(arrival?.row ?? '?')}`,
      ),
  }
}

function layoutOf(events: readonly TraceEvent[], connectionId = 'ws-1'): WireLayout {
  const layout = new WireLayout(connectionId)
  for (const event of events) layout.accept(event)
  return layout
}

function drawing(...sketches: EventSketch[]) {
  return draw(layoutOf(traceOf(...sketches)))
}

const octets = Uint8Array.of(0x47)
const head = { headers: [], byteLength: 99 }
const server = { side: 'server' } as const

/** The opening handshake on the built-in endpoint, as its wiretap and its WebSocket tell it. */
const handshake: readonly EventSketch[] = [
  { type: 'apiCall', api: 'WebSocket', method: 'constructor', arguments: [], at: 0 },
  { type: 'created', url: 'wss://example.com/', protocols: [], cause: 0 },
  { type: 'readyStateChanged', to: 0, cause: 1 },
  { type: 'willSendHandshakeRequest', method: 'GET', target: '/', ...head, cause: 1 },
  { type: 'bytesSent', data: octets, cause: 3 },
  { type: 'bytesReceived', ...server, data: octets, at: 40, cause: 4 },
  { type: 'bytesSent', ...server, data: octets, cause: 5 },
  { type: 'bytesReceived', data: octets, at: 80, cause: 6 },
  { type: 'handshakeResponseReceived', status: 101, statusText: '', ...head, cause: 7 },
  { type: 'readyStateChanged', from: 0, to: 1, cause: 8 },
  { type: 'eventFired', eventType: 'open', listeners: 1, cause: 8 },
]
const opened = handshake.length

describe('WireLayout', () => {
  it('draws the opening handshake: a request, its answer, the states, the open event', () => {
    expect(drawing(...handshake)).toEqual({
      rows: [
        '0 code:0 state:2 clientDeparture:3',
        '40 serverArrival:5 serverDeparture:6',
        '80 clientArrival:8 state:9 code:10',
      ],
      arrows: ['out 0>1', 'in 1>2'],
    })
  })

  it('joins a call, its frame and the receipt of that', () => {
    const frame = shortFrame(1, 'Hello')
    const picture = drawing(
      ...handshake,
      { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [], at: 82 },
      { type: 'frameSent', frame, cause: opened },
      { type: 'frameReceived', ...server, frame, at: 102, cause: opened + 1 },
      { type: 'frameSent', ...server, frame, cause: opened + 2 },
      { type: 'frameReceived', frame, at: 122, cause: opened + 3 },
      { type: 'eventFired', eventType: 'message', listeners: 1 },
      { type: 'consoleMessage', level: 'log', arguments: [] },
    )
    expect(picture.rows.slice(3)).toEqual([
      `82 code:${String(opened)} clientDeparture:${String(opened + 1)}`,
      `102 serverArrival:${String(opened + 2)} serverDeparture:${String(opened + 3)}`,
      `122 clientArrival:${String(opened + 4)} code:${String(opened + 5)}`,
      `122 code:${String(opened + 6)}`,
    ])
    expect(picture.arrows.slice(2)).toEqual(['out 3>4', 'in 4>5'])
  })

  it('gives frames that are under way together a row each, so that none hides another', () => {
    const frame = shortFrame(1, 'x')
    const picture = drawing(
      { type: 'frameSent', frame, at: 0 },
      { type: 'frameSent', frame },
      { type: 'frameSent', ...server, frame },
      { type: 'frameReceived', ...server, frame, at: 20, cause: 0 },
      { type: 'frameReceived', ...server, frame, cause: 1 },
      { type: 'frameReceived', frame, cause: 2 },
    )
    expect(picture).toEqual({
      rows: [
        '0 clientDeparture:0',
        '0 clientDeparture:1 serverDeparture:2',
        '20 serverArrival:3',
        '20 serverArrival:4 clientArrival:5',
      ],
      arrows: ['out 0>2', 'out 1>3', 'in 1>3'],
    })
  })

  it('never draws an arrow level or upwards, though there be no latency', () => {
    const frame = shortFrame(1, 'x')
    const picture = drawing(
      { type: 'frameSent', frame, at: 5 },
      { type: 'frameReceived', ...server, frame, cause: 0 },
    )
    expect(picture).toEqual({
      rows: ['5 clientDeparture:0', '5 serverArrival:1'],
      arrows: ['out 0>1'],
    })
  })

  it('draws what happens at one side after what came before it there', () => {
    const frame = shortFrame(1, 'x')
    const picture = drawing(
      { type: 'frameSent', frame, at: 5 },
      { type: 'eventFired', eventType: 'open', listeners: 1 },
    )
    expect(picture.rows).toEqual(['5 clientDeparture:0', '5 code:1'])
  })

  it('leaves an end open that nobody saw, as on a real endpoint', () => {
    const frame = shortFrame(1, 'x')
    const picture = drawing(
      { type: 'frameSent', frame, at: 5 },
      { type: 'frameReceived', frame, at: 30 },
      { type: 'transportClosed', how: 'fin', by: 'server', at: 40 },
    )
    expect(picture).toEqual({
      rows: ['5 clientDeparture:0', '30 clientArrival:1', '40 clientNote:2'],
      arrows: ['out 0>?', 'in ?>1'],
    })
  })

  it('draws the end of a transport as it travels', () => {
    const picture = drawing(
      { type: 'transportClosed', ...server, how: 'rst', by: 'server', at: 5 },
      { type: 'transportClosed', how: 'rst', by: 'server', at: 25, cause: 0 },
    )
    expect(picture).toEqual({
      rows: ['5 serverDeparture:0', '25 clientArrival:1'],
      arrows: ['in 0>1'],
    })
  })

  it('leaves out the setting of handlers', () => {
    const call = { type: 'apiCall', api: 'WebSocket', arguments: [] } as const
    const picture = drawing({ ...call, method: 'onopen' }, { ...call, method: 'close' })
    expect(picture.rows).toEqual(['0 code:1'])
  })

  it('keeps to one connection and what belongs to none', () => {
    const frame = shortFrame(1, 'x')
    const events = traceOf(
      { type: 'frameSent', frame, connectionId: 'ws-2', at: 5 },
      { type: 'consoleMessage', level: 'log', arguments: [] },
      { type: 'consoleMessage', ...server, level: 'log', arguments: [] },
    )
    expect(draw(layoutOf(events)).rows).toEqual(['5 code:1 server:2'])
  })

  it('finds the rows before the playhead and the row of an event', () => {
    const layout = layoutOf(traceOf(...handshake))
    expect(layout.rowsBefore(0)).toBe(0)
    expect(layout.rowsBefore(5)).toBe(1)
    expect(layout.rowsBefore(6)).toBe(2)
    expect(layout.rowOf(3)).toBe(0)
    expect(layout.rowOf(10)).toBe(2)
    expect(layout.rowOf(1)).toBe(-1)
  })

  it('finds the arrows that pass a window of rows', () => {
    const frame = shortFrame(1, 'x')
    const many = Array.from({ length: 300 }, (_, index): EventSketch[] => [
      { type: 'frameSent', frame, at: index * 10 },
      { type: 'frameReceived', ...server, frame, at: index * 10 + 5, cause: 2 * index },
    ])
    const layout = layoutOf(traceOf(...many.flat()))
    const rows = layout.arrowsBetween(100, 103).map(({ departure }) => departure?.row)
    expect(rows).toEqual([100, 102])
    expect(layout.arrowsBetween(101, 101).map(({ departure }) => departure?.row)).toEqual([100])
  })
})
