/** Base64 with padding (RFC 4648 §4): the language has none without a host. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const VALUES = new Int8Array(128).fill(-1)
for (const [value, character] of [...ALPHABET].entries()) VALUES[character.charCodeAt(0)] = value

/** Groups of three octets that are put together before they join the rest. */
const BLOCK = 3 * 1024

export function toBase64(bytes: Uint8Array): string {
  const blocks: string[] = []
  for (let start = 0; start < bytes.length; start += BLOCK)
    blocks.push(encodeBlock(bytes, start, Math.min(start + BLOCK, bytes.length)))
  return blocks.join('')
}

function encodeBlock(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let index = start; index < end; index += 3) {
    const left = end - index
    // The loop ends before `end`.
    const one = bytes[index] as number
    const two = bytes[index + 1] ?? 0
    const three = bytes[index + 2] ?? 0
    text += ALPHABET.charAt(one >> 2) + ALPHABET.charAt(((one & 3) << 4) | (two >> 4))
    text += left > 1 ? ALPHABET.charAt(((two & 15) << 2) | (three >> 6)) : '='
    text += left > 2 ? ALPHABET.charAt(three & 63) : '='
  }
  return text
}

/** The octets; null where the text is not Base64 with its padding. Spare bits may have any value. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let position = 0
  let bits = 0
  for (let index = 0; index < text.length - padding; index += 1) {
    const value = VALUES[text.charCodeAt(index)] ?? -1
    if (value === -1) return null
    bits = ((bits << 6) | value) & 0xff_ff_ff
    if (index % 4 === 0) continue
    bytes[position] = (bits >> (2 * (3 - (index % 4)))) & 0xff
    position += 1
  }
  return bytes
}
