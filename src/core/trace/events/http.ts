/** HTTP exchanges, and the server-sent events that one of them may carry. */
import { previewText, previewUtf8 } from '../describe/preview.ts'
import { MAX_DATA, MAX_TEXT } from '../event-limits.ts'
import { fields, integer, oneOf, text, type Infer } from '../shape.ts'
import { ofBody, withoutData } from './body.ts'
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
import { bytesOfChunk, chunk, chunkFields, chunkLook, sizeOfChunk } from './transport.ts'

const httpRequest = connectionEvent('httpRequest', {
  method: name,
  url: text(MAX_TEXT),
  headers,
  /** Octets on the wire, head and body. */
  byteLength: integer(0),
})
export type HttpRequest = Infer<typeof httpRequest>

const httpResponse = connectionEvent('httpResponse', responseHead)
export type HttpResponse = Infer<typeof httpResponse>

const httpData = fields({ ...chunk, type: oneOf('httpData') })

const eventSourceMessage = connectionEvent('eventSourceMessage', {
  eventType: name,
  data: text(MAX_DATA),
  lastEventId: text(MAX_TEXT),
})

export type HttpEvent =
  HttpRequest | HttpResponse | Infer<typeof httpData> | Infer<typeof eventSourceMessage>

export interface HttpReaders {
  readonly httpRequest: 'tally' | 'wire' | 'chip'
  readonly httpResponse: 'tally' | 'wire' | 'chip'
  readonly httpData: 'tally' | 'wire' | 'chip'
  readonly eventSourceMessage: 'tally' | 'opensHandlers'
}

const size = field.number<{ readonly byteLength: number }>('Octets.', (e) => e.byteLength)

export const httpTraits: TraitsOf<HttpEvent> = {
  httpRequest: {
    shape: httpRequest,
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
    shape: httpResponse,
    fields: { ...responseFields, size },
    seenBy: 'http',
    size: sizeOfHeaders,
    standard: 'RFC 9112 §4',
  },
  httpData: {
    shape: httpData,
    fields: chunkFields,
    seenBy: 'http',
    size: sizeOfChunk,
    withoutBody: withoutData,
    bytes: bytesOfChunk,
  },
  eventSourceMessage: {
    shape: eventSourceMessage,
    fields: {
      eventType: field.string('The type of the event.', (e) => e.eventType),
      data: field.string(
        'Its data.',
        ofBody((e) => e.data),
      ),
      lastEventId: field.string('The last event id.', (e) => e.lastEventId),
    },
    seenBy: 'both',
    size: (e) => 2 * e.data.length,
    withoutBody: (e) => ({ ...e, data: '', bodyOmitted: 2 * e.data.length }),
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
    ...responseLook,
    group: 'http',
    sentence: (e) => say(`httpResponse.${e.side}`, {}, statusLine(e)),
  },
  httpData: {
    ...chunkLook,
    group: 'http',
    direction: 'in',
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
