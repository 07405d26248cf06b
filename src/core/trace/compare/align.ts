/** Lays the events of two traces beside each other, lane by lane. */
import type { TraceEvent } from '../event.ts'
import { NO_DIFFERENCES, type ComparedRow, type Difference, type RowKind } from './comparison.ts'
import { contentOf, isSameValue, keyOf, kindOf } from './event-content.ts'
import { alignSequences } from './sequence.ts'

export interface Aligner {
  readonly world: 'same' | 'other'
  /** Events are only laid beside events of the same lane, in the order that they have there. */
  readonly laneOf: (event: TraceEvent) => string
}

export interface Aligned {
  readonly rows: readonly ComparedRow[]
  /** Some lane was too different for the best alignment to be looked for. */
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

  const partners = new Map<number, TraceEvent>()
  let cut = false
  for (const lane of lanes.values()) {
    const result = alignLane(lane, world)
    cut ||= result.cut
    for (const [one, other] of result.pairs) partners.set(one.seq, other)
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

interface LaneAlignment {
  readonly pairs: readonly (readonly [here: TraceEvent, there: TraceEvent])[]
  readonly cut: boolean
}

/** First what says the same; between that, what is of the same kind. */
function alignLane({ here, there }: Lane, world: Aligner['world']): LaneAlignment {
  const exact = alignBy(here, there, (event) => keyOf(event, world))
  const pairs: [TraceEvent, TraceEvent][] = []
  let { cut } = exact
  let nextHere = 0
  let nextThere = 0
  const closeGap = (endHere: number, endThere: number) => {
    if (endHere > nextHere && endThere > nextThere) {
      const alike = alignBy(here.slice(nextHere, endHere), there.slice(nextThere, endThere), kindOf)
      cut ||= alike.cut
      pairs.push(...alike.pairs)
    }
  }
  for (const [one, other] of exact.indices) {
    closeGap(one, other)
    const eventHere = here[one]
    const eventThere = there[other]
    if (eventHere !== undefined && eventThere !== undefined) pairs.push([eventHere, eventThere])
    nextHere = one + 1
    nextThere = other + 1
  }
  closeGap(here.length, there.length)
  return { pairs, cut }
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
  const pairs = indices.flatMap(([one, other]): [TraceEvent, TraceEvent][] => {
    const eventHere = here[one]
    const eventThere = there[other]
    return eventHere === undefined || eventThere === undefined ? [] : [[eventHere, eventThere]]
  })
  return { indices, pairs, cut }
}

function inOrder(
  here: readonly TraceEvent[],
  there: readonly TraceEvent[],
  partners: ReadonlyMap<number, TraceEvent>,
  world: Aligner['world'],
): ComparedRow[] {
  const paired = new Set(Array.from(partners.values(), ({ seq }) => seq))
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
    aloneThere = after.get(partner.seq) ?? []
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

function pairedRow(here: TraceEvent, there: TraceEvent, world: Aligner['world']): ComparedRow {
  const differences = differencesOf(here, there, world)
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
export function differencesOf(
  here: TraceEvent,
  there: TraceEvent,
  world: Aligner['world'],
): readonly Difference[] {
  const fieldsThere = new Map(contentOf(there, world))
  const differences = contentOf(here, world).flatMap(([field, value]): Difference[] => {
    const other = fieldsThere.get(field)
    if (!fieldsThere.has(field) || isSameValue(value, other)) return []
    return [
      {
        field,
        ...(value === undefined ? {} : { here: value }),
        ...(other === undefined ? {} : { there: other }),
      },
    ]
  })
  return differences.length === 0 ? NO_DIFFERENCES : differences
}
