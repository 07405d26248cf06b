// Long because each kind of event is one test with the rows and arrows it makes, written out.
import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../../core/trace/event.ts'
import { shortFrame } from '../../../core/trace/testing/sample.ts'
import { traceOf, type EventSketch } from '../../../core/trace/testing/sketch.ts'
import type { WireArrow } from './arrows.ts'
import { WireLayout } from './wire-layout.ts'

/** Rows as `time slot:seq …`, and arrows as `row>row`, with `x` and a reason for losses. */
function draw(layout: WireLayout): { rows: string[]; arrows: string[] } {
  const { rows, arrows } = layout
  return {
    rows: Array.from({ length: rows.end - rows.first }, (_, index) => {
      const row = rows.at(rows.first + index)
      const cells = row?.cells.map(({ slot, seq }) => `${slot}:${String(seq)}`) ?? []
      return `${String(row?.time)} ${cells.join(' ')}`
    }),
    arrows: arrows.between(rows.first, rows.end).map(arrowText),
  }
}

function arrowText({ direction, kind, from, departure, arrival, loss }: WireArrow): string {
  const what = kind === 'frame' || kind === 'handshake' ? '' : ` ${kind}`
  const start = from === 'network' ? '~' : (departure?.row ?? '?')
  const end = arrival?.row ?? (loss === undefined ? '?' : `x ${loss.how}`)
  return `${direction}${what} ${String(start)}>${String(end)}`
}

function layoutOf(events: readonly TraceEvent[], scope: string | null = null): WireLayout {
  const layout = new WireLayout(scope)
  for (const event of events) layout.accept(event)
  return layout
}

function drawing(...sketches: EventSketch[]) {
  return draw(layoutOf(traceOf(...sketches)))
}

const octets = Uint8Array.of(0x47)
const head = { headers: [], byteLength: 99 }
const server = { side: 'server' } as const

