import { expect, it } from 'vitest'
import { FIRST_OUTCOME } from './first-outcome.ts'
import { runVisits } from './run-visits.ts'
import { COOKIES, FIRST_SETTINGS, isGood, OTHERS, type Settings } from './visits.ts'

const run = (changed: Partial<Settings>) => runVisits({ ...FIRST_SETTINGS, ...changed })

it('what the figure begins with was run', async () => {
  expect(await runVisits(FIRST_SETTINGS)).toEqual(FIRST_OUTCOME)
  expect(isGood(FIRST_OUTCOME)).toBe(false)
})

it.each(['Lax', 'Strict'] as const)('a %s cookie keeps other sites out', async (cookie) => {
  const elsewhere = await run({ cookie })
  expect(elsewhere.other).toMatchObject({ cookie: null, status: 101, user: null })
  expect(isGood(elsewhere)).toBe(true)
  const sibling = await run({ cookie, other: 'wiki.chat.example' })
  expect(sibling.other).toMatchObject({ cookie: 'session=1', user: 'Ada' })
  expect(isGood(sibling)).toBe(false)
})

it('a server that checks Origin answers 403, whatever the cookie', async () => {
  for (const cookie of COOKIES)
    for (const other of OTHERS) {
      const outcome = await run({ cookie, other, door: 'origin' })
      expect(outcome.other).toMatchObject({ origin: `https://${other}`, status: 403, user: null })
      expect(isGood(outcome)).toBe(true)
    }
})

it('no other page has a ticket, whatever the cookie', async () => {
  for (const cookie of COOKIES)
    for (const other of OTHERS) {
      const outcome = await run({ cookie, other, door: 'ticket' })
      expect(outcome.ada).toMatchObject({ sent: 'auth f81d4fae', user: 'Ada' })
      expect(outcome.other).toMatchObject({ status: 101, sent: null, user: null })
    }
})
