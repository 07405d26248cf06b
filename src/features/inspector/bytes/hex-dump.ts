/** Bytes as lines of offset, hexadecimal and characters, made one at a time. */

export interface HexLine {
  /** Of its first octet, in hexadecimal with at least four digits. */
  readonly offset: string
  readonly hex: string
  /** ASCII, with `.` for what has no character. */
  readonly characters: string
}

export function lineCount(bytes: Uint8Array, octetsALine: number): number {
  return Math.ceil(bytes.length / octetsALine)
}

/** The line with this number, from 0. */
export function hexLine(bytes: Uint8Array, index: number, octetsALine: number): HexLine {
  const at = index * octetsALine
  const octets = bytes.subarray(at, at + octetsALine)
  const digits = Math.max(4, Math.max(0, bytes.length - 1).toString(16).length)
  return {
    offset: at.toString(16).padStart(digits, '0'),
    hex: hexText(octets),
    characters: Array.from(octets, asciiOf).join(''),
  }
}

/** The character of a printable ASCII octet, `.` for others. */
export function asciiOf(octet: number): string {
  return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.'
}

const HEX = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'))

/** Octets that are joined at a time. */
const BLOCK = 4096

/** `48 65 6c`, of any length. */
export function hexText(bytes: Uint8Array): string {
  const blocks: string[] = []
  for (let start = 0; start < bytes.length; start += BLOCK)
    blocks.push(Array.from(bytes.subarray(start, start + BLOCK), (octet) => HEX[octet]).join(' '))
  return blocks.join(' ')
}
