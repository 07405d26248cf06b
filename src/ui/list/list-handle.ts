/** What a list can be asked for by the component around it. */
export interface ListHandle {
  /** Of the rows, CSS pixels; without bound until the list is measured. */
  readonly width: number
  /** Scrolls a row into sight, if it is not. */
  reveal(index: number, align?: 'auto' | 'center'): void
  /** The index of the row at the end of what is drawn. */
  lastDrawn(): number
  /** Keeps what is being read in its place. Call before rows at the start go, with their number. */
  keepPlace(released: number): Promise<void>
}
