/** Stretches of the wire with a stalled server or a silent network. */

export interface WireBand {
  readonly kind: 'silence' | 'stall'
  /** Absent if the band concerns all connections. */
  readonly connectionId?: string
  /** The event that began it. */
  readonly seq: number
  readonly fromRow: number
  /** Milliseconds. */
  readonly fromTime: number
  /** The row in which the band ends. Absent while it lasts. */
  readonly toRow?: number
  /** Milliseconds; absent if unknown. */
  readonly toTime?: number
}

interface OpenBand extends WireBand {
  toRow?: number
  toTime?: number
}

export class WireBands {
  readonly #bands: OpenBand[] = []

  begin(band: WireBand): void {
    this.#bands.push({ ...band })
  }

  /** Ends the bands whose time is over in a new row. */
  reached(row: number, time: number): void {
    for (const band of this.#bands)
      if (band.toRow === undefined && (band.toTime ?? Infinity) <= time) band.toRow = row
  }

  /** Ends the silence of a connection that has closed. */
  endSilence(connectionId: string, row: number, time: number): void {
    for (const band of this.#bands) {
      if (band.connectionId !== connectionId || band.toRow !== undefined) continue
      band.toRow = row
      band.toTime = time
    }
  }

  between(first: number, last: number): WireBand[] {
    return this.#bands.filter(
      ({ fromRow, toRow }) => fromRow <= last && (toRow ?? Infinity) >= first,
    )
  }

  has(connectionId: string): boolean {
    return this.#bands.some((band) => band.connectionId === connectionId)
  }

  get isEmpty(): boolean {
    return this.#bands.length === 0
  }

  /** Drops bands that ended before `row`. */
  release(row: number): void {
    const kept = this.#bands.filter(({ toRow }) => (toRow ?? Infinity) >= row)
    if (kept.length < this.#bands.length) this.#bands.splice(0, this.#bands.length, ...kept)
  }
}
