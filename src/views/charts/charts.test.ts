import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import { TraceLog } from '../../core/trace/log.ts'
import { maskedFrame, shortFrame } from '../../core/trace/testing/sample.ts'
import {
  asciiMessage,
  traceFrom,
  traceOf,
  type EventSketch,
} from '../../core/trace/testing/sketch.ts'
import { runProgram, scenario } from '../../in-page-network/testing/run-program.ts'
import { bytePartsOf, overheadShare } from './byte-parts.ts'
import { chartOf, CHARTS, MAX_ROWS, rowsOf } from './chart.ts'
import { MAX_ROUND_TRIPS } from './round-trips.ts'
import { MAX_BINS, MAX_SAMPLES, RunSeries } from './run-series.ts'

function seriesOf(events: readonly TraceEvent[], limit = 200_000): RunSeries {
  const log = new TraceLog({ events: limit, bytes: Infinity })
  const series = new RunSeries(log)
  for (const event of events) {
    log.append(event)
    series.accept(event)
  }
  return series
}

const shownAt = (series: RunSeries, events: readonly TraceEvent[], time = Infinity) => {
  const seq = events.filter((event) => event.time <= time).length
  return series.until(seq, Math.min(time, events.at(-1)?.time ?? 0))
}

const linesOf = (chart: ReturnType<typeof chartOf>) =>
  Object.fromEntries(chart.lines.map(({ id, values }) => [id, values]))

const echo = () =>
  runProgram(scenario('echo'), ({ WebSocket }) => {
    const socket = new WebSocket('ws://localhost:8080')
    socket.onopen = () => socket.send('Hello')
    socket.onmessage = () => socket.close(1000)
  })

describe('bytes', () => {
  it('are all bytes on the wire, each counted once', async () => {
    const events = await echo()
    const { now } = shownAt(seriesOf(events), events)
    const parts = bytePartsOf(now.tally)
    expect(parts).toMatchObject([
      { part: 'payload', out: 5, in: 5 },
      { part: 'handshake' },
      { part: 'frameHeaders', out: 4, in: 4 },
      { part: 'maskingKeys', out: 8, in: 0 },
      { part: 'controlPayload', out: 2, in: 2 },
    ])
    const wire = (type: 'bytesSent' | 'bytesReceived') =>
      events.reduce(
        (sum, event) =>
          sum + (event.type === type && event.side === 'client' ? event.data.length : 0),
        0,
      )
    expect(parts.reduce((sum, part) => sum + part.out, 0)).toBe(wire('bytesSent'))
    expect(parts.reduce((sum, part) => sum + part.in, 0)).toBe(wire('bytesReceived'))
    expect(overheadShare(parts)).toBeGreaterThan(0.9)
  })

  it('grow with time, and are fewer at an earlier playhead', async () => {
    const events = await echo()
    const series = seriesOf(events)
    const whole = linesOf(chartOf('bytes', shownAt(series, events)))
    const early = linesOf(chartOf('bytes', shownAt(series, events, 85)))
    expect(whole['payloadIn']?.at(-1)).toBe(5)
    expect(early['payloadOut']?.at(-1)).toBe(5)
    expect(early['payloadIn']?.at(-1)).toBe(0)
  })

  it('count a masking key that the browser hides', () => {
    const hidden = { ...shortFrame(1, 'Hello'), masked: true, header: Uint8Array.of(0x81, 0x85) }
    const seen = maskedFrame(shortFrame(1, 'Hello'), Uint8Array.of(1, 2, 3, 4))
    const events = traceOf({ type: 'frameSent', frame: hidden }, { type: 'frameSent', frame: seen })
    expect(bytePartsOf(shownAt(seriesOf(events), events).now.tally)).toEqual([
      { part: 'payload', out: 10, in: 0 },
      { part: 'frameHeaders', out: 4, in: 0 },
      { part: 'maskingKeys', out: 8, in: 0 },
    ])
  })
})

describe('messages a second', () => {
  it('are counted second by second', () => {
    const sketches: EventSketch[] = [200, 900, 1000, 3500].map((at) => ({
      type: 'messageSent',
      at,
      ...asciiMessage('x'),
    }))
    const events = traceFrom(sketches)
    const { times, lines } = chartOf('messages', shownAt(seriesOf(events), events))
    expect(times).toEqual([0, 1000, 2000, 3000, 3500])
    expect(lines[0]).toEqual({ id: 'messagesOut', values: [2, 1, 0, 1, 1] })
    const early = chartOf('messages', shownAt(seriesOf(events), events, 950))
    expect(early.lines[0]?.values).toEqual([2, 2])
  })

  it('are averages over longer stretches of a long run', () => {
    const sketches: EventSketch[] = Array.from({ length: 3600 }, (_, second) => ({
      type: 'messageReceived',
      at: second * 1000,
      ...asciiMessage('x'),
    }))
    const events = traceFrom(sketches)
    const shown = shownAt(seriesOf(events), events)
    expect(shown.rateWidth).toBe(16_000)
    expect(shown.rates.length).toBeLessThanOrEqual(2 * MAX_BINS)
    expect(shown.rates.slice(0, -1).every((rate) => rate.in === 1)).toBe(true)
  })
})

