/** Thin lines from moments to labels that moved away from them. */
import type { WireItem } from '../items.ts'
import type { Lanes } from '../lanes.ts'

export interface Link {
  readonly hue: 'out' | 'in' | 'plain' | 'marker'
  /** The data of an SVG path. */
  readonly path: string
}

/** A label this near needs no line, CSS pixels. */
const NEAR = 6
/** From a lane to the labels beside it. */
const BESIDE = { words: 12, chip: 16 } as const
const EDGE = 7

export function linksOf(
  items: readonly WireItem[],
  lanes: Lanes,
  yOf: (row: number) => number,
): Link[] {
  return items.flatMap((item): Link[] => {
    const moment = yOf(item.row)
    if (item.slot === 'marker') {
      const path = `M${String(lanes.code)} ${moment.toFixed(1)}H${String(lanes.width)}`
      return [{ hue: 'marker', path }]
    }
    const ends = endsOf(item, lanes)
    if (ends === null || Math.abs(item.y - moment) < NEAR) return []
    const [from, to, hue] = ends
    const path = `M${from.toFixed(1)} ${moment.toFixed(1)}L${to.toFixed(1)} ${item.y.toFixed(1)}`
    return [{ hue, path }]
  })
}

function endsOf(
  { slot, chip }: WireItem,
  { browser, lastRibbon, server, serverProgram }: Lanes,
): readonly [from: number, to: number, hue: Link['hue']] | null {
  if (slot === 'code') return [browser - EDGE, browser - BESIDE.words, 'plain']
  if (slot === 'server' && serverProgram !== undefined)
    return [server + EDGE, serverProgram, 'plain']
  if (chip?.departure === undefined) return null
  if (slot === 'clientDeparture') return [lastRibbon + EDGE, lastRibbon + BESIDE.chip, 'out']
  if (slot === 'serverDeparture') return [server - EDGE, server - BESIDE.chip, 'in']
  return null
}
