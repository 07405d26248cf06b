import { sha1 } from '@noble/hashes/legacy.js'
import { encodeUtf8 } from '../utf8.ts'
import { fromBase64, toBase64 } from '../base64.ts'

/** What a server appends to the key, so that only a WebSocket server can answer (RFC 6455 §1.3). */
export const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

const KEY_OCTETS = 16

/** A new Sec-WebSocket-Key: 16 random octets in Base64 (RFC 6455 §4.1). */
export function newKey(randomBytes: (length: number) => Uint8Array): string {
  return toBase64(randomBytes(KEY_OCTETS))
}

/** Whether a Sec-WebSocket-Key is 16 octets in Base64, its spare bits 0. */
export function isKey(key: string): boolean {
  const octets = fromBase64(key)
  return octets?.length === KEY_OCTETS && toBase64(octets) === key
}

/** The SHA-1 of key and GUID, 20 octets: what Sec-WebSocket-Accept has in Base64. */
export function acceptDigest(key: string): Uint8Array {
  return sha1(encodeUtf8(key + WEBSOCKET_GUID))
}

/** The Sec-WebSocket-Accept that answers a Sec-WebSocket-Key (RFC 6455 §4.2.2). */
export function acceptValue(key: string): string {
  return toBase64(acceptDigest(key))
}
