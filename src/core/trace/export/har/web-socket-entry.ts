/** A WebSocket connection as an entry of an archive: its opening handshake and its messages. */
import { toBase64 } from '../../../protocol/base64.ts'
import { firstOf, type ConnectionEvent } from '../connection-events.ts'
import type { HarEntry, HarWebSocketMessage } from './har.ts'
import { headerValue, octetsSeen, requestOf, responseOf, timingsOf } from './message-parts.ts'

const RECONSTRUCTED = 'Reconstructed: a browser keeps the opening handshake from scripts.'

/** `undefined` where the connection is no WebSocket. `epoch`: Unix milliseconds of the run's time 0. */
export function webSocketEntry(
  connectionId: string,
  events: readonly ConnectionEvent[],
  epoch: number,
): HarEntry | undefined {
  const created = firstOf(events, 'created')
  // A request that was refused may have been sent again, with credentials.
  const latestFirst = events.toReversed()
  const request = firstOf(latestFirst, 'willSendHandshakeRequest')
  if (created === undefined && request === undefined) return undefined
  const response = firstOf(latestFirst, 'handshakeResponseReceived')
  const failure = firstOf(events, 'frameError')

  const headers = request?.headers ?? []
  const url = created?.url ?? `ws://${headerValue(headers, 'host') ?? ''}${request?.target ?? '/'}`
  const begun = created?.time ?? request?.time ?? 0
  const asked = request?.time ?? begun
  const answered = response?.time ?? failure?.time ?? events.at(-1)?.time ?? asked
  const isHidden = request !== undefined && request.provenance !== 'observed'
  return {
    _resourceType: 'websocket',
    _webSocketMessages: messagesOf(events, epoch),
    startedDateTime: new Date(epoch + begun).toISOString(),
    ...timingsOf({ connect: asked - begun, wait: answered - asked, receive: 0 }),
    request: requestOf(
      { method: request?.method ?? 'GET', url, headers },
      octetsSeen(request?.byteLength),
    ),
    response: responseOf(response, { size: 0, mimeType: 'x-unknown' }, failure?.message ?? null),
    cache: {},
    connection: connectionId,
    ...(isHidden ? { comment: RECONSTRUCTED } : {}),
  }
}

/** What the program sent and was given: messages, not frames, and no control frames. */
function messagesOf(
  events: readonly ConnectionEvent[],
  epoch: number,
): readonly HarWebSocketMessage[] {
  return events.flatMap((event) => {
    if (event.type !== 'messageSent' && event.type !== 'messageReceived') return []
    if (event.side !== 'client') return []
    const { data } = event
    return {
      type: event.type === 'messageSent' ? 'send' : 'receive',
      time: (epoch + event.time) / 1000,
      ...(data.kind === 'text'
        ? { opcode: 1, data: data.text }
        : { opcode: 2, data: toBase64(data.bytes) }),
    } satisfies HarWebSocketMessage
  })
}
