import { toUsvString, utf8Length } from '../web-api/web-idl.ts'

/** What `send` takes, converted; octets are a copy of the program's. */
export type Sendable = string | Uint8Array<ArrayBuffer> | Blob

/** `BufferSource or Blob or USVString`. Octets are copied: the program may change its own. */
export function toSendable(data: unknown): Sendable {
  if (data instanceof Blob) return data
  if ((data instanceof ArrayBuffer || ArrayBuffer.isView(data)) && data.byteLength === 0) {
    // Also where the octets were transferred elsewhere.
    return new Uint8Array(0)
  }
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0))
  if (ArrayBuffer.isView(data)) {
    return Uint8Array.from(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  }
  return toUsvString(data)
}

/** What a message adds to `bufferedAmount`: octets, without framing. */
export function lengthOf(data: Sendable): number {
  if (typeof data === 'string') return utf8Length(data)
  return data instanceof Blob ? data.size : data.length
}
