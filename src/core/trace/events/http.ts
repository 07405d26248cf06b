/** HTTP exchanges, and the server-sent events that one of them may carry. */
import { previewText, previewUtf8 } from '../describe/preview.ts'
import { MAX_DATA, MAX_TEXT } from '../event-limits.ts'
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
import { chunkFields, chunkShape, octetsOfChunk } from './transport.ts'

export interface HttpRequest extends ConnectionEventBase {
  readonly type: 'httpRequest'
  readonly method: string
  readonly url: string
  readonly headers: readonly Header[]
  /** Octets on the wire, head and body. */
  readonly byteLength: number
}

export interface HttpResponse extends ConnectionEventBase {
  readonly type: 'httpResponse'
  readonly status: number
  readonly statusText: string
  readonly headers: readonly Header[]
  /** Octets of the head on the wire. */
  readonly byteLength: number
}

export interface HttpData extends ConnectionEventBase {
  readonly type: 'httpData'
  readonly data: Uint8Array
}

export interface EventSourceMessage extends ConnectionEventBase {
  readonly type: 'eventSourceMessage'
  readonly eventType: string
  readonly data: string
  readonly lastEventId: string
}

export type HttpEvent = HttpRequest | HttpResponse | HttpData | EventSourceMessage

export interface HttpReaders {
  readonly httpRequest: 'tally' | 'wire' | 'chip'
  readonly httpResponse: 'tally' | 'wire' | 'chip'
  readonly httpData: 'tally' | 'wire' | 'chip'
  readonly eventSourceMessage: 'tally' | 'opensHandlers'
}

const size = field.number<{ readonly byteLength: number }>('Octets.', (e) => e.byteLength)

export const httpTraits: TraitsOf<HttpEvent> = {
  httpRequest: {
    shape: record<HttpRequest>({
      ...connection,
      type: oneOf('httpRequest'),
      method: name,
      url: text(MAX_TEXT),
      headers,
      byteLength: integer(0),
    }),
    fields: {
      method: field.string('`GET`.', (e) => e.method),
      url: field.string('The URL.', (e) => e.url),
      headers: headersField,
      size,
    },
    seenBy: 'http',
    size: sizeOfHeaders,
    standard: 'RFC 9112 §3',
  },
  httpResponse: {
    shape: record<HttpResponse>({
      ...connection,
      type: oneOf('httpResponse'),
      status: integer(0, 999),
      statusText: name,
      headers,
      byteLength: integer(0),
    }),
    fields: {
      status: field.number('The HTTP status.', (e) => e.status),
      headers: headersField,
      size,
    },
    seenBy: 'http',
    size: sizeOfHeaders,
    standard: 'RFC 9112 §4',
  },
  httpData: {
    shape: record<HttpData>({ ...chunkShape, type: oneOf('httpData') }),
    fields: chunkFields,
    seenBy: 'http',
    size: octetsOfChunk,
  },
  eventSourceMessage: {
    shape: record<EventSourceMessage>({
      ...connection,
      type: oneOf('eventSourceMessage'),
      eventType: name,
      data: text(MAX_DATA),
      lastEventId: text(MAX_TEXT),
    }),
    fields: {
      eventType: field.string('The type of the event.', (e) => e.eventType),
      data: field.string('Its data.', (e) => e.data),
      lastEventId: field.string('The last event id.', (e) => e.lastEventId),
    },
    seenBy: 'both',
    size: (e) => 2 * e.data.length,
    standard: 'HTML §9.2',
  },
}

export const httpLooks: LooksOf<HttpEvent> = {
  httpRequest: {
    group: 'http',
    lane: 'browser',
    direction: 'out',
    octets: octetsOfHead,
    name: (e) => e.method,
    sentence: (e) => say(`httpRequest.${e.side}`, {}, `${e.method} ${e.url}`),
  },
  httpResponse: {
    group: 'http',
    lane: 'browser',
    direction: 'in',
    octets: octetsOfHead,
    name: statusLine,
    sentence: (e) => say(`httpResponse.${e.side}`, {}, statusLine(e)),
  },
  httpData: {
    group: 'http',
    lane: 'browser',
    direction: 'in',
    octets: octetsOfChunk,
    name: (e) => `${String(e.data.length)} B`,
    sentence: (e) => say(`httpData.${e.side}`, {}, previewUtf8(e.data)),
  },
  eventSourceMessage: {
    group: 'http',
    lane: 'program',
    direction: 'in',
    name: (e) => e.eventType,
    sentence: (e) => say('eventSource', { type: e.eventType }, previewText(e.data)),
  },
}
