/** Bytes as a table of lines: offset, hexadecimal, characters. */

export interface HexLine {
  /** Of its first octet, in hexadecimal with at least four digits. */
  readonly offset: string
  readonly hex: string
  /** ASCII, with `.` for what has no character. */
  readonly characters: string
}

const OCTETS_A_LINE = 16

/** At most `maxLines` lines of 16 octets each. */
export function hexDump(bytes: Uint8Array, maxLines: number): HexLine[] {
  const lines: HexLine[] = []
  const end = Math.min(bytes.length, maxLines * OCTETS_A_LINE)
  for (let at = 0; at < end; at += OCTETS_A_LINE) {
    const octets = Array.from(bytes.subarray(at, Math.min(end, at + OCTETS_A_LINE)))
    lines.push({
      offset: at.toString(16).padStart(4, '0'),
      hex: octets.map((octet) => octet.toString(16).padStart(2, '0')).join(' '),
      characters: octets.map(asciiOf).join(''),
    })
  }
  return lines
}

/** The character of a printable ASCII octet, `.` for others. */
export function asciiOf(octet: number): string {
  return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.'
}
