import { brandOf, isArrayBuffer } from '../../core/trace/brand.ts'
import { toUsvString, utf8Length } from '../web-api/web-idl.ts'

/** What `send` takes, converted; octets are a copy of the program's. */
export type Sendable = string | Uint8Array<ArrayBuffer> | Blob

const hasBlobBrand = brandOf(Blob.prototype, 'size')
const isBlob = (value: unknown): value is Blob => hasBlobBrand(value)

/**
 * `BufferSource or Blob or USVString`, of any realm. Octets are copied: the program may change its
 * own.
 */
export function toSendable(data: unknown): Sendable {
  if (isBlob(data)) return data instanceof Blob ? data : new Blob([data])
  const isBuffer = isArrayBuffer(data)
  if (!isBuffer && !ArrayBuffer.isView(data)) return toUsvString(data)
  // Also where the octets were transferred elsewhere.
  if (data.byteLength === 0) return new Uint8Array(0)
  return Uint8Array.from(
    isBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  )
}

/** What a message adds to `bufferedAmount`: octets, without framing. */
export function lengthOf(data: Sendable): number {
  if (typeof data === 'string') return utf8Length(data)
  return data instanceof Blob ? data.size : data.length
}
