/** The labels of a part of the wire, with their places. */
import type { TraceEvent } from '../../core/trace/event.ts'
import type { WireArrow } from './layout/arrows.ts'
import { ARRIVALS, type WireCell, type WireSlot } from './layout/rows.ts'
import type { WireLayout } from './layout/wire-layout.ts'
import { chipFall } from './picture/arrow-shape.ts'
import {
  LabelSpacing,
  noLabels,
  type LabelLane,
  type SpacingState,
} from './placement/label-spacing.ts'
import type { Placement, RowRange } from './placement/placement.ts'

export interface WireItem {
  readonly seq: number
  readonly row: number
  readonly slot: WireSlot
  readonly event: TraceEvent
  /** The middle of the label, CSS pixels from the top. */
  readonly y: number
  /** The arrow that the item is the chip of; chips are at the side of departure. */
  readonly chip: WireArrow | null
  /** Whether the other side of the row is empty. */
  readonly isAlone: boolean
  /** Whether the frame is part of a fragmented message. */
  readonly isFragment: boolean
}

/** How many labels of a lane did not fit. */
export interface Hidden {
  readonly lane: LabelLane
  readonly y: number
  readonly count: number
  /** Of the first of them. */
  readonly seq: number
  /** Whether the count is exact, not extrapolated. */
  readonly isExact: boolean
}

export interface WireItems {
  readonly items: readonly WireItem[]
  readonly hidden: readonly Hidden[]
}

export interface ItemsOf {
  readonly layout: WireLayout
  readonly placement: Placement
  readonly rows: RowRange
  /** Events with a smaller seq are shown. */
  readonly shownBefore: number
  readonly eventOf: (seq: number) => TraceEvent | undefined
  /** Whether the server program has a lane beyond the server's line. */
  readonly hasServerProgramLane: boolean
}

/** More rows than are drawn at once. A row that comes takes the elements of one that goes. */
export const RECYCLED = 128

/** The key of an item's element in rows of equal height. */
export function elementOf({ row, slot }: WireItem): string {
  return `${String(row % RECYCLED)} ${slot}`
}

/** How far a chip may hang below the moment of departure. */
const MAX_DROP = 10
/** The same above a note, which would be half under the chip. */
const MAX_DROP_OVER_NOTE = 3
/** How far a note is above its moment. */
const NOTE_ABOVE = -14

/** The labels in rows of equal height, in which everything has room. */
export function itemsInRows(view: ItemsOf): WireItem[] {
  const items: WireItem[] = []
  for (let row = view.rows.first; row <= view.rows.last; row += 1) {
    const cells = view.layout.rows.at(row)?.cells ?? []
    for (const cell of cells) {
      const item = itemOf(view, row, cell, cells, mayDrop(view, row, cell.slot))
      if (item !== null) items.push({ ...item, y: item.y + above(view, cell.slot) })
    }
  }
  return items
}

function mayDrop(view: ItemsOf, row: number, slot: WireSlot): number {
  const below = view.layout.rows.at(row + 1)?.cells ?? []
  const isOverNote = below.some(
    (cell) => above(view, cell.slot) !== 0 && LANES[cell.slot] === LANES[slot],
  )
  return isOverNote ? MAX_DROP_OVER_NOTE : MAX_DROP
}

function above({ hasServerProgramLane }: ItemsOf, slot: WireSlot): number {
  if (slot === 'state' || slot === 'clientNote') return NOTE_ABOVE
  return slot === 'server' && !hasServerProgramLane ? NOTE_ABOVE : 0
}

function itemOf(
  view: ItemsOf,
  row: number,
  { slot, seq, arrow }: WireCell,
  cells: readonly WireCell[],
  maxDrop = MAX_DROP,
): WireItem | null {
  const event = seq < view.shownBefore ? view.eventOf(seq) : undefined
  if (event === undefined) return null
  const yOf = (one: number) => view.placement.yOf(one)
  const departs = arrow?.departure?.seq === seq
  // The chip of an arrival with no known departure is at the side that it came from.
  const isChip = departs || (arrow !== undefined && isUnseenArrival(arrow))
  let y = yOf(row)
  if (departs) y += chipFall(arrow, yOf, maxDrop)
  else if (isChip) y -= MAX_DROP + MAX_DROP / 2
  return {
    seq,
    row,
    slot,
    event,
    y,
    chip: isChip ? (arrow ?? null) : null,
    isAlone: cells.filter((cell) => isWide(view, cell)).length < 2 && arrow?.loss === undefined,
    isFragment:
      'frame' in event && event.frame.opcode < 8 && !(event.frame.fin && event.frame.opcode > 0),
  }
}

/** Whether the label is between the lanes. */
function isWide({ hasServerProgramLane }: ItemsOf, { slot, seq, arrow }: WireCell): boolean {
  if (slot === 'server') return !hasServerProgramLane
  return arrow !== undefined && (arrow.departure?.seq === seq || isUnseenArrival(arrow))
}

