/** Two programs compared line by line. */
import { alignSequences } from '../../core/sequence/align.ts'

export interface DiffRow {
  readonly kind: 'same' | 'changed' | 'removed' | 'added'
  /** Absent beside a line that only the other side has. */
  readonly left?: string
  readonly right?: string
  /** From 1. */
  readonly leftNumber?: number
  readonly rightNumber?: number
}

/** The lines of both side by side, equal lines in one row. */
export function diffLines(left: string, right: string): DiffRow[] {
  const a = left.replace(/\n$/, '').split('\n')
  const b = right.replace(/\n$/, '').split('\n')
  const rows: DiffRow[] = []
  let i = 0
  let j = 0
  for (const [sameLeft, sameRight] of [
    ...alignSequences(a, b).pairs,
    [a.length, b.length] as const,
  ]) {
    while (i < sameLeft || j < sameRight) {
      const row = rowOf(
        i < sameLeft ? a[i] : undefined,
        j < sameRight ? b[j] : undefined,
        i + 1,
        j + 1,
      )
      if (i < sameLeft) i += 1
      if (j < sameRight) j += 1
      rows.push(row)
    }
    const line = a[sameLeft]
    if (line === undefined) break
    rows.push({ kind: 'same', left: line, right: line, leftNumber: i + 1, rightNumber: j + 1 })
    i += 1
    j += 1
  }
  return rows
}

function rowOf(
  left: string | undefined,
  right: string | undefined,
  leftNumber: number,
  rightNumber: number,
): DiffRow {
  if (left === undefined) return { kind: 'added', right: right ?? '', rightNumber }
  if (right === undefined) return { kind: 'removed', left, leftNumber }
  return { kind: 'changed', left, right, leftNumber, rightNumber }
}
