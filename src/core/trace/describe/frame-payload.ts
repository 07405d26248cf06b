/** What a frame's payload says, for one line of text. */
import { isReserved, Opcode, opcodeName } from '../../protocol/opcode.ts'
import type { TraceFrame } from '../events/trace-frame.ts'
import { previewBytes, previewText, previewUtf8 } from './preview.ts'

/** `TEXT`, `PING`; a reserved opcode by its number: `opcode 0xb` (RFC 6455 §5.2). */
export function frameName(opcode: number): string {
  return isReserved(opcode) ? `opcode 0x${opcode.toString(16)}` : opcodeName(opcode).toUpperCase()
}

export interface ClosePayload {
  readonly code: number
  readonly reason: string
}

/** The body of a Close frame (RFC 6455 §5.5.1); undefined where it has no code. */
export function closePayloadOf(payload: Uint8Array): ClosePayload | undefined {
  const [high, low] = payload
  if (high === undefined || low === undefined) return undefined
  return { code: high * 256 + low, reason: previewUtf8(payload.subarray(2), 123) }
}

/** `1000 “done”`. */
export function codeAndReason(code: number, reason: string): string {
  return reason === '' ? String(code) : `${String(code)} “${previewText(reason, 123)}”`
}

/** Text in quotes, bytes in hexadecimal, a close code with its reason; empty for no payload. */
export function previewPayload(frame: TraceFrame, max = 60): string {
  const { opcode, payload, rsv1 } = frame
  if (payload.length === 0) return ''
  if (opcode === Opcode.Close) {
    const close = closePayloadOf(payload)
    if (close === undefined) return previewBytes(payload)
    return codeAndReason(close.code, close.reason)
  }
  // RSV1 marks compressed data (RFC 7692 §6). What else carries ASCII was most likely meant to.
  const isText = !rsv1 && (opcode === Opcode.Text || (opcode !== Opcode.Binary && isAscii(payload)))
  return isText ? `“${previewUtf8(payload, max)}”` : previewBytes(payload, Math.floor(max / 4))
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f)
}
