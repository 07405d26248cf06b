/** Gives all rows the same height. */
import type { Placement, RowRange } from './placement.ts'

export const ROW_HEIGHT = 36
/** Above the first row. */
const MARGIN = 8

/** @param first the number of the row on top. */
export function evenly(first: number): Placement {
  return {
    yOf: (row) => MARGIN + (row - first + 0.5) * ROW_HEIGHT,
    rowsBetween: (top, bottom): RowRange => ({
      first: first + Math.max(0, Math.ceil((top - MARGIN) / ROW_HEIGHT - 0.5)),
      last: first + Math.ceil((bottom - MARGIN) / ROW_HEIGHT - 0.5) - 1,
    }),
  }
}
