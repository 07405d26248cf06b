/** Where a text stops being UTF-8, and which rule it breaks (RFC 6455 §8.1, RFC 3629 §3, §4). */

export type Utf8Rule =
  /** An octet of 80 to bf continues a character, but none has begun. */
  | 'continuationAlone'
  /** f5 to ff begin no character. */
  | 'invalidLead'
  /** The character needs another octet of 80 to bf. */
  | 'notContinued'
  /** The character has a shorter form, which is the only right one. */
  | 'overlong'
  /** U+D800 to U+DFFF are halves of UTF-16 and no characters. */
  | 'surrogate'
  /** The character would be above U+10FFFF. */
  | 'tooLarge'
  /** The text ends inside a character. */
  | 'truncated'

export interface Utf8Error {
  readonly rule: Utf8Rule
  /** Index of the first invalid octet; for a truncated text, its length. */
  readonly at: number
  /** Index at which the broken character begins. */
  readonly start: number
  /** Octets that the first octet of this character announces: 1 where it announces none. */
  readonly expected: number
}

/** The first place at which octets are not UTF-8; null where they are. */
export function findUtf8Error(octets: Uint8Array): Utf8Error | null {
  let start = 0
  while (start < octets.length) {
    const lead = octetAt(octets, start)
    const expected = announced(lead)
    if (expected === 0) {
      return { rule: ruleOfLead(lead), at: start, start, expected: 1 }
    }
    for (let at = start + 1; at < start + expected; at += 1) {
      if (at >= octets.length) return { rule: 'truncated', at, start, expected }
      const octet = octetAt(octets, at)
      if (octet < 0x80 || octet > 0xbf) return { rule: 'notContinued', at, start, expected }
      const rule = at === start + 1 ? ruledOut(lead, octet) : undefined
      if (rule !== undefined) return { rule, at, start, expected }
    }
    start += expected
  }
  return null
}

/** Octets of the character that begins with this octet; 0 where none does. */
function announced(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc2) return 0
  if (lead < 0xe0) return 2
  if (lead < 0xf0) return 3
  return lead < 0xf5 ? 4 : 0
}

function ruleOfLead(lead: number): Utf8Rule {
  if (lead < 0xc0) return 'continuationAlone'
  // c0 and c1 would begin a character of ASCII in two octets.
  return lead < 0xc2 ? 'overlong' : 'invalidLead'
}

/** What the second octet of a character must not be, though it continues one. */
export function ruledOut(lead: number, second: number): Utf8Rule | undefined {
  if (lead === 0xe0 && second < 0xa0) return 'overlong'
  if (lead === 0xed && second > 0x9f) return 'surrogate'
  if (lead === 0xf0 && second < 0x90) return 'overlong'
  if (lead === 0xf4 && second > 0x8f) return 'tooLarge'
  return undefined
}

// Callers stay inside the array.
export function octetAt(octets: Uint8Array, at: number): number {
  return octets[at] as number
}
