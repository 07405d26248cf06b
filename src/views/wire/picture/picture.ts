/** The shapes under the labels of a part of the wire. */
import type { Direction } from '../../../core/trace/describe/index.ts'
import type { ArrowEnd, WireArrow } from '../layout/arrows.ts'
import type { StateChange, Lifeline } from '../layout/lifelines.ts'
import type { WireLayout } from '../layout/wire-layout.ts'
import { ribbonOf, type Lanes } from '../lanes.ts'
import type { Placement, RowRange } from '../placement/placement.ts'
import { arrowShape, type ArrowShape } from './arrow-shape.ts'

export interface DrawnArrow extends ArrowShape {
  readonly direction: Direction
  readonly isSelected: boolean
}

export interface DrawnRibbon {
  readonly key: string
  readonly state: StateChange['state']
  readonly x: number
  readonly from: number
  readonly to: number
}

/** Where the ribbon of a connection begins. */
export interface DrawnNumber {
  readonly connectionId: string
  readonly x: number
  readonly y: number
}

/** The bracket around the frames of one message. */
export interface DrawnBracket {
  readonly key: number
  readonly direction: Direction
  readonly x: number
  readonly from: number
  readonly to: number
  /** One for each of its frames. */
  readonly ticks: readonly number[]
  readonly frames: number
  readonly octets: number
  /** Whether the last frame is among those shown. */
  readonly isWhole: boolean
}

export interface DrawnBand {
  readonly key: number
  readonly kind: 'silence' | 'stall'
  readonly from: number
  readonly to: number
  /** How long it has lasted, milliseconds. */
  readonly duration: number
  readonly isOver: boolean
}

/** What TCP took before the first opening handshake: where its note is. */
export interface DrawnConnect {
  /** Of the request. */
  readonly seq: number
  readonly y: number
}

export interface Picture {
  readonly arrows: readonly DrawnArrow[]
  readonly ribbons: readonly DrawnRibbon[]
  readonly numbers: readonly DrawnNumber[]
  readonly brackets: readonly DrawnBracket[]
  readonly bands: readonly DrawnBand[]
  /** Absent if there is no room for it. */
  readonly connect?: DrawnConnect
}

export interface PictureOf {
  readonly layout: WireLayout
  readonly lanes: Lanes
  readonly placement: Placement
  /** The part that is drawn: its rows, and CSS pixels from the top. */
  readonly rows: RowRange
  readonly top: number
  readonly bottom: number
  /** The row after the last shown one, and where the wire ends. */
  readonly endRow: number
  readonly endY: number
  /** Events with a smaller seq are shown. */
  readonly shownBefore: number
  /** The playhead's time, milliseconds. */
  readonly time: number
  readonly timeOf: (seq: number) => number
  readonly isHighlighted: (seq: number) => boolean
  readonly mostFall: number
  /** Where the label of an event is; `undefined` for its moment. */
  readonly placeOf: (seq: number) => number | undefined
}

/** How far above the moment of its change a state begins, CSS pixels. */
const LEAD = 8
/** Nobody can tell more arrows apart, so only some are drawn. */
const MAX_ARROWS = 240

export function pictureOf(view: PictureOf): Picture {
  const { layout, rows, endRow } = view
  const last = Math.min(rows.last + 1, endRow - 1)
  const lifelines = layout.lifelines.between(rows.first, last)
  return {
    arrows: arrowsOf(view, last),
    ribbons: lifelines.flatMap((lifeline) => ribbonsOf(view, lifeline)),
    numbers:
      layout.lifelines.size > 1 ? lifelines.flatMap((lifeline) => numberOf(view, lifeline)) : [],
    brackets: bracketsOf(view, last),
    bands: bandsOf(view, last),
    ...connectOf(view, last),
  }
}

/** The room between a request and what is above it, so that a note fits in, CSS pixels. */
const ROOM = 28
/** From the request to the note above it. */
const ABOVE = 8

function connectOf(view: PictureOf, last: number): Pick<Picture, 'connect'> {
  const { layout, placement, rows, shownBefore } = view
  const request = layout.firstRequest
  if (request === undefined || request.seq >= shownBefore) return {}
  const { row, seq } = request
  if (row < rows.first || row > last || row === layout.rows.first) return {}
  const y = placement.yOf(row)
  return y - placement.yOf(row - 1) < ROOM ? {} : { connect: { seq, y: y - ABOVE } }
}

