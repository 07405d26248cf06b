/** Stretches of the wire in which something is not as it should be. */

export interface WireBand {
  readonly kind: 'silence' | 'stall'
  /** Absent where it concerns all connections. */
  readonly connectionId?: string
  /** The event that began it. */
  readonly seq: number
  readonly fromRow: number
  /** Milliseconds. */
  readonly fromTime: number
  /** It is over in this row. Absent while it lasts. */
  readonly toRow?: number
  /** Milliseconds, where it is known. */
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

  /** A row was made: a band whose time is over ends there. */
  reached(row: number, time: number): void {
    for (const band of this.#bands)
      if (band.toRow === undefined && (band.toTime ?? Infinity) <= time) band.toRow = row
  }

  /** The connection is closed: its silence, if there is one, is over. */
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

  /** Lets go of bands that ended before `row`. */
  release(row: number): void {
    const kept = this.#bands.filter(({ toRow }) => (toRow ?? Infinity) >= row)
    if (kept.length < this.#bands.length) this.#bands.splice(0, this.#bands.length, ...kept)
  }
}
