/**
 * What a page and the wiretap of the lab server say to each other, as JSON in text messages over
 * one WebSocket. Each side validates what arrives: `parseTapReport` in the page, `parseTapRequest`
 * in the server.
 *
 * Times are milliseconds of the server's monotonic clock, with at most three decimals.
 */
import type { Side } from '../event.ts'
import {
  finite,
  integer,
  oneOf,
  record,
  union,
  type ShapeProblem,
  type Properties,
  type Shape,
} from '../shape.ts'
import { connectionIdOfMark } from './address.ts'

export const WIRETAP_VERSION = 1

/** Octets of one `bytes` report. A longer read or write is told in several, of the same time. */
export const MAX_CHUNK = 1024 * 1024

/** The first of all reports. */
export interface Hello {
  readonly type: 'hello'
  readonly version: typeof WIRETAP_VERSION
  /** Octets that are recorded of all connections of one token together. */
  readonly limits: { readonly bytes: number }
}

interface ConnectionReport {
  readonly connectionId: string
  readonly time: number
}

/** A marked connection has reached the server: its request head was read. */
export interface Opened extends ConnectionReport {
  readonly type: 'opened'
}

/**
 * A chunk of the byte stream, as it was read from the socket or written to it, in order, opening
 * handshake included. The request line is as it was on the wire, with its mark.
 */
export interface Bytes extends ConnectionReport {
  readonly type: 'bytes'
  /** Who sent them. */
  readonly from: Side
  /** Base64 (RFC 4648 §4) of at most `MAX_CHUNK` octets. */
  readonly data: string
}

/**
 * The TCP connection is closed. The last report of its connection; `how`, `by` and `time` are those
 * of the first end, after which the other side of a half-closed connection may have sent on.
 */
export interface Ended extends ConnectionReport {
  readonly type: 'ended'
  readonly how: 'fin' | 'rst'
  readonly by: Side
}

/**
 * The limit was reached: from here on no bytes of this connection are recorded. Told again before
 * `ended`, with the count of all that were not.
 */
export interface Lost extends ConnectionReport {
  readonly type: 'lost'
  /** Octets of both directions that were not recorded. */
  readonly bytes: number
}

/** The answer to a `sync`, in its place among the rest: everything before `time` has been told. */
export interface Synced {
  readonly type: 'synced'
  readonly id: number
  readonly time: number
}

/** From the server to the page. */
export type TapReport = Hello | Opened | Bytes | Ended | Lost | Synced

/** From the page to the server. */
export interface TapRequest {
  readonly type: 'sync'
  readonly id: number
}

const time = finite(0)
const connection: Properties<ConnectionReport> = { connectionId: connectionIdOfMark, time }

/** Characters of the Base64 of the longest chunk. */
const MAX_BASE64 = Math.ceil(MAX_CHUNK / 3) * 4

/** Its characters are looked at when it is decoded. */
const base64: Shape<string> = (value) => {
  if (typeof value !== 'string') return ': expected a string'
  if (value.length > MAX_BASE64) return `: more than ${MAX_CHUNK} bytes`
  return value.length % 4 === 0 ? null : ': not Base64'
}

const report = union<TapReport>('type', {
  hello: record<Hello>({
    type: oneOf('hello'),
    version: oneOf(WIRETAP_VERSION),
    limits: record<Hello['limits']>({ bytes: integer(0) }),
  }),
  opened: record<Opened>({ type: oneOf('opened'), ...connection }),
  bytes: record<Bytes>({
    type: oneOf('bytes'),
    ...connection,
    from: oneOf('client', 'server'),
    data: base64,
  }),
  ended: record<Ended>({
    type: oneOf('ended'),
    ...connection,
    how: oneOf('fin', 'rst'),
    by: oneOf('client', 'server'),
  }),
  lost: record<Lost>({ type: oneOf('lost'), ...connection, bytes: integer(0) }),
  synced: record<Synced>({ type: oneOf('synced'), id: integer(0), time }),
})

const request = record<TapRequest>({ type: oneOf('sync'), id: integer(0) })

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
  const problem: ShapeProblem = shape(value)
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
