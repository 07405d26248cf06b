import { MAX_IDLE_TIMEOUT, type LinkConditions } from '../core/trace/header.ts'

/** A short latency that still separates sending from arrival. */
const defaults: LinkConditions = { latency: 1, jitter: 0, bandwidth: null }

/**
 * Completes link conditions.
 *
 * @throws RangeError for conditions that no link has.
 */
export function completeConditions(given: Partial<LinkConditions> = {}): LinkConditions {
  const { latency, jitter, bandwidth, idleTimeout = null } = { ...defaults, ...given }
  const isTime = (milliseconds: number) => milliseconds >= 0 && Number.isFinite(milliseconds)
  if (!isTime(latency) || !isTime(jitter)) {
    throw new RangeError('Latency and jitter are milliseconds, 0 or more')
  }
  if (bandwidth !== null && !(bandwidth > 0)) {
    throw new RangeError('The bandwidth is octets a second, more than 0, or null')
  }
  if (idleTimeout === null) return { latency, jitter, bandwidth }
  if (!(idleTimeout >= 1 && idleTimeout <= MAX_IDLE_TIMEOUT)) {
    throw new RangeError('The idle timeout is milliseconds, 1 to 86 400 000, or null')
  }
  return { latency, jitter, bandwidth, idleTimeout }
}
