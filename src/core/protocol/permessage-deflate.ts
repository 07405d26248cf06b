/** permessage-deflate as it was negotiated (RFC 7692 §7.1). */
export interface PerMessageDeflate {
  readonly name: 'permessage-deflate'
  /** The server forgets its window after each message. */
  readonly serverNoContextTakeover: boolean
  /** The client forgets its window after each message. */
  readonly clientNoContextTakeover: boolean
  /** The base-2 logarithm of the server's window in octets, 8 to 15. */
  readonly serverMaxWindowBits: number
  /** The base-2 logarithm of the client's window in octets, 8 to 15. */
  readonly clientMaxWindowBits: number
}

/** Compresses the payloads of messages. */
export interface Deflater {
  deflate(octets: Uint8Array, last: boolean): Uint8Array
}

/** Decompresses the payloads of messages. */
export interface Inflater {
  inflate(octets: Uint8Array, last: boolean, take: (piece: Uint8Array) => void): void
}
