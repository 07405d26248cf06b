/** Why the first opening handshake of a run does not begin at once: TCP connects first. */
import type { TraceEvent } from '../event.ts'
import type { TraceHeader } from '../header.ts'
import type { ReadableLog } from '../readable-log.ts'

export interface TcpConnect {
  /** From the constructor to the request, milliseconds. */
  readonly duration: number
  /** One way, milliseconds. Absent if the two ways took different times. */
  readonly latency?: number
  /** Whether TLS would follow, which the in-page network does not simulate. */
  readonly isSecure: boolean
}

/** Times are sums of fractions. */
const PRECISION = 1e-6

/**
 * What passed before a request of the first connection. Undefined for other connections, and where
 * the time is not known to be TCP's: on a real network, or if the server was not running yet.
 */
export function tcpConnectBefore(
  log: ReadableLog,
  header: TraceHeader | null,
  request: TraceEvent,
): TcpConnect | undefined {
  const conditions = header?.clock === 'virtual' ? header.conditions : null
  if (conditions === null || request.cause === undefined || log.firstSeq > 0) return undefined
  if (request.type !== 'willSendHandshakeRequest' || request.side !== 'client') return undefined
  const created = log.get(request.cause)
  if (created?.type !== 'created' || !isFirst(log, created.seq)) return undefined
  const duration = request.time - created.time
  const least = 2 * conditions.latency
  const most = least + 2 * conditions.jitter
  if (duration <= 0 || duration < least - PRECISION || duration > most + PRECISION) return undefined
  const isSecure = created.url.startsWith('wss:')
  return conditions.jitter === 0
    ? { duration, latency: conditions.latency, isSecure }
    : { duration, isSecure }
}

function isFirst(log: ReadableLog, seq: number): boolean {
  for (let earlier = 0; earlier < seq; earlier += 1)
    if (log.get(earlier)?.type === 'created') return false
  return true
}
