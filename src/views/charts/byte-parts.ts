/** What the bytes of a run were for. */
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

/** The parts that have any bytes, and the payload. */
export function bytePartsOf(tally: Tally): readonly BytePartRow[] {
  return BYTE_PARTS.map((part) => {
    const out: Count = `${part}Out`
    const into: Count = `${part}In`
    return { part, out: tally.of(out), in: tally.of(into) }
  }).filter((row) => row.part === 'payload' || row.out + row.in > 0)
}

/** The share of octets that are not payload, 0 to 1; `null` if there are no octets. */
export function overheadShare(parts: readonly BytePartRow[]): number | null {
  const sum = (rows: readonly BytePartRow[]) =>
    rows.reduce((total, row) => total + row.out + row.in, 0)
  const all = sum(parts)
  return all === 0 ? null : 1 - sum(parts.filter(({ part }) => part === 'payload')) / all
}
