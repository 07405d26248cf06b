/** Aligns the events of two traces, lane by lane. */
import { alignSequences } from '../../sequence/align.ts'
import type { TraceEvent } from '../event.ts'
import { NO_DIFFERENCES, type ComparedRow, type Difference, type RowKind } from './comparison.ts'
import { contentOf, isSameValue, keyOf, kindOf } from './event-content.ts'

export interface Aligner {
  readonly world: 'same' | 'other'
  /** Only events of one lane are aligned, in their order. */
  readonly laneOf: (event: TraceEvent) => string
}

export interface Aligned {
  readonly rows: readonly ComparedRow[]
  /** Some lane was too different to search for its best alignment. */
  readonly cut: boolean
}

/** Times of one virtual clock that are closer than this are the same, milliseconds. */
const SAME_TIME = 0.0005

/** Rows in the order of `here`; what only `there` has follows what came before it there. */
export function alignEvents(
  here: readonly TraceEvent[],
  there: readonly TraceEvent[],
  { world, laneOf }: Aligner,
): Aligned {
  const lanes = new Map<string, Lane>()
  for (const event of here) laneIn(lanes, laneOf(event)).here.push(event)
  for (const event of there) laneIn(lanes, laneOf(event)).there.push(event)

  const partners = new Map<number, Partner>()
  let cut = false
  for (const lane of lanes.values()) {
    const result = alignLane(lane, world)
    cut ||= result.cut
    for (const [one, event, isSame] of result.pairs) partners.set(one.seq, { event, isSame })
  }
  return { rows: inOrder(here, there, partners, world), cut }
}

interface Lane {
  readonly here: TraceEvent[]
  readonly there: TraceEvent[]
}

function laneIn(lanes: Map<string, Lane>, name: string): Lane {
  let lane = lanes.get(name)
  if (lane === undefined) {
    lane = { here: [], there: [] }
    lanes.set(name, lane)
  }
  return lane
}

interface Partner {
  readonly event: TraceEvent
  /** Whether it says the same. */
  readonly isSame: boolean
}

interface LaneAlignment {
  readonly pairs: readonly (readonly [here: TraceEvent, there: TraceEvent, isSame: boolean])[]
  readonly cut: boolean
}

/** Pairs what says the same first; between those pairs, what is of the same kind. */
function alignLane({ here, there }: Lane, world: Aligner['world']): LaneAlignment {
  const pairs: [TraceEvent, TraceEvent, boolean][] = []
  // Most of two lanes is the same from the start: that needs no search.
  const start = sameLength(here, there, world)
  for (let index = 0; index < start; index += 1) pushPair(pairs, here[index], there[index], true)
  const restHere = here.slice(start)
  const restThere = there.slice(start)
  const exact = alignBy(restHere, restThere, (event) => keyOf(event, world))
  let { cut } = exact
  let nextHere = 0
  let nextThere = 0
  const closeGap = (endHere: number, endThere: number) => {
    if (endHere > nextHere && endThere > nextThere) {
      const gapHere = restHere.slice(nextHere, endHere)
      const gapThere = restThere.slice(nextThere, endThere)
      const alike = alignBy(gapHere, gapThere, kindOf)
      cut ||= alike.cut
      for (const [one, other] of alike.indices)
        pushPair(pairs, gapHere[one], gapThere[other], false)
    }
  }
  for (const [one, other] of exact.indices) {
    closeGap(one, other)
    pushPair(pairs, restHere[one], restThere[other], true)
    nextHere = one + 1
    nextThere = other + 1
  }
  closeGap(restHere.length, restThere.length)
  return { pairs, cut }
}

function sameLength(
  here: readonly TraceEvent[],
  there: readonly TraceEvent[],
  world: Aligner['world'],
): number {
  let index = 0
  while (saySame(here[index], there[index], world)) index += 1
  return index
}

function saySame(
  here: TraceEvent | undefined,
  there: TraceEvent | undefined,
  world: Aligner['world'],
): boolean {
  return (
    here !== undefined &&
    there !== undefined &&
    here.type === there.type &&
    differencesOf(here, there, world).length === 0
  )
}

