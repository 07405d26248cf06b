/** An HTTP connection as entries of an archive: one for each exchange on it. */
import { endOfHead } from '../../../protocol/handshake/head.ts'
import type { HttpRequest } from '../../event.ts'
import { toBase64 } from '../../../protocol/base64.ts'
import { concatenate } from '../../../protocol/octets.ts'
import { firstOf, type ConnectionEvent } from '../connection-events.ts'
import type { HarEntry, HarRequest, HarResponse } from './har.ts'
import { headerValue, octetsSeen, requestOf, responseOf, timingsOf } from './message-parts.ts'

/** A request of the client's and what followed until the next one. */
interface Exchange {
  readonly request: HttpRequest
  readonly events: ConnectionEvent[]
}

/** `epoch`: Unix milliseconds of the run's time 0. */
export function httpEntries(
  connectionId: string,
  events: readonly ConnectionEvent[],
  epoch: number,
): readonly HarEntry[] {
  return exchangesOf(events).map(({ request, events: own }, index) => {
    const begun = index === 0 ? (events[0]?.time ?? request.time) : request.time
    const response = firstOf(own, 'httpResponse')
    const answered = response?.time ?? own.at(-1)?.time ?? request.time
    const body = own.filter((event) => event.type === 'httpData' && event.side === 'client')
    const ended = body.at(-1)?.time ?? answered
    const isStream = headerValue(response?.headers ?? [], 'content-type')?.startsWith(EVENT_STREAM)
    return {
      _resourceType: isStream === true ? 'eventsource' : 'fetch',
      startedDateTime: new Date(epoch + begun).toISOString(),
      ...timingsOf({
        connect: index === 0 ? request.time - begun : -1,
        wait: answered - request.time,
        receive: Math.max(0, ended - answered),
      }),
      request: sentRequest(request, own),
      response: receivedResponse(own),
      cache: {},
      connection: connectionId,
    }
  })
}

const EVENT_STREAM = 'text/event-stream'

function exchangesOf(events: readonly ConnectionEvent[]): readonly Exchange[] {
  const exchanges: Exchange[] = []
  for (const event of events) {
    if (event.type === 'httpRequest' && event.side === 'client')
      exchanges.push({ request: event, events: [] })
    else exchanges.at(-1)?.events.push(event)
  }
  return exchanges
}

function sentRequest(request: HttpRequest, events: readonly ConnectionEvent[]): HarRequest {
  const sent = concatenate(
    events.flatMap((event) =>
      event.type === 'bytesSent' && event.side === 'client' && event.cause === request.seq
        ? [event.data]
        : [],
    ),
  )
  const headLength = endOfHead(sent)
  return headLength === undefined
    ? requestOf(request, octetsSeen(request.byteLength))
    : requestOf(request, headLength, sent.subarray(headLength))
}

function receivedResponse(events: readonly ConnectionEvent[]): HarResponse {
  // RFC 9110 §15.2: a response of 1xx comes before the one that counts.
  const response = events.findLast(
    (event) => event.type === 'httpResponse' && event.side === 'client',
  )
  const head = response?.type === 'httpResponse' ? response : undefined
  const mimeType = headerValue(head?.headers ?? [], 'content-type') ?? 'x-unknown'
  const body = concatenate(
    events.flatMap((event) =>
      event.type === 'httpData' && event.side === 'client' ? [event.data] : [],
    ),
  )
  return responseOf(
    head,
    { size: body.length, mimeType, ...contentOf(body) },
    head === undefined ? 'No response came' : null,
  )
}

function contentOf(body: Uint8Array): { readonly text: string; readonly encoding?: 'base64' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(body) }
  } catch {
    return { text: toBase64(body), encoding: 'base64' }
  }
}
