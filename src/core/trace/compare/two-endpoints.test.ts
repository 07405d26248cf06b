import { describe, expect, it } from 'vitest'
import type { TraceHeader } from '../header.ts'
import { TraceLog } from '../log.ts'
import { maskedFrame, shortFrame } from '../testing/sample.ts'
import { asciiMessage, traceFrom, type EventSketch } from '../testing/sketch.ts'
import type { ComparedTrace, Comparison } from './comparison.ts'
import { compareEndpoints } from './two-endpoints.ts'
import { TRACE_VERSION } from '../trace-versions.ts'

const header = (kind: 'built-in' | 'lab' | 'live'): TraceHeader => ({
  version: TRACE_VERSION,
  clock: kind === 'built-in' ? 'virtual' : 'real',
  seed: null,
  conditions: null,
  endpoint: { kind, name: kind },
  startedAt: null,
  browser: '',
})

function trace(kind: 'built-in' | 'lab' | 'live', sketches: readonly EventSketch[]): ComparedTrace {
  const log = new TraceLog()
  for (const event of traceFrom(sketches)) log.append(event)
  return { header: header(kind), log }
}

const text = (value: string) => ({ kind: 'string', text: value, length: value.length }) as const
const key = (last: number) => Uint8Array.of(1, 2, 3, last)
const closeBody = (code: number) => Uint8Array.of(code >> 8, code & 0xff)

interface Echo {
  /** How the wire is known. */
  readonly wire: 'observed' | 'reconstructed'
  /** What its program prints is seen too. */
  readonly inPage: boolean
  readonly mask: number
  readonly pace: number
  readonly subprotocol?: string
  readonly code?: number
}

/** One message there and back, and a clean close, as an endpoint would show them. */
function echo({ wire, inPage, mask, pace, subprotocol, code = 1000 }: Echo): EventSketch[] {
  const provenance = wire
  const whenObserved = (...sketches: readonly EventSketch[]) =>
    wire === 'observed' ? sketches : []
  const side = 'server'
  const hello = maskedFrame(shortFrame(1, 'Hello'), key(mask))
  const close = shortFrame(8, closeBody(code))
  return [
    { type: 'apiCall', api: 'WebSocket', method: 'constructor', arguments: [text('ws://a')] },
    { type: 'created', url: 'ws://a/', protocols: [], routedTo: `ws://${wire}/` },
    {
      type: 'willSendHandshakeRequest',
      provenance,
      method: 'GET',
      target: `/${wire}`,
      headers: [
        ['Sec-WebSocket-Key', String(mask)],
        ...(wire === 'observed'
          ? [['Sec-WebSocket-Extensions', 'permessage-deflate'] as const]
          : []),
      ],
      byteLength: 0,
    },
    ...whenObserved({ type: 'bytesSent', data: Uint8Array.of(mask) }),
    {
      type: 'handshakeResponseReceived',
      provenance,
      status: 101,
      statusText: 'Switching Protocols',
      headers: [
        ['Date', String(pace)],
        ...(subprotocol === undefined ? [] : [['Sec-WebSocket-Protocol', subprotocol] as const]),
      ],
      byteLength: 0,
      at: pace,
    },
    { type: 'readyStateChanged', from: 0, to: 1 },
    { type: 'eventFired', eventType: 'open', listeners: 1 },
    { type: 'messageSent', ...asciiMessage('Hello') },
    { type: 'frameSent', provenance, frame: hello },
    ...whenObserved(
      { type: 'frameReceived', side, frame: hello, at: 2 * pace },
      { type: 'frameSent', side, frame: shortFrame(9) },
      { type: 'frameSent', side, frame: shortFrame(1, 'Hello') },
    ),
    ...(inPage ? [{ type: 'consoleMessage', side, level: 'log', arguments: [] } as const] : []),
    ...whenObserved(
      { type: 'frameReceived', frame: shortFrame(9), at: 3 * pace },
      { type: 'frameSent', frame: maskedFrame(shortFrame(10), key(mask)) },
    ),
    { type: 'frameReceived', provenance, frame: shortFrame(1, 'Hello'), at: 3 * pace },
    { type: 'messageReceived', ...asciiMessage('Hello') },
    { type: 'eventFired', eventType: 'message', listeners: 1, data: asciiMessage('Hello').data },
    { type: 'consoleMessage', level: 'log', arguments: [text('Hello')] },
    { type: 'frameSent', provenance, frame: maskedFrame(close, key(0)) },
    ...whenObserved(
      { type: 'frameReceived', side, frame: shortFrame(10), at: 4 * pace },
      { type: 'frameReceived', side, frame: close },
      { type: 'frameSent', side, frame: close },
    ),
    { type: 'frameReceived', provenance, frame: close, at: 5 * pace },
    { type: 'closed', code, reason: '', wasClean: true },
    { type: 'eventFired', eventType: 'close', listeners: 1, code, reason: '', wasClean: true },
  ]
}

