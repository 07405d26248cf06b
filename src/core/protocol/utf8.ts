/**
 * UTF-8 as it arrives (RFC 6455 §8.1): an invalid sequence is found at its first wrong octet, even
 * before the frame, fragment or chunk around it is complete.
 */

import { octetAt, ruledOut } from './utf8-error.ts'

// The BOM is part of the message, so the decoder keeps it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/** UTF-16 code units of a text that is added by itself. */
const MIN_LONG = 1024
/** Texts that are joined at once. */
const MAX_SHORT = 1024

/** The text of a complete UTF-8 sequence, or nothing when it is invalid. */
export function decodeUtf8(octets: Uint8Array): string | undefined {
  try {
    return decoder.decode(octets)
  } catch {
    return undefined
  }
}

/** Lone surrogates become U+FFFD, as in a USVString. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

/** Decodes a text that arrives in pieces, which may split a character anywhere. */
export class Utf8Decoder {
  #text = ''
  /** Short texts that come after it: a string made of two holds both, at some cost each time. */
  #short: string[] = []
  /** The octets of a character that is not complete yet. */
  readonly #character = new Uint8Array(4)
  #held = 0

  /**
   * Takes the next octets.
   *
   * @returns Whether all octets so far can be the start of a valid text.
   */
  push(octets: Uint8Array): boolean {
    let at = 0
    while (this.#held > 0 && at < octets.length) {
      if (!this.#hold(octetAt(octets, at++))) return false
    }
    const end = endOfCompleteCharacters(octets, at)
    if (end > at) {
      const text = decodeUtf8(at === 0 && end === octets.length ? octets : octets.subarray(at, end))
      if (text === undefined) return false
      this.#add(text)
      at = end
    }
    while (at < octets.length) {
      if (!this.#hold(octetAt(octets, at++))) return false
    }
    return true
  }

  /** The whole text, or nothing when it ends inside a character. The decoder starts anew. */
  end(): string | undefined {
    this.#join()
    const text = this.#held === 0 ? this.#text : undefined
    this.#text = ''
    this.#held = 0
    return text
  }

  /** Adds an octet to the incomplete character; false when no character starts like that. */
  #hold(octet: number): boolean {
    this.#character[this.#held++] = octet
    if (!startsCharacter(this.#character, this.#held)) return false
    if (this.#held === characterLength(octetAt(this.#character, 0))) {
      // Checked octet by octet above.
      this.#add(decoder.decode(this.#character.subarray(0, this.#held)))
      this.#held = 0
    }
    return true
  }

  #add(text: string): void {
    if (text.length >= MIN_LONG) {
      this.#join()
      this.#text += text
      return
    }
    this.#short.push(text)
    if (this.#short.length === MAX_SHORT) this.#join()
  }

  #join(): void {
    if (this.#short.length === 0) return
    this.#text += this.#short.join('')
    this.#short = []
  }
}

function characterLength(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
}

/** Where the last character starts when it is cut off, the length where it is not. */
function endOfCompleteCharacters(octets: Uint8Array, from: number): number {
  const first = Math.max(from, octets.length - 3)
  for (let at = octets.length - 1; at >= first; at--) {
    const octet = octetAt(octets, at)
    if (octet < 0x80) break
    if (octet >= 0xc0) return at + characterLength(octet) > octets.length ? at : octets.length
  }
  return octets.length
}

/** Whether `character[0 … length)` can be the start of a character (RFC 3629 §4). */
function startsCharacter(character: Uint8Array, length: number): boolean {
  const lead = octetAt(character, 0)
  const last = octetAt(character, length - 1)
  if (length === 1) return lead >= 0xc2 && lead <= 0xf4
  if (last < 0x80 || last > 0xbf) return false
  if (length > 2) return true
  return ruledOut(lead, last) === undefined
}
