/** The picture of one way: a server above, a page below, and time from left to right up to now. */
import { windowOf, type Lane, type RaceSettings } from './settings.ts'
import type { Arrival, Flight, RaceNumbers } from './tally.ts'

/** What is drawn of a race, at a moment of its clock. */
export interface RacePicture {
  readonly now: number
  readonly settings: RaceSettings
  readonly happened: readonly number[]
  readonly lanes: Readonly<
    Record<Lane, { readonly flights: readonly Flight[]; readonly arrivals: readonly Arrival[] }>
  >
}

/** What the figure shows before a race: the first part of one, and the numbers of the whole. */
export interface FirstRun {
  readonly picture: RacePicture
  readonly numbers: RaceNumbers
  /** An update as it is sent. */
  readonly example: string
}

/** A line; `x` is percent of the width, `y` is 0 at the server and 1 at the page. */
export interface Slope {
  readonly key: number
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  /** `request` goes up, `update` comes down with something new, `answer` without. */
  readonly kind: 'request' | 'update' | 'answer'
  readonly isUnderWay: boolean
}

/** Updates that arrived together. */
export interface Landing {
  readonly key: number
  readonly x: number
  /** `7` or `7–9`; empty where there is no room for it. */
  readonly label: string
}

export interface LanePicture {
  readonly slopes: readonly Slope[]
  /** From an update to its departure: how long it lay at the server. */
  readonly waits: readonly { readonly key: number; readonly x1: number; readonly x2: number }[]
  /** The updates as they happen. */
  readonly updates: readonly { readonly key: number; readonly x: number }[]
  readonly landings: readonly Landing[]
}

/** Where the present is, in percent of the width: a label there still fits. */
const NOW = 95

/** Percent of the width that a label wants. */
const LABEL = 9

export function lanePicture(picture: RacePicture, lane: Lane): LanePicture {
  const { now, settings, happened } = picture
  const { flights, arrivals } = picture.lanes[lane]
  const span = windowOf(settings)
  const begin = now - span
  const x = (time: number) => ((time - begin) / span) * NOW
  const isShown = (until: number) => until >= begin

  const down = flights.filter(({ from }) => from === 'server')
  const landings = landingsOf(arrivals)
  const landingTimes = new Set(landings.map(({ at }) => at))
  const underWay = down.filter(({ arrived }) => arrived === null)
  /** The oldest update that has not arrived. */
  const oldest = happened[arrivals.length] ?? Infinity
  const isNews = ({ sent, arrived }: Flight) =>
    arrived === null ? oldest <= sent : landingTimes.has(arrived)

  const slopes = flights
    .map((flight, index) => ({ flight, index }))
    .filter(({ flight: { arrived } }) => isShown(arrived ?? now))
    .map(({ flight, index }): Slope => {
      const { from, sent, arrived } = flight
      const progress = arrived === null ? Math.min((now - sent) / settings.latency, 1) : 1
      const isUp = from === 'client'
      return {
        key: index,
        x1: x(sent),
        y1: isUp ? 1 : 0,
        x2: x(arrived ?? now),
        y2: isUp ? 1 - progress : progress,
        kind: isUp ? 'request' : isNews(flight) ? 'update' : 'answer',
        isUnderWay: arrived === null,
      }
    })

  const leftAt = (id: number, happenedAt: number): number => {
    const arrival = arrivals[id - 1]
    if (arrival === undefined) return underWay.find(({ sent }) => sent >= happenedAt)?.sent ?? now
    return down.findLast(({ arrived }) => arrived === arrival.at)?.sent ?? arrival.at
  }
  const waits = happened
    .map((at, index) => ({ key: index + 1, at, left: leftAt(index + 1, at) }))
    .filter(({ at, left }) => left > at && isShown(left))
    .map(({ key, at, left }) => ({ key, x1: x(at), x2: x(left) }))

  // Chosen by number, so that a label does not come and go while it is in sight.
  const every = Math.ceil(LABEL / ((settings.gap / span) * NOW))
  return {
    slopes,
    waits,
    updates: happened
      .map((at, index) => ({ key: index + 1, at }))
      .filter(({ at }) => isShown(at))
      .map(({ key, at }) => ({ key, x: x(at) })),
    landings: landings
      .filter(({ at }) => isShown(at))
      .map(({ first, last, at }) => ({
        key: first,
        x: x(at),
        label:
          Math.floor(last / every) * every < first
            ? ''
            : first === last
              ? String(first)
              : `${String(first)}–${String(last)}`,
      })),
  }
}

function landingsOf(arrivals: readonly Arrival[]) {
  const landings: { first: number; last: number; at: number }[] = []
  for (const { id, at } of arrivals) {
    const last = landings.at(-1)
    if (last?.at === at) last.last = id
    else landings.push({ first: id, last: id, at })
  }
  return landings
}
