/** What travels between the sides of the wire, and the rows in which it leaves and arrives. */
import type { Direction } from '../../../core/trace/describe/index.ts'
import type { Side } from '../../../core/trace/event.ts'
import { firstIndex } from './sorted.ts'

export interface ArrowEnd {
  readonly row: number
  readonly seq: number
}

/** Why something never arrives, and the `seq` of the event that made it so. */
export interface Loss {
  readonly how: 'dropped' | 'silence' | 'closed'
  readonly seq: number
}

export interface WireArrow {
  readonly direction: Direction
  readonly connectionId: string
  readonly kind: 'handshake' | 'frame' | 'http' | 'fin' | 'rst'
  /** `network`: a middlebox sent it in the name of the other side. */
  readonly from: Side | 'network'
  /** Absent if unknown. */
  readonly departure?: ArrowEnd
  /** Absent if unknown or if it never happened. */
  readonly arrival?: ArrowEnd
  readonly loss?: Loss
  /** An HTTP body that left with its head: the `seq` of its first part, and all its octets. */
  readonly body?: { readonly seq: number; readonly octets: number }
  /** The ping of a pong, or the pong of a ping. */
  readonly partner?: WireArrow
}

export type OpenArrow = { -readonly [K in keyof WireArrow]: WireArrow[K] }

const RELEASED_AT_ONCE = 2048

export class WireArrows {
  /** By the row at which they are first drawn, ascending. */
  readonly #arrows: OpenArrow[] = []
  /** Arrows in flight, by the `seq` that their receipt will name as its cause. */
  readonly #underWay = new Map<number, OpenArrow>()
  /** The most rows that an arrow passes. */
  #longest = 1

  add(arrow: OpenArrow): void {
    this.#arrows.push(arrow)
    if (arrow.departure !== undefined && arrow.loss === undefined)
      this.#underWay.set(arrow.departure.seq, arrow)
  }

  /** The arrow that a receipt with this `cause` ends. */
  underWay(cause: number | undefined): OpenArrow | undefined {
    return cause === undefined ? undefined : this.#underWay.get(cause)
  }

  /** Lets a receipt name this `seq` too. */
  rename(arrow: OpenArrow, seq: number): void {
    this.#underWay.set(seq, arrow)
  }

  /** Ends the wait for a receipt that names this `seq`. */
  received(cause: number): void {
    this.#underWay.delete(cause)
  }

  end(arrow: OpenArrow, arrival: ArrowEnd): void {
    if (arrow.arrival !== undefined) return
    arrow.arrival = arrival
    delete arrow.loss
    const start = arrow.departure?.row ?? arrival.row
    this.#longest = Math.max(this.#longest, arrival.row - start)
  }

  /** Marks everything in flight on a connection towards `side` as lost. */
  lose(connectionId: string, side: Side, loss: Loss): void {
    const direction = side === 'server' ? 'out' : 'in'
    for (const arrow of this.#underWay.values()) {
      if (arrow.connectionId !== connectionId || arrow.direction !== direction) continue
      if (arrow.arrival === undefined) arrow.loss ??= loss
    }
  }

  /** The arrows that pass the rows from `first` to `last`, both included. */
  between(first: number, last: number): WireArrow[] {
    const found: WireArrow[] = []
    const low = firstIndex(this.#arrows, (arrow) => startOf(arrow) >= first - this.#longest)
    for (let index = low; index < this.#arrows.length; index += 1) {
      const arrow = this.#arrows[index]
      if (arrow === undefined || startOf(arrow) > last) break
      if ((arrow.arrival?.row ?? startOf(arrow) + 1) >= first) found.push(arrow)
    }
    return found
  }

  /** Drops arrows that left and arrived before `row` and before the event `seq`. */
  release(row: number, seq: number): void {
    let released = 0
    while (released < this.#arrows.length) {
      const arrow = this.#arrows[released]
      if (arrow === undefined || (arrow.arrival?.row ?? startOf(arrow)) >= row) break
      released += 1
    }
    if (released < RELEASED_AT_ONCE) return
    this.#arrows.splice(0, released)
    for (const name of this.#underWay.keys()) {
      if (name >= seq) break
      this.#underWay.delete(name)
    }
  }
}

function startOf(arrow: WireArrow): number {
  return arrow.departure?.row ?? arrow.arrival?.row ?? 0
}
