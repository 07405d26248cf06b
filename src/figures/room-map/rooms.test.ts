import { expect, it } from 'vitest'
import { FIRST_SPREAD } from './first-spread.ts'
import { FIRST_SETTINGS, isRight, PEOPLE, placesOf, type Settings } from './rooms.ts'
import { runRooms } from './run-rooms.ts'

const run = (changed: Partial<Settings>) => runRooms({ ...FIRST_SETTINGS, ...changed })

it('to everyone: the speaker and the other room hear it, too', async () => {
  for (const speaker of PEOPLE) {
    const spread = await run({ speaker })
    expect(spread.heard).toEqual(PEOPLE)
    expect(isRight(spread)).toBe(false)
  }
})

it('to the room: the speaker hears it, too', async () => {
  const spread = await run({ audience: 'room', speaker: 'Bo' })
  expect(spread.heard).toEqual(['Ada', 'Bo', 'Dot'])
  expect(isRight(spread)).toBe(false)
})

it('to the others in the room: just as it should be', async () => {
  for (const speaker of PEOPLE) {
    const spread = await run({ audience: 'others', speaker })
    expect(spread.heard).not.toContain(speaker)
    expect(isRight(spread)).toBe(true)
  }
  expect((await run({ audience: 'others', speaker: 'Mal' })).heard).toEqual(['Cy'])
})

it('what the figure begins with was run', async () => {
  expect(await runRooms(FIRST_SETTINGS)).toEqual(FIRST_SPREAD)
})

it('everybody has as much room, and the rooms fill the width', () => {
  const places = placesOf()
  const all = places.flatMap(({ people }) => people.map(({ at }) => at))
  expect(all.map((at) => Math.round(at * 10) / 10)).toEqual([9.6, 28.8, 48, 71.2, 90.4])
  const last = places.at(-1)
  expect((last?.from ?? 0) + (last?.width ?? 0)).toBeCloseTo(100)
})
