/**
 * The rows of the wire, event by event: each event takes a row, unless it happens at the same time
 * as the last row and has a free slot in it.
 */
import type { Side, TraceEvent } from '../../../core/trace/event.ts'
import type { WireArrow } from './arrows.ts'
import { firstIndex } from './sorted.ts'

/** The places in a row. */
export type WireSlot =
  | 'clientArrival'
  | 'serverArrival'
  | 'code'
  | 'state'
  | 'clientNote'
  | 'server'
  | 'network'
  | 'clientDeparture'
  | 'serverDeparture'
  | 'marker'

export interface WireCell {
  readonly slot: WireSlot
  readonly seq: number
  /** The arrow that it is an end of. */
  readonly arrow?: WireArrow
}

export interface WireRow {
  /** Milliseconds. */
  readonly time: number
  /** Of its first event. */
  readonly firstSeq: number
  readonly cells: readonly WireCell[]
}

type OpenCell = { -readonly [K in keyof WireCell]: WireCell[K] }

interface OpenRow extends WireRow {
  readonly cells: OpenCell[]
}

/** In a row, a higher rank of the same side comes later. */
const RANK: Readonly<Record<WireSlot, number>> = {
  clientArrival: 0,
  serverArrival: 0,
  code: 1,
  state: 1,
  clientNote: 1,
  server: 1,
  network: 1,
  clientDeparture: 2,
  serverDeparture: 2,
  marker: 3,
}

export const ARRIVALS: ReadonlySet<WireSlot> = new Set(['clientArrival', 'serverArrival'])
/** Slots with one place. */
const NOTES: ReadonlySet<WireSlot> = new Set(['state', 'clientNote'])

/** A slot of both sides needs the row to itself. */
function sideOf(slot: WireSlot): Side | 'both' {
  if (slot === 'marker' || slot === 'network') return 'both'
  return slot.startsWith('server') ? 'server' : 'client'
}

/** Cutting rows off moves all others, so at least this many are cut at once. */
const RELEASED_AT_ONCE = 2048

/** Rows are numbered from the first of the run, even after the oldest are dropped. */
export class WireRows {
  readonly #rows: OpenRow[] = []
  #first = 0

  /** The number of the oldest row that is held. */
  get first(): number {
    return this.#first
  }

  /** The number of the row that comes next. */
  get end(): number {
    return this.#first + this.#rows.length
  }

  at(row: number): WireRow | undefined {
    return this.#rows[row - this.#first]
  }

  timeOf(row: number): number {
    return this.at(row)?.time ?? 0
  }

  /**
   * Gives an event its place, in the last row or in a new one.
   * @param after the row must come after this one, because arrows go down.
   * @returns the number of the row.
   */
  place(slot: WireSlot, { seq, time }: Pick<TraceEvent, 'seq' | 'time'>, after = -1): number {
    const last = this.#rows.at(-1)
    const row = this.end - 1
    const cell: OpenCell = { slot, seq }
    if (last !== undefined && last.time === time && row > after && hasRoom(last, slot)) {
      last.cells.push(cell)
      return row
    }
    this.#rows.push({ time, firstSeq: seq, cells: [cell] })
    return row + 1
  }

  /** The number of the first row that has no event before `seq`. */
  before(seq: number): number {
    return this.#first + firstIndex(this.#rows, (row) => row.firstSeq >= seq)
  }

  /** The number of the first row for which `isReached` holds. */
  firstWith(isReached: (row: WireRow) => boolean): number {
    return this.#first + firstIndex(this.#rows, isReached)
  }

  /** Makes the last cell an end of this arrow. */
  tie(arrow: WireArrow): void {
    const cell = this.#rows.at(-1)?.cells.at(-1)
    if (cell !== undefined) cell.arrow = arrow
  }

  /** The row of an event, or -1. */
  rowOf(seq: number): number {
    // A drawn event is in the last row that begins at or before it.
    const row = this.before(seq + 1) - 1
    return this.at(row)?.cells.some((cell) => cell.seq === seq) === true ? row : -1
  }

  cellOf(seq: number): WireCell | undefined {
    return this.at(this.before(seq + 1) - 1)?.cells.find((cell) => cell.seq === seq)
  }

  /** Drops rows whose events are all older than `firstSeq`. */
  release(firstSeq: number): void {
    const released = Math.max(0, this.before(firstSeq + 1) - 1 - this.#first)
    if (released < RELEASED_AT_ONCE) return
    this.#rows.splice(0, released)
    this.#first += released
  }
}

function hasRoom(row: OpenRow, slot: WireSlot): boolean {
  const side = sideOf(slot)
  for (const taken of row.cells) {
    if (taken.slot === slot || (NOTES.has(slot) && NOTES.has(taken.slot))) return false
    // What the network sends to both sides arrives at the same time.
    if (taken.slot === 'network' && ARRIVALS.has(slot)) continue
    const other = sideOf(taken.slot)
    if (side === 'both' || other === 'both') return false
    if (other === side && RANK[taken.slot] > RANK[slot]) return false
  }
  return true
}
