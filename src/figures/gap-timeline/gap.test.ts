import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { ABSENCES, countsOf, fatesOf, FIRST_SETTINGS, MESSAGES, percent } from './gap.ts'
import { runGap } from './run-gap.ts'

it('a page that just joins misses what was said meanwhile, and the message that was on its way', async () => {
  const missing = await Promise.all(
    ABSENCES.map(async (absence) => countsOf(await runGap({ rejoin: 'join', absence })).missing),
  )
  expect(missing).toEqual([3, 5, 9])
})

it('a page that gives its last number gets every message once, however long it was away', async () => {
  for (const absence of ABSENCES) {
    const gap = await runGap({ rejoin: 'resume', absence })
    expect(countsOf(gap)).toEqual({ once: MESSAGES, missing: 0, twice: 0 })
    expect(gap.arrivals.map(({ number }) => number)).toEqual(
      Array.from({ length: MESSAGES }, (_, index) => index + 1),
    )
  }
})

it('a page that asks for everything gets twice what it had', async () => {
  const gap = await runGap({ rejoin: 'everything', absence: '1' })
  expect(countsOf(gap)).toEqual({ once: MESSAGES - 5, missing: 0, twice: 5 })
  expect(fatesOf(gap).filter(({ came }) => came.length === 2)).toHaveLength(5)
})

it('a second behind the last message is the whole width', () => {
  expect([percent(0), percent(9500)]).toEqual(['0.00%', '100.00%'])
})

it('what the figure begins with was run', async () => {
  const { settings, ...rest } = await runGap(FIRST_SETTINGS)
  const text = `import { FIRST_SETTINGS, type Gap } from './gap.ts'

/** Written by \`npx vitest run src/figures/gap-timeline -u\`, and proved by the same test. */
export const FIRST_GAP: Gap = {settings: FIRST_SETTINGS, ${JSON.stringify(rest).slice(1)}
`
  expect(settings).toBe(FIRST_SETTINGS)
  const file = fileURLToPath(new URL('first-gap.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
