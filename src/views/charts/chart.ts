/** What each chart shows, as plain numbers. */
import type { RoundTripKind } from './round-trips.ts'
import type { Sample, ShownSeries } from './run-series.ts'
import { overhead } from './tally.ts'

export const CHARTS = ['bytes', 'messages', 'roundTrips', 'bufferedAmount', 'liveSockets'] as const
export type ChartId = (typeof CHARTS)[number]

export type LineId =
  | 'payloadOut'
  | 'payloadIn'
  | 'overheadOut'
  | 'overheadIn'
  | 'messagesOut'
  | 'messagesIn'
  | RoundTripKind
  | 'bufferedAmount'
  | 'liveSockets'

export type Unit = 'bytes' | 'perSecond' | 'milliseconds' | 'sockets'

export interface ChartLine {
  readonly id: LineId
  /** One for each time of the chart; `null` for none. */
  readonly values: readonly (number | null)[]
}

export interface Chart {
  readonly id: ChartId
  readonly unit: Unit
  /** `steps`: a value holds until the next. */
  readonly shape: 'steps' | 'points'
  /** Milliseconds since the run began, in order. */
  readonly times: readonly number[]
  readonly lines: readonly ChartLine[]
  /** Every value is 0 or missing. */
  readonly isEmpty: boolean
}

const TRIP_KINDS = ['handshake', 'ping', 'message'] as const

export function chartOf(id: ChartId, shown: ShownSeries): Chart {
  const { samples, now, rates, roundTrips } = shown
  switch (id) {
    case 'bytes':
      return sampled(id, 'bytes', samples, {
        payloadOut: ({ tally }) => tally.of('payloadOut'),
        payloadIn: ({ tally }) => tally.of('payloadIn'),
        overheadOut: ({ tally }) => overhead(tally, 'out'),
        overheadIn: ({ tally }) => overhead(tally, 'in'),
      })
    case 'bufferedAmount':
      return sampled(id, 'bytes', samples, { bufferedAmount: ({ peak }) => peak })
    case 'liveSockets':
      return sampled(id, 'sockets', samples, { liveSockets: (sample) => sample.liveSockets })
    case 'messages': {
      // The last stretch lasts until now.
      const last = rates.at(-1)
      const bins = last === undefined ? rates : [...rates, { ...last, from: now.time }]
      const values = (way: 'out' | 'in') => bins.map((rate) => rate[way])
      return chart(
        id,
        'perSecond',
        'steps',
        bins.map(({ from }) => from),
        [
          { id: 'messagesOut', values: values('out') },
          { id: 'messagesIn', values: values('in') },
        ],
      )
    }
    case 'roundTrips':
      return chart(
        id,
        'milliseconds',
        'points',
        roundTrips.map(({ time }) => time),
        TRIP_KINDS.map((kind) => ({
          id: kind,
          values: roundTrips.map((trip) => (trip.kind === kind ? trip.duration : null)),
        })).filter(({ values }) => values.some((value) => value !== null)),
      )
  }
  return id satisfies never
}

function sampled(
  id: ChartId,
  unit: Unit,
  samples: readonly Sample[],
  lines: Readonly<Partial<Record<LineId, (sample: Sample) => number>>>,
): Chart {
  return chart(
    id,
    unit,
    'steps',
    samples.map(({ time }) => time),
    Object.entries(lines).map(([line, valueOf]) => ({
      // The keys of `lines` are ids of lines.
      id: line as LineId,
      values: samples.map(valueOf),
    })),
  )
}

function chart(
  id: ChartId,
  unit: Unit,
  shape: Chart['shape'],
  times: readonly number[],
  lines: readonly ChartLine[],
): Chart {
  const isEmpty = lines.every(({ values }) =>
    values.every((value) => value === null || value === 0),
  )
  return { id, unit, shape, times, lines, isEmpty }
}

/** Nobody reads a longer table. */
export const MAX_ROWS = 60

export interface ChartRow {
  /** Milliseconds. */
  readonly time: number
  /** In the order of the lines. */
  readonly values: readonly (number | null)[]
}

/** The rows of a chart's table: those where a value changes, thinned to `MAX_ROWS`. */
export function rowsOf({ times, lines, shape }: Chart): {
  readonly rows: readonly ChartRow[]
  readonly isThinned: boolean
} {
  const all = times.map((time, index) => ({
    time,
    values: lines.map(({ values }) => values[index] ?? null),
  }))
  const rows = all.filter(
    ({ values }, index) =>
      shape === 'points' ||
      index === 0 ||
      index === all.length - 1 ||
      values.some((value, line) => value !== all[index - 1]?.values[line]),
  )
  if (rows.length <= MAX_ROWS) return { rows, isThinned: false }
  const step = (rows.length - 1) / (MAX_ROWS - 1)
  const thinned = Array.from({ length: MAX_ROWS }, (_, index) => rows[Math.round(index * step)])
  return { rows: thinned.filter((row) => row !== undefined), isThinned: true }
}
