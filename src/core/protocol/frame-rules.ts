/** What RFC 6455 asks of a received frame, before its payload is there. */
import { CloseCode } from './close-code.ts'
import { isControl, isReserved, Opcode } from './opcode.ts'
import { ProtocolViolation } from './protocol-violation.ts'

/**
 * Judges the first two octets of a frame.
 *
 * @throws ProtocolViolation
 * @param expectMask A server expects masked frames, a client expects frames that are not.
 * @param rsv1Allowed Whether permessage-deflate was negotiated, which uses RSV1.
 * @param insideMessage Whether a fragmented message is under way.
 */
export function checkStart(
  first: number,
  second: number,
  expectMask: boolean,
  rsv1Allowed: boolean,
  insideMessage: boolean,
): void {
  const opcode = first & 0x0f
  const control = isControl(opcode)
  if ((first & 0x30) !== 0) violate('RSV2 or RSV3 set without an extension', 'RFC 6455 §5.2', first)
  if ((first & 0x40) !== 0) {
    if (!rsv1Allowed) violate('RSV1 set without an extension', 'RFC 6455 §5.2', first)
    if (control) violate('RSV1 set on a control frame', 'RFC 7692 §6.1', first)
    if (opcode === Opcode.Continuation) {
      violate('RSV1 set on a frame that does not start a message', 'RFC 7692 §6.1')
    }
  }
  if (isReserved(opcode))
    violate(`reserved opcode 0x${opcode.toString(16)}`, 'RFC 6455 §5.2', first)

  const masked = (second & 0x80) !== 0
  if (masked && !expectMask) violate('masked frame from the server', 'RFC 6455 §5.1')
  if (!masked && expectMask) violate('frame from the client is not masked', 'RFC 6455 §5.1')

  if (control) {
    if ((first & 0x80) === 0) violate('fragmented control frame', 'RFC 6455 §5.5')
    if ((second & 0x7f) > 125) violate('control frame of more than 125 octets', 'RFC 6455 §5.5')
  } else if (opcode === Opcode.Continuation) {
    if (!insideMessage) violate('continuation frame without a message', 'RFC 6455 §5.4')
  } else if (insideMessage) {
    violate('new message inside a fragmented message', 'RFC 6455 §5.4')
  }
}

/**
 * Judges the length of a payload: it must be in its shortest form, and fit in 63 bits.
 *
 * @throws ProtocolViolation
 * @param octets Octets of the extended length: 0, 2 or 8.
 * @param high The upper 32 bits of a length of 64 bits.
 */
export function checkLength(length: number, octets: number, high: number): void {
  if (high >= 2 ** 31) violate('payload length with its highest bit set', 'RFC 6455 §5.2')
  if ((octets === 2 && length < 126) || (octets === 8 && length < 65536)) {
    violate(`payload length ${length} not in its shortest form`, 'RFC 6455 §5.2')
  }
}

function violate(reason: string, section: string, octet?: number): never {
  throw new ProtocolViolation(CloseCode.ProtocolError, reason, section, octet)
}
