/** Where the wire's lanes and arrows are, in CSS pixels of a pane of some width. */
import type { WireArrow } from './layout.ts'

export const ROW_HEIGHT = 40

export interface Lanes {
  readonly width: number
  /** The left edge of the program's words. */
  readonly code: number
  /** The middle of the connection's ribbon. */
  readonly browser: number
  readonly server: number
}

export function lanesOf(width: number): Lanes {
  return {
    width,
    code: width < 480 ? 48 : 64,
    browser: Math.round(Math.max(140, Math.min(260, width * 0.37))),
    server: width - (width < 480 ? 24 : 56),
  }
}

/** The middle of a row, from the top of the list. */
export function middleOf(row: number): number {
  return (row + 0.5) * ROW_HEIGHT
}

/** Half of what stands in a lane: arrows stop here. */
const LANE_EDGE = 8
/** Of a row: how far an arrow falls whose other end nobody saw. */
const UNSEEN_FALL = 0.7
/** Of a row: how far an arrow falls until it has passed its chip. */
const CHIP_FALL = 0.3

export interface Line {
  /** Of an SVG path. */
  readonly path: string
  /** One end of it is not known, or it has not arrived yet. */
  readonly open: boolean
}

/**
 * An arrow bends once: its first half passes the chip of what it carries beside where that set out,
 * so that chips of frames that are under way together do not cover each other.
 * @param progress how much of its way it has gone, 0 to 1; 1 where it has arrived.
 */
export function lineOf(arrow: WireArrow, lanes: Lanes, progress: number): Line {
  const { departure, arrival } = arrow
  const [from, to] =
    arrow.direction === 'out'
      ? [lanes.browser + LANE_EDGE, lanes.server - LANE_EDGE]
      : [lanes.server - LANE_EDGE, lanes.browser + LANE_EDGE]
  const fall = UNSEEN_FALL * ROW_HEIGHT
  const top = departure === undefined ? middleOf(arrival?.row ?? 0) - fall : middleOf(departure.row)
  const known = departure !== undefined && arrival !== undefined
  const bottom = known && progress >= 1 ? middleOf(arrival.row) : top + fall * progress
  const reach = from + (to - from) * (known ? progress : 1)
  const bend = from + (to - from) / 2
  const open = !known || progress < 1
  const start = `M${at(from, top)}`
  if (open) return { path: `${start}L${at(reach, bottom)}`, open }
  const chip = top + Math.min((bottom - top) / 2, CHIP_FALL * ROW_HEIGHT)
  return { path: `${start}L${at(bend, chip)}L${at(reach, bottom)}`, open }
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
