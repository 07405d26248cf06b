/** One frame as it was on the wire (RFC 6455 §5.2). */
import { MAX_DATA } from '../event-limits.ts'
import { boolean, bytes, fields, integer, type Infer } from '../shape.ts'

export const traceFrame = fields({
  fin: boolean,
  rsv1: boolean,
  rsv2: boolean,
  rsv3: boolean,
  opcode: integer(0, 15),
  masked: boolean,
  /** The octets before the payload, masking key included. */
  header: bytes(64),
  /** Unmasked; still compressed where RSV1 says so. */
  payload: bytes(MAX_DATA),
})
export type TraceFrame = Infer<typeof traceFrame>
