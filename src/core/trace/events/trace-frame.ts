/** One frame as it was on the wire (RFC 6455 §5.2). */
import { MAX_DATA } from '../event-limits.ts'
import { boolean, bytes, integer, record } from '../shape.ts'

export interface TraceFrame {
  readonly fin: boolean
  readonly rsv1: boolean
  readonly rsv2: boolean
  readonly rsv3: boolean
  /** 0 to 15. */
  readonly opcode: number
  readonly masked: boolean
  /** The octets before the payload, masking key included. */
  readonly header: Uint8Array
  /** Unmasked; still compressed where RSV1 says so. */
  readonly payload: Uint8Array
}

export const traceFrame = record<TraceFrame>({
  fin: boolean,
  rsv1: boolean,
  rsv2: boolean,
  rsv3: boolean,
  opcode: integer(0, 15),
  masked: boolean,
  header: bytes(64),
  payload: bytes(MAX_DATA),
})
