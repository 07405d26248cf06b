import { describe, expect, it } from 'vitest'
import { TraceLog } from '../log.ts'
import { traceOf, type EventSketch } from '../testing/sketch.ts'
import type { HeadEvent } from './head-rows.ts'
import { headRows, startLine } from './head-rows.ts'
import { rawHead } from './raw-head.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function logOf(...sketches: readonly EventSketch[]) {
  const log = new TraceLog()
  for (const event of traceOf(...sketches)) log.append(event)
  return log
}

function headAt(log: TraceLog, seq: number): HeadEvent {
  const event = log.get(seq)
  if (event === undefined || !('headers' in event)) throw new Error('no head')
  return event
}

const request = 'GET /chat HTTP/1.1\r\nHost: example.com\r\nX-Odd:  spaced \r\n\r\n'
const response = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n'

describe('headRows', () => {
  it('says of each field what it is for and whether a handshake fails without it', () => {
    const log = logOf({
      type: 'willSendHandshakeRequest',
      method: 'GET',
      target: '/',
      headers: [
        ['Host', 'example.com'],
        ['SEC-WebSocket-Protocol', 'chat'],
        ['X-Powered-By', 'tea'],
        ['constructor', 'no'],
      ],
      byteLength: 60,
    })
    expect(headRows(headAt(log, 0))).toEqual([
      row('Host', 'example.com', 'host', true),
      row('SEC-WebSocket-Protocol', 'chat', 'protocol', false),
      { name: 'X-Powered-By', value: 'tea', required: false, provenance: 'observed' },
      { name: 'constructor', value: 'no', required: false, provenance: 'observed' },
    ])
  })

  it('distinguishes what a browser hides, what must have been sent, and what an attribute says', () => {
    const log = logOf({
      type: 'handshakeResponseReceived',
      provenance: 'reconstructed',
      status: 101,
      statusText: '',
      headers: [
        ['Upgrade', 'websocket'],
        ['Sec-WebSocket-Accept', ''],
        ['Sec-WebSocket-Protocol', 'chat'],
      ],
      byteLength: 0,
    })
    expect(headRows(headAt(log, 0)).map(({ provenance }) => provenance)).toEqual([
      'reconstructed',
      'hidden',
      'attribute',
    ])
  })

  it('asks of a refusal nothing that only an agreement has', () => {
    const log = logOf({
      type: 'handshakeResponseReceived',
      status: 401,
      statusText: 'Unauthorized',
      headers: [['Connection', 'close']],
      byteLength: 60,
    })
    expect(headRows(headAt(log, 0))).toEqual([row('Connection', 'close', 'connectionClose', false)])
  })

  function row(name: string, value: string, purpose: string, required: boolean) {
    return { name, value, purpose, required, provenance: 'observed' }
  }
})

describe('startLine', () => {
  it('asks for the path of a URL', () => {
    const log = logOf(
      { type: 'httpRequest', method: 'GET', url: 'http://a.example:80/poll?n=1', ...none },
      { type: 'httpRequest', method: 'POST', url: 'http://a.example', ...none },
      { type: 'httpResponse', status: 200, statusText: '', ...none },
    )
    expect([0, 1, 2].map((seq) => startLine(headAt(log, seq)))).toEqual([
      'GET /poll?n=1 HTTP/1.1',
      'POST / HTTP/1.1',
      'HTTP/1.1 200',
    ])
  })
  const none = { headers: [], byteLength: 0 } as const
})

describe('rawHead', () => {
  it('is what was on the wire, and no octet behind it', () => {
    const log = logOf(
      {
        type: 'willSendHandshakeRequest',
        method: 'GET',
        target: '/chat',
        headers: [],
        byteLength: request.length,
      },
      { type: 'bytesSent', data: utf8(request), cause: 0 },
      { type: 'bytesReceived', data: utf8(`${response}\u0081`) },
      {
        type: 'handshakeResponseReceived',
        status: 101,
        statusText: 'Switching Protocols',
        headers: [],
        byteLength: response.length,
        cause: 2,
      },
    )
    expect(rawHead(log, headAt(log, 0))).toEqual({
      lines: ['GET /chat HTTP/1.1', 'Host: example.com', 'X-Odd:  spaced '],
      isWire: true,
    })
    expect(rawHead(log, headAt(log, 3)).lines.at(-1)).toBe('Upgrade: websocket')
  })

  it('is written down from its fields where the octets were not observed', () => {
    const log = logOf({
      type: 'handshakeResponseReceived',
      provenance: 'reconstructed',
      status: 101,
      statusText: 'Switching Protocols',
      headers: [['Upgrade', 'websocket']],
      byteLength: 0,
    })
    expect(rawHead(log, headAt(log, 0))).toEqual({
      lines: ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket'],
      isWire: false,
    })
  })
})
