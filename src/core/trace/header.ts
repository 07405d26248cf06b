/** What a trace says about the run that made it. */
import type { TRACE_VERSION } from './version.ts'

/** A day, in milliseconds. */
export const MAX_IDLE_TIMEOUT = 86_400_000

/** The network between program and server, on the built-in endpoint. */
export interface LinkConditions {
  /** One way, milliseconds, 0 to 60 000. */
  readonly latency: number
  /** Up to this many milliseconds more, drawn for each segment, 0 to 60 000. */
  readonly jitter: number
  /** Octets a second each way; `null` is unlimited. */
  readonly bandwidth: number | null
  /**
   * Milliseconds without an octet, 1 to 86 400 000, after which a proxy in the middle ends a
   * connection with FIN towards both sides. Absent or `null`: no proxy does.
   */
  readonly idleTimeout?: number | null
}

/** What `Date` says when a virtual run begins: 2026-01-01T00:00:00Z, in Unix milliseconds. */
export const VIRTUAL_EPOCH = Date.UTC(2026, 0, 1)

export interface TraceHeader {
  readonly version: typeof TRACE_VERSION
  readonly clock: 'virtual' | 'real'
  /** `null` on a real clock, where nothing is seeded. */
  readonly seed: number | null
  readonly conditions: LinkConditions | null
  readonly endpoint: { readonly kind: 'built-in' | 'lab' | 'live'; readonly name: string }
  /**
   * When the run began, in Unix milliseconds. `null` where that is not known, or where two runs on
   * virtual time must be the same byte for byte.
   */
  readonly startedAt: number | null
  /** `navigator.userAgent`. */
  readonly browser: string
}

/** What the run's own clock showed at its time 0, in Unix milliseconds; `null` if not known. */
export function epochOf({ clock, startedAt }: TraceHeader): number | null {
  return clock === 'virtual' ? VIRTUAL_EPOCH : startedAt
}
