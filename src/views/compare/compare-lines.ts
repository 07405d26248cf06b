/** The lines of a comparison: rows, and stretches of rows that are folded into one line. */
import type { ComparedRow } from '../../core/trace/compare/index.ts'

export type CompareLine =
  | { readonly type: 'row'; readonly row: number }
  | {
      readonly type: 'stretch'
      /** Its first row, which identifies it. */
      readonly from: number
      readonly count: number
      readonly isExpanded: boolean
      /** By how much its events come later, milliseconds; absent if they agree. */
      readonly shift?: number
    }

export interface Folding {
  /** The first rows of stretches that are unfolded. */
  readonly expanded: ReadonlySet<number>
  /** Folds every stretch whole, however short. */
  readonly onlyDifferences: boolean
}

/** Shorter stretches are not worth folding. */
const SHORTEST = 4
/** How many rows stay visible before and after a difference. */
const CONTEXT = 1
/** Shifts that differ by less count as the same, milliseconds. */
const EVEN = 0.05

function isDifference({ kind }: ComparedRow): boolean {
  return kind === 'differs' || kind === 'onlyHere' || kind === 'onlyThere'
}

export function compareLines(
  rows: readonly ComparedRow[],
  { expanded, onlyDifferences }: Folding,
): CompareLine[] {
  const lines: CompareLine[] = []
  let index = 0
  while (index < rows.length) {
    const row = rows[index]
    if (row === undefined || isDifference(row)) {
      lines.push({ type: 'row', row: index })
      index += 1
      continue
    }
    const end = endOfStretch(rows, index)
    const before = onlyDifferences || index === 0 ? 0 : CONTEXT
    const after = onlyDifferences || end === rows.length ? 0 : CONTEXT
    const count = end - index - before - after
    if (!onlyDifferences && count < SHORTEST) pushRows(lines, index, end)
    else {
      pushRows(lines, index, index + before)
      const from = index + before
      const shift = shiftOf(row)
      const isExpanded = expanded.has(from)
      lines.push({
        type: 'stretch',
        from,
        count,
        isExpanded,
        ...(shift === undefined ? {} : { shift }),
      })
      if (isExpanded) pushRows(lines, from, from + count)
      pushRows(lines, end - after, end)
    }
    index = end
  }
  return lines
}

function pushRows(lines: CompareLine[], from: number, to: number): void {
  for (let row = from; row < to; row += 1) lines.push({ type: 'row', row })
}

/** Rows that agree in the same way: all at their times, or all later by one amount. */
function endOfStretch(rows: readonly ComparedRow[], from: number): number {
  const [first] = rows.slice(from, from + 1)
  const shift = first && shiftOf(first)
  let end = from + 1
  for (; end < rows.length; end += 1) {
    const row = rows[end]
    if (row === undefined || isDifference(row)) break
    const other = shiftOf(row)
    if ((other === undefined) !== (shift === undefined)) break
    if (other !== undefined && shift !== undefined && Math.abs(other - shift) > EVEN) break
  }
  return end
}

/** By how much the event of the second run comes later, milliseconds; undefined for no shift. */
export function shiftOf({ differences }: ComparedRow): number | undefined {
  const [first] = differences
  if (first?.field !== 'time') return undefined
  return typeof first.here === 'number' && typeof first.there === 'number'
    ? first.there - first.here
    : undefined
}

/** The line of a row, or of the stretch that it is folded into; −1 for neither. */
export function lineOfRow(lines: readonly CompareLine[], row: number): number {
  return lines.findIndex((line) =>
    line.type === 'row'
      ? line.row === row
      : !line.isExpanded && line.from <= row && row < line.from + line.count,
  )
}

/** The rows at which a difference begins; neighbours that differ are one place. */
export function differencePlaces(rows: readonly ComparedRow[]): readonly number[] {
  const places: number[] = []
  let wasDifference = false
  for (const [index, row] of rows.entries()) {
    const differs = isDifference(row)
    if (differs && !wasDifference) places.push(index)
    wasDifference = differs
  }
  return places
}
