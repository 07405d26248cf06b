import { expect, it } from 'vitest'
import { traceFrom, type EventSketch } from '../trace/testing/sketch.ts'
import { invariantOf } from './invariant.ts'
import { disturbancesOf, sizeOf, type Schedule } from './schedule.ts'
import type { ScheduledRun } from './scheduled-run.ts'
import { search } from './search.ts'

const PLAIN: Schedule = { seed: 1, jitter: 0, interventions: [] }

const created = (at: number): EventSketch => ({ type: 'created', url: 'ws://a', protocols: [], at })
const thrown: EventSketch = {
  type: 'uncaughtError',
  kind: 'exception',
  name: 'Error',
  message: 'no',
  at: 900,
}
const runOf = (...sketches: EventSketch[]): ScheduledRun => ({
  events: traceFrom(sketches),
  end: 1_000,
  isIdle: true,
})

/** Searches with a program that throws under schedules like these. */
async function searchFor(breaks: (schedule: Schedule) => boolean, tries = 400, seed = 7) {
  const schedules: Schedule[] = []
  const found = await search({
    plain: PLAIN,
    invariants: [invariantOf('no-uncaught-error')],
    until: null,
    seed,
    run: (schedule) => {
      schedules.push(schedule)
      const sketches = [created(0), created(200), created(600)]
      return Promise.resolve(runOf(...sketches, ...(breaks(schedule) ? [thrown] : [])))
    },
    isOver: (phase) => phase === 'search' && schedules.length >= tries,
    tried: () => undefined,
  })
  return { found, schedules }
}
const kindsOf = ({ interventions }: Schedule) => interventions.map(({ kind }) => kind)

it('finds a cut in the one stretch that breaks the program, alone', async () => {
  const { found } = await searchFor(({ interventions }) =>
    interventions.some((one) => one.kind === 'cut' && one.time > 200 && one.time < 600),
  )
  if (found.kind !== 'broken') throw new Error(found.kind)
  expect(kindsOf(found.schedule)).toEqual(['cut'])
  expect(found.time).toBe(900)
})

it('shrinks three kinds of trouble to the two that it takes, and to the milder', async () => {
  const { found } = await searchFor(({ interventions }) => {
    const kinds = interventions.map(({ kind }) => kind)
    return kinds.includes('cut') && kinds.includes('stallServer')
  }, 4_000)
  if (found.kind !== 'broken') throw new Error(found.kind)
  expect(kindsOf(found.schedule).toSorted()).toEqual(['cut', 'stallServer'])
  expect(sizeOf(found.schedule, PLAIN)).toBe(2)
})

it('says that an invariant is broken without any trouble', async () => {
  expect(await searchFor(() => true)).toMatchObject({ found: { kind: 'plainBreaks' } })
})

it('gives up when the time is over, and says how many it tried', async () => {
  const { found, schedules } = await searchFor(() => false)
  expect(found).toEqual({ kind: 'held', tried: 400 })
  expect(new Set(schedules.map((one) => JSON.stringify(one))).size).toBe(400)
})

it('tries the same schedules in the same order from the same seed', async () => {
  const [one, same, other] = await Promise.all([
    searchFor(() => false),
    searchFor(() => false),
    searchFor(() => false, 400, 8),
  ])
  expect(same.schedules).toEqual(one.schedules)
  expect(other.schedules).not.toEqual(one.schedules)
})

it('does nothing that an invariant does not have to stand', async () => {
  const asked: Schedule[] = []
  await search({
    plain: PLAIN,
    invariants: [invariantOf('no-uncaught-error', ['delay', 'stallServer'])],
    until: null,
    seed: 1,
    run: (schedule) => {
      asked.push(schedule)
      return Promise.resolve(runOf(created(0)))
    },
    isOver: () => asked.length > 200,
    tried: () => undefined,
  })
  const kinds = new Set(asked.flatMap((one) => [...disturbancesOf(one, PLAIN)]))
  expect([...kinds].toSorted()).toEqual(['delay', 'stallServer'])
})
