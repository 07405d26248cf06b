/** How much of this machine the clients of the lab server may take. */
export interface Limits {
  /** Connections to scenarios that are open at the same time. */
  readonly connections: number
  /** The largest message, or body of a request, in bytes. */
  readonly messageBytes: number
  /** How long a connection may stay with no byte in either direction, in milliseconds. */
  readonly idleTime: number
  /** Bytes that wait for a client that reads too slowly, per connection. */
  readonly unsentBytes: number
  /** Octets that the wiretap records of the connections of one page. */
  readonly recordingBytes: number
  /** Recorded bytes that wait to be sent to pages, of all of them together. */
  readonly wiretapBytes: number
}

export const defaultLimits: Limits = {
  connections: 2000,
  messageBytes: 16 * 1024 * 1024,
  idleTime: 10 * 60 * 1000,
  unsentBytes: 64 * 1024 * 1024,
  recordingBytes: 64 * 1024 * 1024,
  wiretapBytes: 256 * 1024 * 1024,
}
