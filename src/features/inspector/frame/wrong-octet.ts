/** The octets around the one at which a text stops being UTF-8. */
import { hexOctet } from '../../../core/protocol/index.ts'
import type { TextError } from '../../../core/trace/frames/index.ts'
import { asciiOf } from '../bytes/hex-dump.ts'
import { text, type Text } from '../../../ui/text.ts'

export interface SurroundingOctet {
  /** From the start of the message. */
  readonly at: number
  readonly hex: string
  readonly character: string
  /** `wrong`: not allowed here. `begun`: of the character that it should have continued. */
  readonly role: 'wrong' | 'begun' | 'other'
}

export interface WrongOctet {
  readonly sentence: Text
  readonly octets: readonly SurroundingOctet[]
  readonly hasBefore: boolean
  readonly hasAfter: boolean
  /** They were compressed on the wire. */
  readonly compressed: boolean
}

/** Octets on each side. */
const AROUND = 8

export function wrongOctetOf({ error, octets, compressed }: TextError): WrongOctet {
  const from = Math.max(0, Math.min(error.start, error.at - AROUND))
  const to = Math.min(octets.length, error.at + AROUND + 1)
  const wrong = octets[error.at]
  return {
    sentence: text(`inspector.utf8.${error.rule}`, {
      octet: wrong === undefined ? '' : hexOctet(wrong),
      lead: hexOctet(octets[error.start] ?? 0),
      at: String(error.at),
      expected: String(error.expected),
      there: String(Math.min(error.at, octets.length) - error.start),
    }),
    octets: Array.from(octets.subarray(from, to), (octet, index) => {
      const at = from + index
      const isBegun = at >= error.start && at < error.at
      return {
        at,
        hex: hexOctet(octet),
        character: asciiOf(octet),
        role: at === error.at ? 'wrong' : isBegun ? 'begun' : 'other',
      }
    }),
    hasBefore: from > 0,
    hasAfter: to < octets.length,
    compressed,
  }
}