function isUnseenArrival({ departure, from }: WireArrow): boolean {
  return departure === undefined && from !== 'network'
}

/** Rows between two kept states of the spacing. */
const KEPT_EVERY = 64
/** Of more rows than this in the viewport, only some are read. */
const MAX_ROWS = 1500

/**
 * To scale, labels that would overlap move apart, and labels without room are counted. The place of
 * a label depends on all labels before it; states in between are kept, so scrolling moves no label.
 */
export class ScaledItems {
  readonly #kept: SpacingState[] = []
  #firstKept = 0

  /** The labels in the viewport. Places count from time 0; `base` is where the wire begins. */
  between(view: ItemsOf, base: number): WireItems {
    const { first, last } = view.rows
    const step = 2 ** Math.ceil(Math.log2(Math.max(1, (last - first + 1) / MAX_ROWS)))
    const items: WireItem[] = []
    const hidden = new Map<LabelLane, Hidden>()
    const done: Hidden[] = []
    const from = step === 1 ? this.#reach(view, first, base) : first
    const spacing = new LabelSpacing(step === 1 ? this.#kept[this.#keptAt(from)] : noLabels)
    for (let row = from; row <= last; row += 1) {
      if (row % step !== 0) continue
      eachItem(view, row, (item, lane) => {
        if (lane === null) {
          if (row >= first) items.push(item)
          return
        }
        if (lane === 'all') {
          const place = spacing.placeAcross(item.y + base)
          if (row >= first) items.push({ ...item, y: place - base })
          return
        }
        const place = spacing.place(lane, item.y + base, roomBelow(item))
        if (place !== null) {
          items.push({ ...item, y: place - base, isAlone: false })
          const full = hidden.get(lane)
          if (full !== undefined) done.push(full)
          hidden.delete(lane)
          return
        }
        const y = spacing.endOf(lane) - base
        const { count, seq } = hidden.get(lane) ?? { count: 0, seq: item.seq }
        hidden.set(lane, { lane, y, count: count + 1, seq, isExact: step === 1 })
      })
    }
    return { items, hidden: [...done, ...hidden.values()] }
  }

  /** Goes to the last kept state at or before a row. */
  #reach(view: ItemsOf, row: number, base: number): number {
    const oldest = view.layout.rows.first
    if (this.#kept.length === 0) {
      this.#firstKept = Math.ceil(oldest / KEPT_EVERY)
      this.#kept.push(noLabels)
    }
    const wanted = Math.floor(row / KEPT_EVERY)
    let known = Math.min(wanted, this.#firstKept + this.#kept.length - 1)
    while (known < wanted) {
      const spacing = new LabelSpacing(this.#kept[known - this.#firstKept])
      for (let at = known * KEPT_EVERY; at < (known + 1) * KEPT_EVERY; at += 1)
        eachItem({ ...view, shownBefore: Infinity }, at, (item, lane) => {
          if (lane === 'all') spacing.placeAcross(item.y + base)
          else if (lane !== null) spacing.place(lane, item.y + base, roomBelow(item))
        })
      this.#kept.push(spacing.state)
      known += 1
    }
    return Math.max(known, this.#firstKept) * KEPT_EVERY
  }

  #keptAt(row: number): number {
    return Math.floor(row / KEPT_EVERY) - this.#firstKept
  }
}

function eachItem(
  view: ItemsOf,
  row: number,
  take: (item: WireItem, lane: LabelLane | 'all' | null) => void,
): void {
  const cells = view.layout.rows.at(row)?.cells ?? []
  for (const cell of cells) {
    const item = itemOf(view, row, cell, cells)
    if (item === null) continue
    const lane = laneOf(view, item)
    take({ ...item, y: item.y + above(view, item.slot) }, lane)
  }
}

/** Room for the name of a fragmented message, below its last frame. */
function roomBelow({ event, slot }: WireItem): number {
  if (slot !== 'clientDeparture' && slot !== 'serverDeparture') return 0
  return 'frame' in event && event.frame.opcode === 0 && event.frame.fin ? BRACKET_NAME : 0
}
const BRACKET_NAME = 14

/** The lanes in which labels move apart, without a lane for the server program. */
const LANES: Readonly<Record<WireSlot, LabelLane | 'all'>> = {
  code: 'code',
  state: 'left',
  clientNote: 'left',
  server: 'right',
  clientDeparture: 'left',
  serverDeparture: 'right',
  clientArrival: 'right',
  serverArrival: 'left',
  network: 'all',
  marker: 'all',
}

function laneOf(view: ItemsOf, { slot, chip }: WireItem): LabelLane | 'all' | null {
  if (slot === 'server' && view.hasServerProgramLane) return 'serverProgram'
  return chip === null && ARRIVALS.has(slot) ? null : LANES[slot]
}
