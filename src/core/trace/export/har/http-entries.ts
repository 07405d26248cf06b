/** An HTTP connection as entries of an archive: one for each exchange on it. */
import type { HttpRequest } from '../../event.ts'
import { toBase64 } from '../base64.ts'
import { concatenated } from '../concatenated.ts'
import { firstOf, type ConnectionEvent } from '../connection-events.ts'
import type { HarEntry, HarRequest, HarResponse } from './har.ts'
import {
  cookiesOf,
  headersOf,
  headerValue,
  octetsSeen,
  queryOf,
  timingsOf,
} from './message-parts.ts'

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
      request: requestOf(request, own),
      response: responseOf(own),
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

function requestOf(
  { method, url, headers, byteLength, seq }: HttpRequest,
  events: readonly ConnectionEvent[],
): HarRequest {
  const sent = concatenated(
    events.flatMap((event) =>
      event.type === 'bytesSent' && event.side === 'client' && event.cause === seq
        ? [event.data]
        : [],
    ),
  )
  const headLength = endOfHead(sent)
  const body = headLength === -1 ? new Uint8Array(0) : sent.subarray(headLength)
  const mimeType = headerValue(headers, 'content-type') ?? 'application/octet-stream'
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: cookiesOf(headers),
    headers: headersOf(headers),
    queryString: queryOf(url),
    headersSize: headLength === -1 ? octetsSeen(byteLength) : headLength,
    bodySize: body.length,
    ...(body.length === 0
      ? {}
      : { postData: { mimeType, params: [], text: new TextDecoder().decode(body) } }),
  }
}

function responseOf(events: readonly ConnectionEvent[]): HarResponse {
  // RFC 9110 §15.2: a response of 1xx comes before the one that counts.
  const response = events.findLast(
    (event) => event.type === 'httpResponse' && event.side === 'client',
  )
  const head = response?.type === 'httpResponse' ? response : undefined
  const headers = head?.headers ?? []
  const body = concatenated(
    events.flatMap((event) =>
      event.type === 'httpData' && event.side === 'client' ? [event.data] : [],
    ),
  )
  return {
    status: head?.status ?? 0,
    statusText: head?.statusText ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: cookiesOf(headers),
    headers: headersOf(headers),
    content: {
      size: body.length,
      mimeType: headerValue(headers, 'content-type') ?? 'x-unknown',
      ...contentOf(body),
    },
    redirectURL: headerValue(headers, 'location') ?? '',
    headersSize: octetsSeen(head?.byteLength),
    bodySize: body.length,
    _transferSize: (head?.byteLength ?? 0) + body.length,
    _error: head === undefined ? 'No response came' : null,
  }
}

function contentOf(body: Uint8Array): { readonly text: string; readonly encoding?: 'base64' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(body) }
  } catch {
    return { text: toBase64(body), encoding: 'base64' }
  }
}

/** The index behind the empty line that ends a head; −1 where there is none. */
function endOfHead(octets: Uint8Array): number {
  for (let index = 3; index < octets.length; index += 1)
    if (
      octets[index - 3] === CR &&
      octets[index - 2] === LF &&
      octets[index - 1] === CR &&
      octets[index] === LF
    )
      return index + 1
  return -1
}

const CR = 13
const LF = 10
