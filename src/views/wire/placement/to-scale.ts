import type { WireRows } from '../layout/rows.ts'
import type { Placement, RowRange } from './placement.ts'
import type { TimeScale } from './time-scale.ts'

/** @param base where the wire begins, CSS pixels from time 0. */
export function toScale(scale: TimeScale, rows: WireRows, base: number): Placement {
  const before = (y: number) => rows.firstWith(({ time }) => scale.yOf(time) - base >= y)
  return {
    yOf: (row) => scale.yOf(rows.timeOf(row)) - base,
    rowsBetween: (top, bottom): RowRange => ({ first: before(top), last: before(bottom) - 1 }),
  }
}
