/** How an arrow looks: where it goes, and how it ends. */
import type { WireArrow } from '../layout/arrows.ts'
import { ribbonOf, type Lanes } from '../lanes.ts'

export interface ArrowShape {
  /** The data of an SVG path. */
  readonly path: string
  /** `bar`: nothing follows. `none`: the arrow does not arrive. */
  readonly end: 'head' | 'bar' | 'none'
  /** Whether one end is unknown. */
  readonly isUnseen: boolean
  /** The network is silent, so the arrow fades. */
  readonly fades: boolean
  /** Where it was lost. */
  readonly cross?: { readonly x: number; readonly y: number }
}

export interface ArrowPlace {
  readonly lanes: Lanes
  /** Of its connection's ribbon. */
  readonly column: number
  readonly yOf: (row: number) => number
  /** The most that an arrow without its end falls, CSS pixels. */
  readonly mostFall: number
  /** The share of the way that is done, 0 to 1. */
  readonly progress: number
  /** Whether the cause of the loss has happened. */
  readonly isLost: boolean
}

/** Half the width of a lane's line, where arrows stop. */
const LANE_EDGE = 7
/** How far an arrow with an unknown end falls. */
const UNSEEN_FALL = 28
/** The share of the way that a lost arrow goes. */
const LOST_AT = { dropped: 0.6, silence: 0.62, closed: 0.92 } as const

export function arrowShape(arrow: WireArrow, place: ArrowPlace): ArrowShape {
  const { departure, arrival, direction, kind, from } = arrow
  const { lanes, column, yOf, progress } = place
  const client = ribbonOf(lanes, column) + LANE_EDGE
  const server = lanes.server - LANE_EDGE
  const [start, goal] = direction === 'out' ? [client, server] : [server, client]
  const x0 = from === 'network' ? (lanes.lastRibbon + lanes.server) / 2 : start

  if (departure === undefined) {
    const y1 = yOf(arrival?.row ?? 0)
    const fall = from === 'network' ? 0 : UNSEEN_FALL
    const path = line(kind, x0, y1 - fall, goal, y1)
    return { path, end: endOf(kind), isUnseen: from !== 'network', fades: false }
  }
  const y0 = yOf(departure.row)
  if (arrow.loss !== undefined && place.isLost) {
    const part = LOST_AT[arrow.loss.how]
    const x = x0 + (goal - x0) * part
    const y = y0 + Math.min(UNSEEN_FALL, place.mostFall) * part
    const fades = arrow.loss.how === 'silence'
    const shape = { path: line(kind, x0, y0, x, y), end: 'none', isUnseen: false, fades } as const
    return fades ? shape : { ...shape, cross: { x, y } }
  }
  if (arrival === undefined) {
    const path = line(kind, x0, y0, goal, y0 + UNSEEN_FALL)
    return { path, end: endOf(kind), isUnseen: true, fades: false }
  }
  const fall = yOf(arrival.row) - y0
  const y1 = progress < 1 ? y0 + Math.min(fall, place.mostFall) * progress : y0 + fall
  const path = line(kind, x0, y0, x0 + (goal - x0) * progress, y1)
  return { path, end: progress < 1 ? 'head' : endOf(kind), isUnseen: false, fades: false }
}

/** How far an arrow falls from its departure to the middle of its chip. */
export function chipFall(arrow: WireArrow, yOf: (row: number) => number, most: number): number {
  const { departure, arrival } = arrow
  const fall =
    departure === undefined || arrival === undefined
      ? UNSEEN_FALL
      : yOf(arrival.row) - yOf(departure.row)
  return Math.min(most, fall * CHIP_AT)
}
const CHIP_AT = 0.125

function endOf(kind: WireArrow['kind']): 'head' | 'bar' {
  return kind === 'fin' ? 'bar' : 'head'
}

const TOOTH = 14
const TOOTH_HEIGHT = 4

/** A reset is drawn as a zigzag. */
function line(kind: WireArrow['kind'], x0: number, y0: number, x1: number, y1: number): string {
  const points = [at(x0, y0)]
  if (kind === 'rst') {
    const length = Math.hypot(x1 - x0, y1 - y0)
    const teeth = Math.floor(length / TOOTH)
    for (let tooth = 1; tooth < teeth; tooth += 1) {
      const part = tooth / teeth
      const off = tooth % 2 === 0 ? TOOTH_HEIGHT : -TOOTH_HEIGHT
      points.push(
        at(
          x0 + (x1 - x0) * part - ((y1 - y0) / length) * off,
          y0 + (y1 - y0) * part + (Math.abs(x1 - x0) / length) * off,
        ),
      )
    }
  }
  points.push(at(x1, y1))
  return `M${points.join('L')}`
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
