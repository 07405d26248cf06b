/** One HTTP request and its response, for polling and server-sent events. */
import type { HttpRequest, HttpResponse, TraceEvent } from '../../core/trace/event.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import { connectionIdOf } from '../shown-run.ts'

export interface Exchange {
  readonly request: HttpRequest
  readonly response?: HttpResponse
}

/**
 * The exchange of an event of an HTTP connection, as the client saw it; null for other events.
 * @param shownBefore Events with this `seq` or a later one have not happened yet.
 */
export function exchangeOf(
  log: ReadableLog,
  event: TraceEvent,
  shownBefore: number,
): Exchange | null {
  const connectionId = connectionIdOf(event)
  if (connectionId === undefined) return null
  const at = (seq: number) => {
    const other = log.get(seq)
    return other?.side === 'client' && connectionIdOf(other) === connectionId ? other : null
  }
  let request: HttpRequest | undefined
  for (let seq = event.seq; seq >= log.firstSeq && request === undefined; seq -= 1) {
    const other = at(seq)
    if (other?.type === 'willSendHandshakeRequest' || other?.type === 'created') return null
    if (other?.type === 'httpRequest') request = other
  }
  if (request === undefined) return null
  const end = Math.min(shownBefore, log.nextSeq)
  for (let seq = request.seq + 1; seq < end; seq += 1) {
    const other = at(seq)
    if (other?.type === 'httpRequest') break
    if (other?.type === 'httpResponse') return { request, response: other }
  }
  return { request }
}

/** The newest exchange before the playhead, on any connection. */
export function latestExchange(log: ReadableLog, shownBefore: number): Exchange | null {
  for (let seq = Math.min(shownBefore, log.nextSeq) - 1; seq >= log.firstSeq; seq -= 1) {
    const event = log.get(seq)
    if (event?.type === 'httpRequest' && event.side === 'client')
      return exchangeOf(log, event, shownBefore)
  }
  return null
}
