import { describe, expect, it } from 'vitest'
import { FIRST_RUN } from './first-run.ts'
import { lanePicture, type RacePicture } from './picture.ts'
import { DEFAULTS, LANES, windowOf } from './settings.ts'

const span = windowOf(DEFAULTS)

/** A race in which only polling has done something. */
function polled(changes: Partial<RacePicture> & Partial<RacePicture['lanes']['polling']>) {
  const { flights = [], arrivals = [], ...rest } = changes
  const nothing = { flights: [], arrivals: [] }
  const lanes = {
    ...{ longPolling: nothing, eventSource: nothing, webSocket: nothing },
    polling: { flights, arrivals },
  }
  return lanePicture({ now: span, settings: DEFAULTS, happened: [], ...rest, lanes }, 'polling')
}

describe('the picture of a way', () => {
  it('has a request go up from the page, and its answer come down', () => {
    const { slopes } = polled({
      flights: [
        { from: 'client', sent: 0, arrived: 40 },
        { from: 'server', sent: 40, arrived: 80 },
      ],
    })
    expect(slopes).toMatchObject([
      { kind: 'request', x1: 0, y1: 1, y2: 0 },
      { kind: 'answer', y1: 0, y2: 1 },
    ])
  })

  it('shows how far something has come that is under way', () => {
    const [slope] = polled({ flights: [{ from: 'server', sent: span - 10, arrived: null }] }).slopes
    expect(slope).toMatchObject({ isUnderWay: true, y1: 0, y2: 10 / DEFAULTS.latency })
  })

  it('lets an update wait at the server until it leaves', () => {
    const { waits, slopes, landings } = polled({
      happened: [1000],
      flights: [{ from: 'server', sent: 1500, arrived: 1540 }],
      arrivals: [{ id: 1, at: 1540 }],
    })
    expect(slopes).toMatchObject([{ kind: 'update' }])
    expect(waits).toMatchObject([{ key: 1, x2: slopes[0]?.x1 }])
    expect(landings).toMatchObject([{ key: 1, label: '1' }])
  })

  it('lets an update that nobody has asked for wait until now', () => {
    const { waits, slopes } = polled({
      happened: [span - 500],
      flights: [{ from: 'server', sent: span - 600, arrived: null }],
    })
    expect(slopes).toMatchObject([{ kind: 'answer' }])
    expect(waits).toHaveLength(1)
  })

  it('ends the wait of an update that is under way', () => {
    const { waits, slopes } = polled({
      happened: [span - 500],
      flights: [{ from: 'server', sent: span - 20, arrived: null }],
    })
    expect(slopes).toMatchObject([{ kind: 'update' }])
    expect(waits).toMatchObject([{ x2: slopes[0]?.x1 }])
  })

  it('gives updates that arrive together one number', () => {
    const { landings } = polled({
      happened: [100, 200, 300],
      flights: [{ from: 'server', sent: 1000, arrived: 1040 }],
      arrivals: [1, 2, 3].map((id) => ({ id, at: 1040 })),
    })
    expect(landings).toMatchObject([{ label: '1–3' }])
  })

  it('leaves out what is over, and numbers that have no room', () => {
    const happened = Array.from({ length: 60 }, (_, index) => (index + 1) * 200)
    const { updates, landings } = polled({
      settings: { ...DEFAULTS, gap: 200, pollEvery: 5000 },
      now: 20_000,
      happened,
      flights: happened.map((at) => ({ from: 'server', sent: at, arrived: at + 40 })),
      arrivals: happened.map((at, index) => ({ id: index + 1, at: at + 40 })),
    })
    expect(updates.every(({ x }) => x >= 0)).toBe(true)
    expect(updates.length).toBeLessThan(60)
    const labelled = landings.filter(({ label }) => label !== '').map(({ x }) => x)
    const gaps = labelled.slice(1).map((x, index) => x - (labelled[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(8)
  })

  it.each(LANES)('has the first updates of %s arrive, whole, before a race', (lane) => {
    const { landings, slopes } = lanePicture(FIRST_RUN.picture, lane)
    expect(landings.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5'])
    expect(slopes.filter(({ kind }) => kind === 'update')).toHaveLength(5)
  })
})
