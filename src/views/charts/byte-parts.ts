/** Where the bytes of a run went: what each part of them is for. */
import type { Count, Tally } from './tally.ts'

const BYTE_PARTS = [
  'payload',
  'handshake',
  'frameHeaders',
  'maskingKeys',
  'controlPayload',
  'httpHeads',
] as const
export type BytePart = (typeof BYTE_PARTS)[number]

export interface BytePartRow {
  readonly part: BytePart
  /** Octets. */
  readonly out: number
  readonly in: number
}

/** Those parts of which there are any; the payload always. */
export function bytePartsOf(tally: Tally): readonly BytePartRow[] {
  return BYTE_PARTS.map((part) => {
    const out: Count = `${part}Out`
    const into: Count = `${part}In`
    return { part, out: tally.of(out), in: tally.of(into) }
  }).filter((row) => row.part === 'payload' || row.out + row.in > 0)
}

/** Of all octets those that are no payload, 0 to 1; `null` where there are none. */
export function overheadShare(parts: readonly BytePartRow[]): number | null {
  const sum = (rows: readonly BytePartRow[]) =>
    rows.reduce((total, row) => total + row.out + row.in, 0)
  const all = sum(parts)
  return all === 0 ? null : 1 - sum(parts.filter(({ part }) => part === 'payload')) / all
}
