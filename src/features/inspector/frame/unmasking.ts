/** Unmasking octet by octet: octet i of the payload XOR octet i mod 4 of the key (RFC 6455 §5.3). */
import { asciiOf } from '../bytes/hex-dump.ts'
import type { FrameAnatomy } from './frame-anatomy.ts'

export interface UnmaskingStep {
  /** From the start of the payload. */
  readonly index: number
  /** The places of the octet and of its key in the frame. */
  readonly at: number
  readonly keyAt: number
  readonly keyIndex: number
  readonly wire: number
  readonly key: number
  readonly octet: number
  readonly character: string
}

/** Three rounds of the key. */
const MAX_STEPS = 12

/** Empty if nothing is masked or nobody saw the key. */
export function unmaskingSteps({
  maskingKey,
  payload,
  payloadStart,
}: FrameAnatomy): UnmaskingStep[] {
  if (maskingKey === undefined) return []
  return Array.from(payload.subarray(0, MAX_STEPS), (octet, index) => {
    const keyIndex = index % maskingKey.length
    const key = maskingKey[keyIndex] ?? 0
    return {
      index,
      at: payloadStart + index,
      keyAt: payloadStart - maskingKey.length + keyIndex,
      keyIndex,
      wire: octet ^ key,
      key,
      octet,
      character: asciiOf(octet),
    }
  })
}

/** The eight bits of an octet, the most significant one first. */
export function bitsOf(octet: number): readonly string[] {
  return [...octet.toString(2).padStart(8, '0')]
}
