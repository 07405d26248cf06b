/** What `VirtualList` exposes to the component around it. */
export interface ListHandle {
  /** Of the rows, CSS pixels; `Infinity` until the list is measured. */
  readonly width: number
  /** Scrolls a row into sight. */
  reveal(index: number, align?: 'auto' | 'center'): void
  /** The index of the last row that is rendered. */
  lastDrawn(): number
  /** Keeps the visible rows in place. Call before the first `released` rows go. */
  keepPlace(released: number): Promise<void>
}