/** The opening handshake on the built-in endpoint, as its wiretap and its WebSocket record it. */
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
  it('knows the first opening handshake of the connections that it shows', () => {
    const second: EventSketch = {
      ...head,
      type: 'willSendHandshakeRequest',
      method: 'GET',
      target: '/',
    }
    const events = traceOf(...handshake, { ...second, connectionId: 'ws-2', at: 90 })
    expect(layoutOf(events).firstRequest).toEqual({ row: 0, seq: 3 })
    expect(layoutOf(events, 'ws-2').firstRequest?.seq).toBe(opened)
  })

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

  it('draws what a program did in a state above the change that came after', () => {
    const picture = drawing(
      ...handshake.slice(0, 3),
      { type: 'apiCall', api: 'WebSocket', method: 'close', arguments: [], cause: 2 },
      { type: 'readyStateChanged', from: 0, to: 2, cause: 3 },
      { type: 'closed', code: 1006, reason: '', wasClean: false, cause: 3 },
      { type: 'consoleMessage', level: 'log', arguments: [], cause: 3 },
      { type: 'readyStateChanged', from: 2, to: 3, cause: 5 },
    )
    expect(picture.rows).toEqual(['0 code:0 state:2', '0 code:3 state:4', '0 code:6', '0 state:7'])
  })

  it('draws the answer of a server as its own event, whatever its octets bring besides', () => {
    const picture = drawing(
      ...handshake.slice(0, 6),
      { type: 'handshakeResponseSent', ...server, status: 101, statusText: '', ...head, cause: 5 },
      { type: 'bytesSent', ...server, data: octets, cause: 6 },
      { type: 'bytesReceived', data: octets, at: 80, cause: 7 },
      { type: 'handshakeResponseReceived', status: 101, statusText: '', ...head, cause: 8 },
    )
    expect(picture).toEqual({
      rows: [
        '0 code:0 state:2 clientDeparture:3',
        '40 serverArrival:5 serverDeparture:6',
        '80 clientArrival:9',
      ],
      arrows: ['out 0>1', 'in 1>2'],
    })
  })

  it('joins a call, its frame and its receipt', () => {
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

  it('gives frames in flight at once a row each, so that none hides another', () => {
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

  it('never draws an arrow level or upwards, even without latency', () => {
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

  it('draws the events of a side in order', () => {
    const frame = shortFrame(1, 'x')
    const picture = drawing(
      { type: 'frameSent', frame, at: 5 },
      { type: 'eventFired', eventType: 'open', listeners: 1 },
    )
    expect(picture.rows).toEqual(['5 clientDeparture:0', '5 code:1'])
  })

  it('leaves an unseen end open, as on a real endpoint', () => {
    const frame = shortFrame(1, 'x')
    const picture = drawing(
      { type: 'frameSent', frame, at: 5 },
      { type: 'frameReceived', frame, at: 30 },
      { type: 'transportClosed', how: 'fin', by: 'server', at: 40 },
    )
    expect(picture).toEqual({
      rows: ['5 clientDeparture:0', '30 clientArrival:1', '40 clientArrival:2'],
      arrows: ['out 0>?', 'in ?>1', 'in fin ?>2'],
    })
  })

  it('draws the end of a transport as it travels', () => {
    const picture = drawing(
      { type: 'transportClosed', ...server, how: 'rst', by: 'server', at: 5 },
      { type: 'transportClosed', how: 'rst', by: 'server', at: 25, cause: 0 },
    )
    expect(picture).toEqual({
      rows: ['5 serverDeparture:0', '25 clientArrival:1'],
      arrows: ['in rst 0>1'],
    })
  })

  it('leaves out the setting of handlers', () => {
    const call = { type: 'apiCall', api: 'WebSocket', arguments: [] } as const
    const picture = drawing({ ...call, method: 'onopen' }, { ...call, method: 'close' })
    expect(picture.rows).toEqual(['0 code:1'])
  })

  it('keeps to one connection and to events of none', () => {
    const frame = shortFrame(1, 'x')
    const events = traceOf(
      { type: 'frameSent', frame, connectionId: 'ws-2', at: 5 },
      { type: 'consoleMessage', level: 'log', arguments: [] },
      { type: 'consoleMessage', ...server, level: 'log', arguments: [] },
    )
    expect(draw(layoutOf(events, 'ws-1')).rows).toEqual(['5 code:1 server:2'])
  })

  it('finds the rows before the playhead and the row of an event', () => {
    const layout = layoutOf(traceOf(...handshake))
    expect(layout.rows.before(0)).toBe(0)
    expect(layout.rows.before(5)).toBe(1)
    expect(layout.rows.before(6)).toBe(2)
    expect(layout.rows.rowOf(3)).toBe(0)
    expect(layout.rows.rowOf(10)).toBe(2)
    expect(layout.rows.rowOf(1)).toBe(-1)
  })

  it('finds the arrows that pass a window of rows', () => {
    const frame = shortFrame(1, 'x')
    const many = Array.from({ length: 300 }, (_, index): EventSketch[] => [
      { type: 'frameSent', frame, at: index * 10 },
      { type: 'frameReceived', ...server, frame, at: index * 10 + 5, cause: 2 * index },
    ])
    const layout = layoutOf(traceOf(...many.flat()))
    const rows = layout.arrows.between(100, 103).map(({ departure }) => departure?.row)
    expect(rows).toEqual([100, 102])
    expect(layout.arrows.between(101, 101).map(({ departure }) => departure?.row)).toEqual([100])
  })

  describe('of a message in several frames', () => {
    const first = shortFrame(1, 'Hel', { fin: false })
    const last = shortFrame(0, 'lo')
    const sketches: readonly EventSketch[] = [
      { type: 'frameSent', ...server, frame: first, at: 0 },
      { type: 'frameSent', ...server, frame: shortFrame(9, 'still there?') },
      { type: 'frameSent', ...server, frame: last },
      { type: 'frameSent', ...server, frame: shortFrame(1, 'whole') },
    ]

    it('brackets its frames, and not the control frame between them', () => {
      const { messages } = layoutOf(traceOf(...sketches))
      expect(messages.between(0, 9)).toEqual([
        {
          direction: 'in',
          connectionId: 'ws-1',
          opcode: 1,
          frames: [
            { row: 0, seq: 0 },
            { row: 2, seq: 2 },
          ],
          octets: [3, 5],
          isWhole: true,
        },
      ])
    })

    it('keeps messages of several connections and both directions apart', () => {
      const events = traceOf(
        { type: 'frameSent', frame: first, at: 0 },
        { type: 'frameSent', frame: first, connectionId: 'ws-2' },
        { type: 'frameSent', ...server, frame: first },
        { type: 'frameSent', frame: last },
      )
      const found = layoutOf(events).messages.between(0, 9)
      expect(found.map(({ frames, isWhole }) => [frames.length, isWhole])).toEqual([
        [2, true],
        [1, false],
        [1, false],
      ])
    })
  })

  describe('of what is lost', () => {
    const frame = shortFrame(1, 'x')

    it('ends the arrow of a dropped frame midway, and marks the intervention', () => {
      const picture = drawing(
        ...handshake,
        { type: 'frameSent', frame, at: 90 },
        { type: 'intervention', kind: 'dropFrame', cause: opened },
      )
      expect(picture.rows.at(-1)).toBe(`90 marker:${String(opened + 1)}`)
      expect(picture.arrows.at(-1)).toBe('out 3>x dropped')
    })

    it('shows when a silence began, and when the connection was given up', () => {
      const layout = layoutOf(
        traceOf(
          ...handshake,
          { type: 'frameSent', frame, at: 90 },
          { type: 'transportClosed', how: 'silence', by: 'network', at: 100 },
          { type: 'transportClosed', ...server, how: 'silence', by: 'network' },
          { type: 'frameSent', ...server, frame, at: 200 },
          { type: 'readyStateChanged', from: 1, to: 3, at: 900 },
        ),
      )
      expect(draw(layout).arrows.slice(2)).toEqual(['out 3>x silence', 'in 5>x silence'])
      expect(layout.bands.between(0, 99)).toEqual([
        {
          kind: 'silence',
          connectionId: 'ws-1',
          seq: opened + 1,
          fromRow: 4,
          fromTime: 100,
          toRow: 6,
          toTime: 900,
        },
      ])
    })

    it('loses what is in flight towards the side that resets the connection', () => {
      const picture = drawing(
        ...handshake,
        { type: 'frameSent', frame, at: 90 },
        { type: 'transportClosed', ...server, how: 'rst', by: 'server', at: 100 },
        { type: 'transportClosed', how: 'rst', by: 'server', at: 120, cause: opened + 1 },
      )
      expect(picture.arrows.slice(2)).toEqual(['out 3>x closed', 'in rst 4>5'])
    })

    it('trusts an arrival more than a guess', () => {
      const picture = drawing(
        ...handshake,
        { type: 'frameSent', frame, at: 90 },
        { type: 'transportClosed', ...server, how: 'rst', by: 'server', at: 100 },
        { type: 'frameReceived', ...server, frame, at: 110, cause: opened },
      )
      expect(picture.arrows.slice(2)).toEqual(['out 3>5', 'in rst 4>?'])
    })

    it('calls nothing lost if nobody watches the server', () => {
      const picture = drawing(
        { type: 'frameSent', frame, at: 5 },
        { type: 'transportClosed', how: 'rst', by: 'server', at: 40 },
      )
      expect(picture.arrows).toEqual(['out 0>?', 'in rst ?>1'])
    })

    it('lets a middlebox end a connection from the middle, towards both sides', () => {
      const picture = drawing(
        { type: 'readyStateChanged', to: 1, at: 50 },
        { type: 'transportClosed', how: 'fin', by: 'network', at: 60 },
        { type: 'transportClosed', ...server, how: 'fin', by: 'network' },
      )
      expect(picture.rows.slice(1)).toEqual(['60 network:1 serverArrival:2'])
      expect(picture.arrows).toEqual(['in fin ~>1', 'out fin ~>1'])
    })

    it('shades a server for as long as it stalls', () => {
      const layout = layoutOf(
        traceOf(
          { type: 'intervention', kind: 'stallServer', duration: 500, ...server, at: 50 },
          { type: 'consoleMessage', level: 'log', arguments: [], at: 60 },
          { type: 'consoleMessage', level: 'log', arguments: [], at: 700 },
        ),
      )
      expect(layout.bands.between(0, 9)).toMatchObject([
        { kind: 'stall', fromRow: 0, fromTime: 50, toRow: 2, toTime: 550 },
      ])
    })
  })

  describe('of several connections', () => {
    const made = (connectionId: string, at: number): EventSketch[] => [
      { type: 'readyStateChanged', to: 0, connectionId, at },
    ]

    it('numbers them, and gives each a ribbon beside those that are open', () => {
      const layout = layoutOf(
        traceOf(
          ...made('ws-1', 0),
          ...made('ws-2', 0),
          { type: 'readyStateChanged', from: 0, to: 3, connectionId: 'ws-1', at: 10 },
          ...made('ws-3', 20),
          { type: 'httpRequest', method: 'GET', url: '/', ...head, connectionId: 'http-1' },
        ),
      )
      const lifelines = [...layout.lifelines.all()]
      expect(lifelines.map(({ kind, number, column }) => [kind, number, column])).toEqual([
        ['socket', 1, 0],
        ['socket', 2, 1],
        ['socket', 3, 0],
        ['http', 1, 2],
      ])
      expect(lifelines.map(({ changes }) => changes.map(({ row, state }) => [row, state]))).toEqual(
        [
          [
            [0, 0],
            [2, 3],
          ],
          [[1, 0]],
          [[3, 0]],
          [[3, 'http']],
        ],
      )
      expect(layout.lifelines.columns).toBe(3)
    })

    it('counts hidden ones too', () => {
      const layout = layoutOf(traceOf(...made('ws-1', 0), ...made('ws-2', 0)), 'ws-2')
      expect(layout.connections).toBe(2)
      expect(layout.rows.end).toBe(1)
    })
  })

  it('draws a timer that fired if it leads to something', () => {
    const picture = drawing(
      { type: 'timerFired', timerId: 1, kind: 'interval', ...server, at: 5 },
      { type: 'frameSent', ...server, frame: shortFrame(1, 'x'), cause: 0 },
      { type: 'timerFired', timerId: 2, kind: 'timeout', at: 9 },
      { type: 'timerSet', timerId: 3, kind: 'timeout', delay: 1, cause: 2 },
    )
    expect(picture.rows).toEqual(['5 server:0 serverDeparture:1'])
  })

  it('draws an HTTP body with its head if both leave together, otherwise alone', () => {
    const http = { connectionId: 'http-1' }
    const data = Uint8Array.of(1, 2, 3)
    const layout = layoutOf(
      traceOf(
        { type: 'httpRequest', method: 'GET', url: '/', ...head, ...http, at: 0 },
        {
          type: 'httpRequest',
          method: 'GET',
          url: '/',
          ...head,
          ...http,
          ...server,
          at: 20,
          cause: 0,
        },
        { type: 'httpResponse', status: 200, statusText: 'OK', ...head, ...http, ...server },
        { type: 'httpData', data, ...http, ...server, cause: 1 },
        { type: 'httpResponse', status: 200, statusText: 'OK', ...head, ...http, at: 40, cause: 2 },
        { type: 'httpData', data, ...http, cause: 3 },
        { type: 'httpData', data, ...http, ...server, at: 50 },
        { type: 'httpData', data, ...http, at: 70, cause: 6 },
      ),
    )
    expect(draw(layout)).toEqual({
      rows: [
        '0 clientDeparture:0',
        '20 serverArrival:1 serverDeparture:2',
        '40 clientArrival:4',
        '50 serverDeparture:6',
        '70 clientArrival:7',
      ],
      arrows: ['out http 0>1', 'in http 1>2', 'in http 3>4'],
    })
    expect(layout.rows.cellOf(2)?.arrow?.body).toEqual({ seq: 3, octets: 3 })
  })

  it('pairs a pong with the newest ping that has its payload', () => {
    const events = traceOf(
      { type: 'frameSent', ...server, frame: shortFrame(9, 'a') },
      { type: 'frameSent', ...server, frame: shortFrame(9, 'b') },
      { type: 'frameSent', frame: shortFrame(10, 'b') },
      { type: 'frameSent', frame: shortFrame(10, 'unasked') },
    )
    const { rows } = layoutOf(events)
    expect(rows.cellOf(2)?.arrow?.partner?.departure?.seq).toBe(1)
    expect(rows.cellOf(1)?.arrow?.partner?.departure?.seq).toBe(2)
    expect(rows.cellOf(0)?.arrow?.partner).toBeUndefined()
    expect(rows.cellOf(3)?.arrow?.partner).toBeUndefined()
  })

  it('drops rows and arrows with their events, and keeps the numbers of the others', () => {
    const frame = shortFrame(1, 'x')
    const layout = new WireLayout(null)
    const many = Array.from({ length: 5000 }, (_, index): EventSketch[] => [
      { type: 'frameSent', frame, at: index * 10 },
      { type: 'frameReceived', ...server, frame, at: index * 10 + 5, cause: 2 * index },
    ])
    for (const event of traceOf(...many.flat())) layout.accept(event)
    layout.release(8001)
    expect(layout.rows.first).toBe(8001)
    expect(layout.rows.at(8001)?.firstSeq).toBe(8001)
    expect(layout.rows.rowOf(9000)).toBe(9000)
    expect(layout.arrows.between(0, 8001)).toHaveLength(1)
  })
})