function arrowsOf(view: PictureOf, last: number): DrawnArrow[] {
  const { layout, rows, shownBefore, isHighlighted } = view
  const shown = layout.arrows
    .between(rows.first, last)
    .filter(
      ({ departure, arrival }) => (departure ?? arrival ?? { seq: Infinity }).seq < shownBefore,
    )
  const every = Math.ceil(shown.length / MAX_ARROWS)
  const drawn: DrawnArrow[] = []
  for (const [index, arrow] of shown.entries()) {
    const ends = [arrow.departure?.seq ?? -1, arrow.arrival?.seq ?? -1]
    const isSelected = ends.some((seq) => seq >= 0 && isHighlighted(seq))
    if (index % every !== 0 && !isSelected) continue
    const shape = arrowShape(arrow, {
      lanes: view.lanes,
      column: layout.lifelines.get(arrow.connectionId)?.column ?? 0,
      yOf: (row) => view.placement.yOf(row),
      mostFall: view.mostFall,
      progress: progressOf(arrow, view),
      isLost: (arrow.loss?.seq ?? Infinity) < shownBefore,
    })
    drawn.push({ direction: arrow.direction, isSelected, ...shape })
  }
  return drawn
}

/** The share of the way that is done at the playhead. */
function progressOf({ departure, arrival }: WireArrow, view: PictureOf): number {
  if (departure === undefined || arrival === undefined || arrival.seq < view.shownBefore) return 1
  const start = view.timeOf(departure.seq)
  const end = view.timeOf(arrival.seq)
  return end > start ? Math.min(1, Math.max(0, (view.time - start) / (end - start))) : 1
}

function ribbonsOf(view: PictureOf, lifeline: Lifeline): DrawnRibbon[] {
  const { placement, lanes, top, bottom, endY, endRow } = view
  const shown = lifeline.changes.filter(({ seq }) => seq < view.shownBefore)
  return shown.flatMap((change, index) => {
    const next = shown[index + 1]
    const from = placement.yOf(change.row) - LEAD
    let to = endY
    if (next !== undefined) to = placement.yOf(next.row) - LEAD - 2
    else if (lifeline.endRow !== undefined && lifeline.endRow < endRow)
      to = Math.min(endY, placement.yOf(lifeline.endRow) + 2 * LEAD)
    if (to < top || from > bottom || to <= from) return []
    return [
      {
        key: `${lifeline.connectionId} ${String(index)}`,
        state: change.state,
        x: ribbonOf(lanes, lifeline.column),
        from: Math.max(from, top - 2 * LEAD),
        to: Math.min(to, bottom + 2 * LEAD),
      },
    ]
  })
}

function numberOf({ placement, lanes, shownBefore }: PictureOf, lifeline: Lifeline): DrawnNumber[] {
  const [begin] = lifeline.changes
  if (begin === undefined || begin.seq >= shownBefore) return []
  const { connectionId, column } = lifeline
  return [{ connectionId, x: ribbonOf(lanes, column), y: placement.yOf(begin.row) }]
}

function bracketsOf(view: PictureOf, last: number): DrawnBracket[] {
  const { layout, lanes, placement, rows, shownBefore, top, bottom } = view
  return layout.messages.between(rows.first, last).flatMap((message) => {
    const frames = message.frames.filter(({ seq }) => seq < shownBefore)
    const [first] = frames
    const end = frames.at(-1)
    const yOf = ({ row, seq }: ArrowEnd) => view.placeOf(seq) ?? placement.yOf(row)
    if (first === undefined || end === undefined) return []
    return [
      {
        key: first.seq,
        direction: message.direction,
        x: message.direction === 'out' ? lanes.lastRibbon + BRACKET : lanes.server - BRACKET,
        from: Math.max(yOf(first), top - LEAD),
        to: Math.min(yOf(end), bottom + LEAD),
        ticks: frames.map(yOf).filter((y) => y >= top - LEAD && y <= bottom + LEAD),
        frames: frames.length,
        octets: message.octets[frames.length - 1] ?? 0,
        isWhole: message.isWhole && frames.length === message.frames.length,
      },
    ]
  })
}
/** From a lane to the bracket beside it. */
const BRACKET = 14

function bandsOf(view: PictureOf, last: number): DrawnBand[] {
  const { layout, placement, rows, top, bottom, endRow, endY, shownBefore } = view
  return layout.bands
    .between(rows.first, last)
    .filter(({ seq }) => seq < shownBefore)
    .map(({ seq, kind, fromRow, fromTime, toRow, toTime = Infinity }) => {
      const isOver = toRow !== undefined && toRow < endRow
      return {
        key: seq,
        kind,
        duration: Math.max(0, Math.min(toTime, view.time) - fromTime),
        isOver,
        from: Math.max(placement.yOf(fromRow), top),
        to: Math.min(isOver ? placement.yOf(toRow) : endY, bottom),
      }
    })
}
