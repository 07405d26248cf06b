/**
 * Every rule that a frame breaks, with the field that breaks it: for inspectors, which show what is
 * wrong. A receiver stops at the first one (`frame-rules.ts`).
 */
import { mayBeOnTheWire } from './close-code.ts'
import type { Role } from './connection.ts'
import type { FrameFieldName } from './frame-fields.ts'
import type { Frame } from './frame.ts'
import { isControl, isReserved, Opcode } from './opcode.ts'
import { findUtf8Error } from './utf8-error.ts'

/** What the rules depend on besides the frame. A rule about something unknown is not checked. */
export interface FrameContext {
  readonly sender: Role
  /** Whether permessage-deflate was negotiated, which uses RSV1. */
  readonly deflate?: boolean
  /** Whether a fragmented message of this sender was under way before the frame. */
  readonly insideMessage?: boolean
}

export type FrameRule =
  | 'rsv'
  | 'rsv1'
  | 'rsv1OnControl'
  | 'rsv1OnContinuation'
  | 'reservedOpcode'
  | 'maskedByServer'
  | 'notMaskedByClient'
  | 'fragmentedControl'
  | 'longControl'
  | 'nothingToContinue'
  | 'messageInsideMessage'
  | 'lengthNotShortest'
  | 'lengthTooLarge'
  | 'closeOfOneOctet'
  | 'closeCode'
  | 'closeReason'

export interface FrameViolation {
  readonly rule: FrameRule
  readonly field: FrameFieldName
  readonly section: string
}

const EXTENDED_16 = 126
const EXTENDED_64 = 127
/** RFC 6455 §5.5: a control frame has no extended length. */
const MAX_CONTROL = 125

/** In the order in which a receiver meets them. The text of a message is not checked here. */
export function frameViolations(
  frame: Pick<Frame, 'fin' | 'rsv1' | 'rsv2' | 'rsv3' | 'opcode' | 'masked' | 'header' | 'payload'>,
  { sender, deflate, insideMessage }: FrameContext,
): FrameViolation[] {
  const found: FrameViolation[] = []
  const violate = (
    rule: FrameRule,
    field: FrameFieldName,
    section: string,
    isBroken: boolean,
  ): void => {
    if (isBroken) found.push({ rule, field, section })
  }
  const { fin, rsv1, opcode, masked, header, payload } = frame
  const control = isControl(opcode)
  const continuation = opcode === Opcode.Continuation

  violate('rsv', 'RSV2', 'RFC 6455 §5.2', frame.rsv2)
  violate('rsv', 'RSV3', 'RFC 6455 §5.2', frame.rsv3)
  if (rsv1 && deflate === false) violate('rsv1', 'RSV1', 'RFC 6455 §5.2', true)
  else if (rsv1) {
    violate('rsv1OnControl', 'RSV1', 'RFC 7692 §6.1', control)
    violate('rsv1OnContinuation', 'RSV1', 'RFC 7692 §6.1', continuation)
  }
  violate('reservedOpcode', 'Opcode', 'RFC 6455 §5.2', isReserved(opcode))
  violate('maskedByServer', 'Mask', 'RFC 6455 §5.1', masked && sender === 'server')
  violate('notMaskedByClient', 'Mask', 'RFC 6455 §5.1', !masked && sender === 'client')

  const length = (header[1] ?? 0) & 0x7f
  if (control) {
    violate('fragmentedControl', 'FIN', 'RFC 6455 §5.5', !fin)
    violate('longControl', 'Payload length', 'RFC 6455 §5.5', length > MAX_CONTROL)
  } else if (continuation) {
    violate('nothingToContinue', 'Opcode', 'RFC 6455 §5.4', insideMessage === false)
  } else {
    violate('messageInsideMessage', 'Opcode', 'RFC 6455 §5.4', insideMessage === true)
  }
  const shortest = length === EXTENDED_16 ? 126 : length === EXTENDED_64 ? 65_536 : 0
  violate(
    'lengthNotShortest',
    'Extended payload length',
    'RFC 6455 §5.2',
    payload.length < shortest,
  )
  violate(
    'lengthTooLarge',
    'Extended payload length',
    'RFC 6455 §5.2',
    length === EXTENDED_64 && ((header[2] ?? 0) & 0x80) !== 0,
  )
  if (opcode === Opcode.Close) found.push(...closeViolations(payload))
  return found
}

/** RFC 6455 §5.5.1: no payload, or a close code and a reason. */
function closeViolations(payload: Uint8Array): FrameViolation[] {
  const field = 'Payload data'
  const [high, low] = payload
  if (high === undefined) return []
  if (low === undefined) return [{ rule: 'closeOfOneOctet', field, section: 'RFC 6455 §5.5.1' }]
  if (!mayBeOnTheWire((high << 8) | low))
    return [{ rule: 'closeCode', field, section: 'RFC 6455 §7.4' }]
  return findUtf8Error(payload.subarray(2)) === null
    ? []
    : [{ rule: 'closeReason', field, section: 'RFC 6455 §8.1' }]
}
