/**
 * How much of this machine the clients of the lab server may take. `LimitedConnections` enforces
 * it, and `wiretap/` what is recorded.
 */
export interface Limits {
  /** Connections to scenarios that are open at the same time. */
  readonly connections: number
  /** New connections and requests a second from one address. */
  readonly connectionRate: number
  /** The largest message, or body of a request, in bytes. */
  readonly messageBytes: number
  /** Messages, pings and pongs a second from one client. */
  readonly messageRate: number
  /** Bytes a second from one client. */
  readonly byteRate: number
  /** Bytes that wait for a client that reads too slowly, per connection. */
  readonly unsentBytes: number
  /** Bytes held for all clients together: unsent ones, and those of incomplete messages. */
  readonly heldBytes: number
  /** Milliseconds that a connection may stay open without a byte in either direction. */
  readonly idleTime: number
  /** Octets that the wiretap records of the connections of one page. */
  readonly recordingBytes: number
  /** Recorded bytes that wait to be sent to all pages together. */
  readonly wiretapBytes: number
}

export const defaultLimits: Limits = {
  connections: 2000,
  connectionRate: 1000,
  messageBytes: 16 * 1024 * 1024,
  messageRate: 100_000,
  byteRate: 256 * 1024 * 1024,
  unsentBytes: 64 * 1024 * 1024,
  heldBytes: 512 * 1024 * 1024,
  idleTime: 10 * 60 * 1000,
  recordingBytes: 64 * 1024 * 1024,
  wiretapBytes: 256 * 1024 * 1024,
}
