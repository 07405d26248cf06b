/** The opening handshake (RFC 6455 §4). */
import { MAX_TEXT } from '../event-limits.ts'
import { integer, oneOf, record, text } from '../shape.ts'
import { connection, name, type ConnectionEventBase } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'
import {
  headers,
  headersField,
  octetsOfHead,
  sizeOfHeaders,
  statusLine,
  type Header,
} from './headers.ts'

export interface WillSendHandshakeRequest extends ConnectionEventBase {
  readonly type: 'willSendHandshakeRequest'
  readonly method: string
  /** The request target: path and query. */
  readonly target: string
  readonly headers: readonly Header[]
  /** Octets of the request head on the wire; 0 where they were not seen. */
  readonly byteLength: number
}

export interface HandshakeResponseReceived extends ConnectionEventBase {
  readonly type: 'handshakeResponseReceived'
  readonly status: number
  readonly statusText: string
  readonly headers: readonly Header[]
  /** Octets of the response head on the wire; 0 where they were not seen. */
  readonly byteLength: number
}

export type HandshakeEvent = WillSendHandshakeRequest | HandshakeResponseReceived

export interface HandshakeReaders {
  readonly willSendHandshakeRequest:
    'state' | 'merge' | 'hiddenCapture' | 'roundTrips' | 'tally' | 'wire' | 'chip'
  readonly handshakeResponseReceived:
    | 'state'
    | 'outcome'
    | 'merge'
    | 'hiddenCapture'
    | 'roundTrips'
    | 'tally'
    | 'wire'
    | 'chip'
    | 'failure'
}

export const handshakeTraits: TraitsOf<HandshakeEvent> = {
  willSendHandshakeRequest: {
    shape: record<WillSendHandshakeRequest>({
      ...connection,
      type: oneOf('willSendHandshakeRequest'),
      method: name,
      target: text(MAX_TEXT),
      headers,
      byteLength: integer(0),
    }),
    fields: {
      method: field.string('`GET`.', (e) => e.method),
      target: field.string('Path and query.', (e) => e.target),
      headers: headersField,
    },
    seenBy: 'both',
    size: sizeOfHeaders,
    standard: 'RFC 6455 §4.1',
    isOnWire: true,
  },
  handshakeResponseReceived: {
    shape: record<HandshakeResponseReceived>({
      ...connection,
      type: oneOf('handshakeResponseReceived'),
      status: integer(0, 999),
      statusText: name,
      headers,
      byteLength: integer(0),
    }),
    fields: {
      status: field.number('The HTTP status.', (e) => e.status),
      headers: headersField,
    },
    seenBy: 'both',
    size: sizeOfHeaders,
    standard: 'RFC 6455 §4.2.2',
    isArrival: true,
    isOnWire: true,
  },
}

export const handshakeLooks: LooksOf<HandshakeEvent> = {
  willSendHandshakeRequest: {
    group: 'handshake',
    lane: 'browser',
    direction: 'out',
    octets: octetsOfHead,
    name: (e) => `${e.method} Upgrade`,
    sentence: (e) => say(`request.${e.side}`, {}, `${e.method} ${e.target}`),
  },
  handshakeResponseReceived: {
    group: 'handshake',
    lane: 'browser',
    direction: 'in',
    octets: octetsOfHead,
    name: statusLine,
    sentence: (e) => say(`response.${e.side}`, {}, statusLine(e)),
  },
}
