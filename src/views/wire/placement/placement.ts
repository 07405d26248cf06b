/** Where rows are, in CSS pixels from the top of the wire. */

export interface RowRange {
  /** Both included; empty where `last` is smaller. */
  readonly first: number
  readonly last: number
}

export interface Placement {
  /** Where the moment of a row is. */
  yOf(row: number): number
  /** The rows whose moments are at `top` or below it, and above `bottom`. */
  rowsBetween(top: number, bottom: number): RowRange
}