describe('round trips', () => {
  it('are those of handshakes, pings, and messages that another caused', async () => {
    const events = await runProgram(
      scenario('server-ping'),
      ({ WebSocket, clientGlobals }) => {
        const socket = new WebSocket('ws://localhost:8080')
        socket.onopen = () => socket.send('Hello')
        clientGlobals.setTimeout(() => socket.close(), 15_000)
      },
      { until: 20_000 },
    )
    const { roundTrips } = shownAt(seriesOf(events), events)
    expect(roundTrips.map(({ kind, duration }) => [kind, duration])).toEqual([
      ['handshake', 40],
      ['message', 40],
      ['ping', 40],
    ])
    const chart = chartOf('roundTrips', shownAt(seriesOf(events), events))
    expect(chart.lines.map(({ id }) => id)).toEqual(['handshake', 'ping', 'message'])
  })

  it('are none if nothing says what answers what', () => {
    const events = traceOf(
      { type: 'messageSent', ...asciiMessage('a') },
      { type: 'messageReceived', at: 40, ...asciiMessage('a') },
    )
    expect(chartOf('roundTrips', shownAt(seriesOf(events), events)).isEmpty).toBe(true)
  })

  it('keep the slowest if there are too many', () => {
    const sketches = Array.from({ length: 5000 }, (_, index): EventSketch[] => [
      { type: 'messageSent', at: index * 10, ...asciiMessage('a') },
      {
        type: 'messageReceived',
        at: index * 10 + (index === 2222 ? 9 : 5),
        cause: index * 2,
        ...asciiMessage('a'),
      },
    ])
    const events = traceFrom(sketches.flat())
    const { roundTrips, slowestOf } = shownAt(seriesOf(events), events)
    expect(roundTrips.length).toBeLessThanOrEqual(2 * MAX_ROUND_TRIPS)
    expect(slowestOf).toBe(4)
    expect(Math.max(...roundTrips.map(({ duration }) => duration))).toBe(9)
  })
})

describe('bufferedAmount and live sockets', () => {
  const events = traceOf(
    { type: 'readyStateChanged', to: 0 },
    { type: 'readyStateChanged', to: 0, connectionId: 'ws-2' },
    { type: 'readyStateChanged', from: 0, to: 1, at: 80 },
    { type: 'bufferedAmountChanged', bufferedAmount: 100, at: 90 },
    { type: 'bufferedAmountChanged', bufferedAmount: 7, connectionId: 'ws-2', at: 95 },
    { type: 'bufferedAmountChanged', bufferedAmount: 0, at: 99 },
    { type: 'readyStateChanged', from: 1, to: 2, at: 100 },
  )

  it('are the sum of all sockets, after each change', () => {
    const shown = shownAt(seriesOf(events), events)
    expect(chartOf('bufferedAmount', shown).lines[0]?.values).toEqual([
      0, 0, 0, 0, 100, 107, 7, 7, 7,
    ])
    expect(chartOf('liveSockets', shown).lines[0]?.values).toEqual([0, 1, 2, 2, 2, 2, 2, 1, 1])
  })

  it('are those at the playhead', () => {
    const shown = shownAt(seriesOf(events), events, 92)
    expect(chartOf('bufferedAmount', shown).lines[0]?.values.at(-1)).toBe(100)
    expect(shown.now).toMatchObject({ time: 92, liveSockets: 2 })
  })
})

describe('a long run', () => {
  const many = traceFrom(
    Array.from({ length: 60_000 }, (_, index): EventSketch => {
      const at = index
      return index % 2 === 0
        ? { type: 'frameSent', at, frame: shortFrame(1, 'Hello') }
        : { type: 'bufferedAmountChanged', at, bufferedAmount: index === 30_001 ? 9999 : 5 }
    }),
  )

  it('is kept in a bounded number of samples, its peaks among them', () => {
    const shown = shownAt(seriesOf(many), many)
    expect(shown.samples.length).toBeLessThanOrEqual(2 * MAX_SAMPLES + 1)
    const [line] = chartOf('bufferedAmount', shown).lines
    expect(Math.max(...(line?.values.map(Number) ?? []))).toBe(9999)
  })

  it('is exact at the playhead, between samples too', () => {
    const series = seriesOf(many)
    for (const seq of [1, 777, 31_415, 59_999])
      expect(series.until(seq, seq).now.tally.of('payloadOut')).toBe(5 * Math.ceil(seq / 2))
  })

  it('knows where reading goes on', () => {
    expect(seriesOf(many.slice(0, 10)).nextSeq).toBe(10)
  })

  it('goes on counting when the log releases its oldest events', () => {
    const series = seriesOf(many, 1000)
    expect(series.until(many.length, 60_000).now.tally.of('payloadOut')).toBe(150_000)
  })
})

describe('a chart as a table', () => {
  it('has a row for each change', () => {
    const times = [0, 1, 2, 3]
    const chart = {
      id: 'liveSockets',
      unit: 'sockets',
      shape: 'steps',
      times,
      lines: [{ id: 'liveSockets', values: [0, 1, 1, 1] }],
      isEmpty: false,
    } as const
    expect(rowsOf(chart).rows.map(({ time }) => time)).toEqual([0, 1, 3])
  })

  it('has a bounded number of rows, the first and the last among them', async () => {
    const events = traceFrom(
      Array.from({ length: 500 }, (_, at) => ({
        type: 'frameSent',
        at,
        frame: shortFrame(1, 'x'),
      })),
    )
    const { rows, isThinned } = rowsOf(chartOf('bytes', shownAt(seriesOf(events), events)))
    expect(isThinned).toBe(true)
    expect(rows).toHaveLength(MAX_ROWS)
    expect([rows[0]?.time, rows.at(-1)?.time]).toEqual([0, 499])
  })
})

describe('nothing yet', () => {
  it('is empty in every chart', () => {
    const shown = seriesOf([]).until(0, 0)
    expect(CHARTS.every((id) => chartOf(id, shown).isEmpty)).toBe(true)
    expect(overheadShare(bytePartsOf(shown.now.tally))).toBeNull()
  })
})
