/**
 * Reconstructs what a browser hides of a native WebSocket where the standards leave no choice.
 *
 * A header value that is random or computed cannot be known and is left empty. The header of a sent
 * frame ends before its masking key for the same reason.
 */
import type { Header, MessageData, TraceFrame } from '../../core/trace/event.ts'

const TEXT = 1
const BINARY = 2
const CLOSE = 8

/** Chromium splits what it sends into frames of at most this many octets; Firefox never does. */
const MAX_SINGLE_FRAME = 131_000

const encoder = new TextEncoder()

export function octetsOf(data: MessageData): Uint8Array {
  return data.kind === 'text' ? encoder.encode(data.text) : data.bytes
}

/** The fields that RFC 6455 §4.1 requires; a document of opaque origin sends `Origin: null`. */
export function requestHeaders(host: string, protocols: readonly string[]): readonly Header[] {
  return [
    ['Host', host],
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Key', ''],
    ['Sec-WebSocket-Version', '13'],
    ['Origin', 'null'],
    ...field('Sec-WebSocket-Protocol', protocols.join(', ')),
  ]
}

const field = (name: string, value: string): readonly Header[] =>
  value === '' ? [] : [[name, value]]

/** The fields without which the socket would not have opened (RFC 6455 §4.2.2). */
export function responseHeaders(protocol: string, extensions: string): readonly Header[] {
  return [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Accept', ''],
    ...field('Sec-WebSocket-Protocol', protocol),
    ...field('Sec-WebSocket-Extensions', extensions),
  ]
}

/**
 * The one frame of a message, unless an extension may have changed the message or the browser may
 * have split it. A peer may have split its message unseen.
 */
export function dataFrame(
  data: MessageData,
  byteLength: number,
  masked: boolean,
  extensions: string,
): TraceFrame | undefined {
  if (extensions !== '' || byteLength > MAX_SINGLE_FRAME) return undefined
  return frame(data.kind === 'text' ? TEXT : BINARY, masked, octetsOf(data), byteLength)
}

/** A Close frame with this body (RFC 6455 §5.5.1); code 1005 means a frame without a body. */
export function closeFrame(code: number, reason: string, masked: boolean): TraceFrame {
  if (code === 1005) return frame(CLOSE, masked, new Uint8Array())
  return frame(CLOSE, masked, new Uint8Array([code >> 8, code & 0xff, ...encoder.encode(reason)]))
}

function frame(
  opcode: number,
  masked: boolean,
  payload: Uint8Array,
  length = payload.length,
): TraceFrame {
  return {
    fin: true,
    rsv1: false,
    rsv2: false,
    rsv3: false,
    opcode,
    masked,
    header: frameHeader(opcode, masked, length),
    payload,
  }
}

/** RFC 6455 §5.2, without the masking key. */
function frameHeader(opcode: number, masked: boolean, length: number): Uint8Array {
  const first = 0x80 | opcode
  const mask = masked ? 0x80 : 0
  if (length < 126) return new Uint8Array([first, mask | length])
  if (length < 0x1_0000) return new Uint8Array([first, mask | 126, length >> 8, length & 0xff])
  const header = new Uint8Array(10)
  header.set([first, mask | 127])
  new DataView(header.buffer).setBigUint64(2, BigInt(length))
  return header
}
