/** The opening handshake (RFC 6455 §4). */
import { MAX_TEXT } from '../event-limits.ts'
import { integer, text, type Infer } from '../shape.ts'
import { connectionEvent, name } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'
import {
  headers,
  headersField,
  octetsOfHead,
  responseFields,
  responseHead,
  responseLook,
  sizeOfHeaders,
  statusLine,
} from './headers.ts'

const willSendHandshakeRequest = connectionEvent('willSendHandshakeRequest', {
  method: name,
  /** The request target: path and query. */
  target: text(MAX_TEXT),
  headers,
  /** Octets of the request head on the wire; 0 where they were not seen. */
  byteLength: integer(0),
})
export type WillSendHandshakeRequest = Infer<typeof willSendHandshakeRequest>

const handshakeResponseReceived = connectionEvent('handshakeResponseReceived', responseHead)
export type HandshakeResponseReceived = Infer<typeof handshakeResponseReceived>

const handshakeResponseSent = connectionEvent('handshakeResponseSent', responseHead)
/** The server's answer to the opening handshake, as it leaves: it agrees with 101, or refuses. */
export type HandshakeResponseSent = Infer<typeof handshakeResponseSent>

export type HandshakeEvent =
  WillSendHandshakeRequest | HandshakeResponseSent | HandshakeResponseReceived

export interface HandshakeReaders {
  readonly willSendHandshakeRequest:
    'state' | 'merge' | 'hiddenCapture' | 'roundTrips' | 'tally' | 'wire' | 'chip'
  readonly handshakeResponseSent: 'wire' | 'chip'
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
    shape: willSendHandshakeRequest,
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
  handshakeResponseSent: {
    shape: handshakeResponseSent,
    fields: responseFields,
    seenBy: 'neither',
    size: sizeOfHeaders,
    standard: 'RFC 6455 §4.2.2',
    isOnWire: true,
  },
  handshakeResponseReceived: {
    shape: handshakeResponseReceived,
    fields: responseFields,
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
  handshakeResponseSent: {
    ...responseLook,
    group: 'handshake',
    sentence: (e) => say('response.server', {}, statusLine(e)),
  },
  handshakeResponseReceived: {
    ...responseLook,
    group: 'handshake',
    sentence: (e) => say(`response.${e.side}`, {}, statusLine(e)),
  },
}
