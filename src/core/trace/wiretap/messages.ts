/**
 * What a page and the lab server's wiretap send each other, as JSON in text messages over one
 * WebSocket. Each side validates what arrives: `parseTapReport` in the page, `parseTapRequest` in
 * the server.
 *
 * Times are milliseconds of the server's monotonic clock, with at most three decimals.
 */
import { fields, finite, integer, oneOf, variants, type Infer, type Shape } from '../shape.ts'
import { connectionIdOfMark } from './address.ts'

export const WIRETAP_VERSION = 1

/** Octets of one `bytes` report. A longer read or write makes several reports of the same time. */
export const MAX_CHUNK = 1024 * 1024

const time = finite(0)
const connection = { connectionId: connectionIdOfMark, time }
const side = oneOf('client', 'server')

/** Characters of the Base64 of the longest chunk. */
const MAX_BASE64 = Math.ceil(MAX_CHUNK / 3) * 4

/** Base64 (RFC 4648 §4) of at most `MAX_CHUNK` octets; decoding it checks its characters. */
const base64: Shape<string> = (value) => {
  if (typeof value !== 'string') return ': expected a string'
  if (value.length > MAX_BASE64) return `: more than ${MAX_CHUNK} bytes`
  return value.length % 4 === 0 ? null : ': not Base64'
}

const report = variants('type', {
  /** The first report. `limits`: octets recorded of all connections of one token together. */
  hello: { version: oneOf(WIRETAP_VERSION), limits: fields({ bytes: integer(0) }) },
  /** A marked connection has reached the server: its request head was read. */
  opened: connection,
  /**
   * A chunk of the byte stream, as it was read from the socket or written to it, in order, opening
   * handshake included. The request line is as it was on the wire, with its mark.
   */
  bytes: { ...connection, from: side, data: base64 },
  /**
   * The TCP connection is closed. The last report of its connection; `how`, `by` and `time` are
   * those of the first end, after which a half-closed connection may have sent on.
   */
  ended: { ...connection, how: oneOf('fin', 'rst'), by: side },
  /**
   * The limit was reached: no more bytes of this connection are recorded. Sent again before
   * `ended`, with the count of all octets of both directions that were not recorded.
   */
  lost: { ...connection, bytes: integer(0) },
  /** The answer to a `sync`: everything before `time` has been reported. */
  synced: { id: integer(0), time },
})
/** From the server to the page. */
export type TapReport = Infer<typeof report>
export type Ended = Extract<TapReport, { type: 'ended' }>
export type Synced = Extract<TapReport, { type: 'synced' }>

const request = fields({ type: oneOf('sync'), id: integer(0) })
/** From the page to the server. */
export type TapRequest = Infer<typeof request>

export type ParsedTapMessage<Message> =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: string }

function parse<Message>(text: string, shape: Shape<Message>): ParsedTapMessage<Message> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, problem: 'message: not JSON' }
  }
  const problem = shape(value)
  if (problem !== null) return { ok: false, problem: `message${problem}` }
  // The shape of this message found nothing wrong.
  return { ok: true, message: value as Message }
}

/** Reads a text message of the server; `problem` says what is wrong with it. */
export function parseTapReport(text: string): ParsedTapMessage<TapReport> {
  return parse(text, report)
}

/** Reads a text message of a page; `problem` says what is wrong with it. */
export function parseTapRequest(text: string): ParsedTapMessage<TapRequest> {
  return parse(text, request)
}
