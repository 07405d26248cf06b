/** A head as it was on the wire. */
import { endOfHead, latin1 } from '../../protocol/handshake/head.ts'
import type { TraceEvent } from '../event.ts'
import { headRows, isRequestHead, startLine, type HeadEvent } from './head-rows.ts'

export interface RawHead {
  /** Lines, without their CR LF. */
  readonly lines: readonly string[]
  /** Whether these are the octets of the wire, not only the same fields written down. */
  readonly isWire: boolean
}

interface Events {
  get(seq: number): TraceEvent | undefined
}

/** The octets of a head are written right after the event that announces them. */
const LOOK_AHEAD = 8

export function rawHead(log: Events, event: HeadEvent): RawHead {
  const octets = event.byteLength > 0 ? octetsOf(log, event) : undefined
  const text = octets === undefined ? '' : latin1(octets)
  if (text.startsWith(isRequestHead(event) ? event.method : 'HTTP/'))
    return { lines: text.replace(/(\r?\n)+$/, '').split(/\r?\n/), isWire: true }
  return {
    lines: [startLine(event), ...headRows(event).map(({ name, value }) => `${name}: ${value}`)],
    isWire: false,
  }
}

function octetsOf(log: Events, event: HeadEvent): Uint8Array | undefined {
  const isSent = isRequestHead(event) || event.type === 'handshakeResponseSent'
  const carrier = isSent ? writtenAfter(log, event) : log.get(event.cause ?? -1)
  const type = isSent ? 'bytesSent' : 'bytesReceived'
  if (carrier?.type !== type || carrier.side !== event.side) return undefined
  // Of an HTTP request `byteLength` counts its body too.
  const { data } = carrier
  return data.subarray(0, Math.min(event.byteLength, endOfHead(data) ?? data.length))
}

function writtenAfter(log: Events, event: HeadEvent): TraceEvent | undefined {
  for (let seq = event.seq + 1; seq <= event.seq + LOOK_AHEAD; seq += 1) {
    const later = log.get(seq)
    if (later?.type === 'bytesSent' && later.cause === event.seq) return later
  }
  return undefined
}