const built: Echo = { wire: 'observed', inPage: true, mask: 7, pace: 40 }
const tapped: Echo = { wire: 'observed', inPage: false, mask: 9, pace: 3 }
const untapped: Echo = { wire: 'reconstructed', inPage: false, mask: 0, pace: 5 }

function findings({ findings }: Comparison) {
  return findings.map(({ key, params }) => [key, ...Object.values(params)].join(' '))
}

describe('the same program on two endpoints', () => {
  it('agrees in everything but keys, masks and times', () => {
    const comparison = compareEndpoints(trace('built-in', echo(built)), trace('lab', echo(tapped)))
    expect(comparison.first).toBeNull()
    expect(findings(comparison)).toEqual([
      'sameForProgram 10',
      'handshake.same 101',
      'sameOnWire 6',
      'byNature',
    ])
    expect(comparison.onlyOneShows).toEqual([{ in: 'here', what: 'serverSide', count: 1 }])
  })

  it('names what only the one in the page shows, where the browser hides the wire', () => {
    const comparison = compareEndpoints(
      trace('built-in', echo(built)),
      trace('live', echo(untapped)),
    )
    expect(comparison.first).toBeNull()
    expect(findings(comparison)).toEqual([
      'sameForProgram 10',
      'handshake.same 101',
      'sameOnWire 2',
      'byNature',
    ])
    expect(comparison.onlyOneShows).toEqual([
      { in: 'here', what: 'bytes', count: 1 },
      { in: 'here', what: 'frames', count: 2 },
      { in: 'here', what: 'serverSide', count: 7 },
      { in: 'here', what: 'controlFrames', count: 2 },
    ])
  })

  it('counts a frame once that both the browser and its octets report', () => {
    const sketches = echo(tapped).flatMap((sketch): EventSketch[] => {
      const isData = sketch.type === 'frameSent' && sketch.frame.opcode === 1
      const isAnswer = sketch.type === 'handshakeResponseReceived'
      if (!isAnswer && !(isData && sketch.side === undefined)) return [sketch]
      return [{ ...sketch, provenance: 'reconstructed' }, sketch]
    })
    const comparison = compareEndpoints(trace('built-in', echo(built)), trace('lab', sketches))
    expect(comparison.first).toBeNull()
  })

  it('names a subprotocol and a close code that differ', () => {
    const comparison = compareEndpoints(
      trace('built-in', echo(built)),
      trace('lab', echo({ ...tapped, subprotocol: 'v2.chat', code: 1001 })),
    )
    expect(findings(comparison)).toEqual([
      'otherForProgram 2',
      'handshake.subprotocol – v2.chat',
      'otherOnWire 2',
      'closed.differs 1000 1001',
      'byNature',
    ])
    const [first] = comparison.rows.filter(({ kind }) => kind === 'differs')
    expect(first?.differences).toEqual([{ field: 'subprotocol', there: 'v2.chat' }])
  })

  it('names fragments and compression, and finds the same message in them', () => {
    const open: readonly EventSketch[] = [{ type: 'created', url: 'ws://a/', protocols: [] }]
    const message: readonly EventSketch[] = [{ type: 'messageReceived', ...asciiMessage('Hello') }]
    const here = trace('built-in', [
      ...open,
      { type: 'frameSent', side: 'server', frame: shortFrame(1, 'Hel', { fin: false }) },
      { type: 'frameSent', side: 'server', frame: shortFrame(0, 'lo') },
      ...message,
    ])
    const there = trace('lab', [
      ...open,
      {
        type: 'frameSent',
        side: 'server',
        frame: shortFrame(1, Uint8Array.of(0xf2, 0), { rsv1: true }),
      },
      ...message,
    ])
    const comparison = compareEndpoints(here, there)
    expect(findings(comparison)).toEqual([
      'sameForProgram 2',
      'otherOnWire 2',
      'fragmentation 2 1',
      'compression there',
      'byNature',
    ])
  })

  it('takes long traces of which every message differs', () => {
    const flood = (kind: 'built-in' | 'lab', name: string) => {
      const sketches: EventSketch[] = [{ type: 'created', url: 'ws://a/', protocols: [] }]
      for (let index = 0; index < 20_000; index += 1)
        sketches.push({ type: 'messageReceived', ...asciiMessage(`${name} ${String(index)}`) })
      return trace(kind, sketches)
    }
    const { counts } = compareEndpoints(flood('built-in', 'a'), flood('lab', 'b'))
    expect(counts).toEqual({ agrees: 1, moved: 0, differs: 20_000, onlyHere: 0, onlyThere: 0 })
  })
})