function pushPair(
  pairs: [TraceEvent, TraceEvent, boolean][],
  here: TraceEvent | undefined,
  there: TraceEvent | undefined,
  isSame: boolean,
): void {
  if (here !== undefined && there !== undefined) pairs.push([here, there, isSame])
}

function alignBy(
  here: readonly TraceEvent[],
  there: readonly TraceEvent[],
  keyFor: (event: TraceEvent) => string,
) {
  const symbols = new Map<string, number>()
  const symbolOf = (event: TraceEvent): number => {
    const key = keyFor(event)
    const known = symbols.get(key)
    if (known !== undefined) return known
    symbols.set(key, symbols.size)
    return symbols.size - 1
  }
  const { pairs: indices, cut } = alignSequences(here.map(symbolOf), there.map(symbolOf))
  return { indices, cut }
}

function inOrder(
  here: readonly TraceEvent[],
  there: readonly TraceEvent[],
  partners: ReadonlyMap<number, Partner>,
  world: Aligner['world'],
): ComparedRow[] {
  const paired = new Set(Array.from(partners.values(), ({ event }) => event.seq))
  /** What only `there` has, by the `seq` of the paired event before it there; −1 before all. */
  const after = new Map<number, TraceEvent[]>()
  let before = -1
  for (const event of there) {
    if (paired.has(event.seq)) before = event.seq
    else {
      const list = after.get(before)
      if (list === undefined) after.set(before, [event])
      else list.push(event)
    }
  }

  const rows: ComparedRow[] = []
  let alone: TraceEvent[] = []
  let aloneThere: readonly TraceEvent[] = after.get(-1) ?? []
  const placeAlone = () => {
    for (const [event, isHere] of merged(alone, aloneThere, world))
      rows.push(aloneRow(event, isHere))
    alone = []
    aloneThere = []
  }
  for (const event of here) {
    const partner = partners.get(event.seq)
    if (partner === undefined) {
      alone.push(event)
      continue
    }
    placeAlone()
    rows.push(pairedRow(event, partner, world))
    aloneThere = after.get(partner.event.seq) ?? []
  }
  placeAlone()
  return rows
}

/** In the order of their times where both have one clock; otherwise first here, then there. */
function merged(
  here: readonly TraceEvent[],
  there: readonly TraceEvent[],
  world: Aligner['world'],
): (readonly [event: TraceEvent, isHere: boolean])[] {
  const all = [
    ...here.map((event) => [event, true] as const),
    ...there.map((event) => [event, false] as const),
  ]
  return world === 'same' ? all.sort(([one], [other]) => one.time - other.time) : all
}

function aloneRow({ seq }: TraceEvent, isHere: boolean): ComparedRow {
  return isHere
    ? { kind: 'onlyHere', here: seq, there: null, differences: NO_DIFFERENCES }
    : { kind: 'onlyThere', here: null, there: seq, differences: NO_DIFFERENCES }
}

function pairedRow(
  here: TraceEvent,
  { event: there, isSame }: Partner,
  world: Aligner['world'],
): ComparedRow {
  const differences = isSame ? NO_DIFFERENCES : differencesOf(here, there, world)
  const hasMoved = world === 'same' && Math.abs(there.time - here.time) > SAME_TIME
  const kind: RowKind = differences.length > 0 ? 'differs' : hasMoved ? 'moved' : 'agrees'
  return {
    kind,
    here: here.seq,
    there: there.seq,
    differences: hasMoved
      ? [{ field: 'time', here: here.time, there: there.time }, ...differences]
      : differences,
  }
}

/** What two events of one type say differently. */
function differencesOf(
  here: TraceEvent,
  there: TraceEvent,
  world: Aligner['world'],
): readonly Difference[] {
  const fieldsThere = contentOf(there, world)
  let differences: Difference[] | undefined
  for (const [field, value] of contentOf(here, world)) {
    const found = fieldsThere.find(([name]) => name === field)
    // What only one of them knows is not compared.
    if (found === undefined || isSameValue(value, found[1])) continue
    const [, other] = found
    differences ??= []
    differences.push({
      field,
      ...(value === undefined ? {} : { here: value }),
      ...(other === undefined ? {} : { there: other }),
    })
  }
  return differences ?? NO_DIFFERENCES
}
