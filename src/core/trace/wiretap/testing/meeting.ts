/** A run as the sandbox and the lab server report it, for tests of the merge. */
import { buildRequest, buildResponse, encodeFrame, Opcode } from '../../../protocol/index.ts'
import type { Side, TraceEvent } from '../../event.ts'
import { toBase64 } from '../../../protocol/base64.ts'
import { traceFrom, type EventSketch } from '../../testing/sketch.ts'
import { TraceMerge } from '../merge.ts'
import type { TapReport } from '../messages.ts'

/** Milliseconds that the server's clock is ahead of the run's; the page's clock is the run's. */
const AHEAD = 5000

/** RFC 6455 §1.2 and §5.7. */
const key = 'dGhlIHNhbXBsZSBub25jZQ=='
export const maskedHello = Uint8Array.of(
  ...[0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58],
)
const mask = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)
export const hello = new TextEncoder().encode('Hello')
const token = '0123456789abcdef0123456789abcdef'

export const request = buildRequest({
  host: 'localhost:8101',
  target: `/lab/~${token}.ws-1/echo`,
  key,
  origin: 'null',
  permessageDeflate: { clientMaxWindowBits: true },
  headers: [['User-Agent', 'A browser']],
})
export const response = buildResponse({ key })

export function frame(opcode: number, payload: Uint8Array, options: { fin?: boolean } = {}) {
  return encodeFrame({ opcode, payload, ...options })
}

export function masked(opcode: number, payload: Uint8Array, options: { fin?: boolean } = {}) {
  return encodeFrame({ opcode, payload, maskingKey: mask, ...options })
}

/** A Close frame's body. */
export function closing(code: number, reason: string): Uint8Array {
  return Uint8Array.of(code >> 8, code & 0xff, ...new TextEncoder().encode(reason))
}

export { Opcode }

export class Meeting {
  readonly merge = new TraceMerge(0)
  readonly events: TraceEvent[] = []
  /** The page's time. */
  now = 0
  #seq = 0
  #time = 0

  constructor() {
    this.merge.clock.synced(AHEAD, -0.1, 0.1)
  }

  #advance(): void {
    this.events.push(...this.merge.advance(this.now))
  }

  /** The sandbox reports a batch, up to a time. Causes count from the run's first event. */
  program(until: number, ...sketches: readonly EventSketch[]): void {
    const events = traceFrom(sketches).map((event) => {
      this.#time = Math.max(this.#time, event.time)
      return { ...event, seq: this.#seq++, time: this.#time }
    })
    this.#time = Math.max(this.#time, until)
    this.now = Math.max(this.now, until)
    this.merge.takeEvents(events, until, this.now)
    this.#advance()
  }

  /** The lab server saw this chunk. */
  bytes(at: number, from: Side, data: Uint8Array, connectionId = 'ws-1'): void {
    this.report({ type: 'bytes', connectionId, from, time: AHEAD + at, data: toBase64(data) })
  }

  ended(at: number, by: Side, how: 'fin' | 'rst' = 'fin', connectionId = 'ws-1'): void {
    this.report({ type: 'ended', connectionId, time: AHEAD + at, how, by })
  }

  report(report: TapReport): void {
    this.merge.takeReport(report, this.now)
    this.#advance()
  }

  /** The lab server has reported everything so far. */
  sync(): void {
    const id = this.merge.beginSync(this.now)
    this.report({ type: 'synced', id, time: AHEAD + this.now })
  }

  /** Nothing comes for this many milliseconds. */
  wait(duration: number): void {
    this.now += duration
    this.#advance()
  }

  /** `seq@time side type …<cause`; what was not observed is marked with `~`. */
  get rows(): string[] {
    return this.events.map((event) => {
      const { seq, time, side, type, provenance, cause } = event
      return (
        `${seq}@${Number(time.toFixed(2))} ${side} ${provenance === 'observed' ? '' : '~'}${type}` +
        `${detail(event)}${cause === undefined ? '' : ` <${cause}`}`
      )
    })
  }
}

function detail(event: TraceEvent): string {
  switch (event.type) {
    case 'bytesSent':
    case 'bytesReceived':
      return ` ${event.data.length}`
    case 'frameSent':
    case 'frameReceived':
      return ` ${event.frame.opcode}${event.frame.fin ? '' : '+'} ${event.frame.header.length}+${event.frame.payload.length}`
    case 'readyStateChanged':
      return ` ${event.to}`
    case 'eventFired':
      return ` ${event.eventType}`
    case 'apiCall':
      return ` ${event.method}`
    case 'handshakeResponseSent':
    case 'handshakeResponseReceived':
      return ` ${event.status}`
    case 'transportClosed':
      return ` ${event.how} by ${event.by}`
    case 'frameError':
      return ` ${event.section ?? ''}`
    default:
      return ''
  }
}

/** What the sandbox reports of a socket made at a time. */
export function made(at: number): EventSketch[] {
  return [
    { type: 'apiCall', api: 'WebSocket', method: 'constructor', arguments: [], at },
    {
      type: 'created',
      url: 'ws://example.com/',
      routedTo: 'ws://localhost:8101/lab/echo',
      protocols: [],
      cause: 0,
    },
    { type: 'readyStateChanged', to: 0, cause: 1 },
    {
      type: 'willSendHandshakeRequest',
      provenance: 'reconstructed',
      method: 'GET',
      target: '/lab/echo',
      headers: [],
      byteLength: 0,
      cause: 1,
    },
  ]
}

/** … that opens: the events 4 to 6. */
export function opened(at: number): EventSketch[] {
  return [
    {
      type: 'handshakeResponseReceived',
      provenance: 'reconstructed',
      status: 101,
      statusText: 'Switching Protocols',
      headers: [],
      byteLength: 0,
      at,
    },
    { type: 'readyStateChanged', from: 0, to: 1, cause: 4 },
    { type: 'eventFired', eventType: 'open', listeners: 1, cause: 4 },
  ]
}
