import { CloseCode, mayBeOnTheWire } from './close-code.ts'
import { violate } from './protocol-violation.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

/** How a side closed the connection (RFC 6455 §5.5.1, §7.1.5, §7.1.6). */
export interface CloseStatus {
  /** 1005 where the Close frame had no code. */
  readonly code: number
  /** Empty where it had none. */
  readonly reason: string
}

/** A control frame carries at most 125 octets (RFC 6455 §5.5), 2 of which are the code. */
export const MAX_REASON = 123

/**
 * The payload of a Close frame; empty for 1005, which stands in for no code.
 *
 * @throws RangeError when the code must not be on the wire, or the reason is longer than 123 octets
 *   of UTF-8.
 */
export function encodeClosePayload({ code, reason }: CloseStatus): Uint8Array {
  if (code === CloseCode.NoStatusReceived && reason === '') return new Uint8Array(0)
  if (!mayBeOnTheWire(code)) throw new RangeError(`A Close frame cannot carry the code ${code}`)
  const text = encodeUtf8(reason)
  if (text.length > MAX_REASON) {
    throw new RangeError(`A close reason has at most 123 octets, not ${text.length}`)
  }
  const payload = new Uint8Array(2 + text.length)
  payload[0] = code >> 8
  payload[1] = code
  payload.set(text, 2)
  return payload
}

/**
 * Reads the payload of a Close frame.
 *
 * @throws ProtocolViolation for a payload of one octet, a code that must not be on the wire, or a
 *   reason that is not UTF-8.
 */
export function decodeClosePayload(payload: Uint8Array): CloseStatus {
  const [high, low] = payload
  if (high === undefined) return { code: CloseCode.NoStatusReceived, reason: '' }
  if (low === undefined)
    violate(CloseCode.ProtocolError, 'Close frame with 1 octet of payload', 'RFC 6455 §5.5.1')
  const code = (high << 8) | low
  if (!mayBeOnTheWire(code))
    violate(CloseCode.ProtocolError, `invalid close code ${code}`, 'RFC 6455 §7.4')
  const reason = decodeUtf8(payload.subarray(2))
  if (reason === undefined)
    violate(CloseCode.InvalidFramePayloadData, 'close reason is not valid UTF-8', 'RFC 6455 §8.1')
  return { code, reason }
}
