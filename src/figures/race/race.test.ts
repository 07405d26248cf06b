import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import type { FirstRun } from './picture.ts'
import { startRace, type Race } from './race.ts'
import { CHOICES, DEFAULTS, LANES, UPDATES, windowOf, type RaceSettings } from './settings.ts'
import { byLane } from './tally.ts'

const races = new Map<RaceSettings, Promise<Race>>()

/** A whole race. The same settings object is run once. */
function run(settings: RaceSettings): Promise<Race> {
  const known = races.get(settings)
  if (known !== undefined) return known
  const race = startRace(settings)
  const whole = race.advance(Infinity).then(() => race)
  races.set(settings, whole)
  return whole
}

const numbersOf = ({ tally }: Race) => byLane((lane) => tally.numbers(lane))

const various: readonly RaceSettings[] = [
  DEFAULTS,
  { ...DEFAULTS, keepAlive: false },
  { ...DEFAULTS, gap: 200, latency: 400, pollEvery: 5000 },
  { ...DEFAULTS, gap: 5000, pollEvery: 500, cookie: 0 },
]

describe.each(various)('a race with %o', (settings) => {
  it('brings every update once, in order, to each of the four', async () => {
    const race = await run(settings)
    expect(race.isOver).toBe(true)
    const ids = Array.from({ length: UPDATES }, (_, index) => index + 1)
    for (const lane of LANES)
      expect(race.tally.lanes[lane].arrivals.map(({ id }) => id)).toEqual(ids)
    expect(race.tally.happened).toHaveLength(UPDATES)
  })

  it('counts each octet of the trace for one of the four', async () => {
    const race = await run(settings)
    const sent = race.trace.filter((event) => event.type === 'bytesSent')
    const octets = sent.reduce((sum, { data }) => sum + data.length, 0)
    const counted = LANES.map((lane) => race.tally.numbers(lane).bytes)
    expect(counted.reduce((sum, bytes) => sum + bytes)).toBe(octets)
  })

  it('sends one request for server-sent events and WebSocket, and one for each answer otherwise', async () => {
    const race = await run(settings)
    const numbers = numbersOf(race)
    expect(numbers.eventSource).toMatchObject({ requests: 1, connections: 1 })
    expect(numbers.webSocket).toMatchObject({ requests: 1, connections: 1 })
    for (const lane of ['polling', 'longPolling'] as const) {
      const { requests, connections } = numbers[lane]
      const answers = race.tally.lanes[lane].flights.filter(({ from }) => from === 'server')
      expect(answers).toHaveLength(requests)
      expect(connections).toBe(settings.keepAlive ? 1 : requests)
    }
  })

  it('delays an update by one trip where it is pushed, and by more where it is polled', async () => {
    const { polling, longPolling, eventSource, webSocket } = numbersOf(await run(settings))
    expect(webSocket.meanDelay).toBeCloseTo(settings.latency)
    expect(eventSource.maxDelay).toBeCloseTo(settings.latency)
    expect(longPolling.maxDelay).toBeLessThan(4 * settings.latency)
    expect(polling.meanDelay).toBeGreaterThan(settings.latency)
  })
})

it('comes to the same numbers in many small steps as at once', async () => {
  const race = startRace(DEFAULTS)
  for (let time = 0; !race.isOver; time += 70) await race.advance(time)
  expect(numbersOf(race)).toEqual(numbersOf(await run(DEFAULTS)))
})

it('sends a cookie of the chosen size with every request, of any kind', async () => {
  const without = numbersOf(await run({ ...DEFAULTS, cookie: 0 }))
  for (const cookie of CHOICES.cookie) {
    const numbers = numbersOf(await run({ ...DEFAULTS, cookie }))
    for (const lane of LANES)
      expect(numbers[lane].bytes - without[lane].bytes).toBe(cookie * numbers[lane].requests)
  }
})

it('the picture and the numbers that the figure begins with are those of a race', async () => {
  const race = startRace(DEFAULTS)
  await race.advance(windowOf(DEFAULTS))
  const { now, tally } = race
  const picture: FirstRun['picture'] = structuredClone({
    now,
    settings: DEFAULTS,
    happened: tally.happened,
    lanes: byLane((lane) => {
      const { flights, arrivals } = tally.lanes[lane]
      return { flights, arrivals }
    }),
  })
  await race.advance(Infinity)
  const messages = race.trace.filter((event) => event.type === 'eventSourceMessage')
  const example = messages[11]?.data ?? ''
  const first: FirstRun = { picture, numbers: numbersOf(race), example }
  const text = `import type { FirstRun } from './picture.ts'

/** Written by \`npx vitest run src/figures/race -u\`, and proved by the same test. */
export const FIRST_RUN: FirstRun = ${JSON.stringify(first)}
`
  const file = fileURLToPath(new URL('first-run.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
