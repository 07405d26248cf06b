import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import {
  CLIENTS,
  END,
  FIRST_SETTINGS,
  highestOf,
  percent,
  readHerd,
  waitOf,
  type Settings,
} from './herd.ts'
import { runHerd } from './run-herd.ts'

const run = (changed: Partial<Settings>) => runHerd({ ...FIRST_SETTINGS, ...changed })

it('the wait doubles up to 30 s, or is by chance below that', () => {
  expect([0, 1, 2, 5, 9].map((failures) => waitOf('doubling', failures, 0.5))).toEqual([
    1000, 2000, 4000, 30_000, 30_000,
  ])
  expect([0, 1, 5].map((failures) => waitOf('jitter', failures, 0.5))).toEqual([500, 1000, 15_000])
  expect(waitOf('fixed', 7, 0.5)).toBe(1000)
})

it('in step, all of them knock at once; by chance, never', async () => {
  const doubling = await run({ way: 'doubling' })
  expect(highestOf(doubling)).toBe(CLIENTS)
  // 1 + 2 + 4 + 8 s, the first that is past the outage of 10 s.
  expect(doubling.all).toBe(4 * CLIENTS)
  expect(doubling.allBackAt).toBeGreaterThan(15_000)
  const jitter = await run({ way: 'jitter' })
  expect(highestOf(jitter)).toBeLessThan(CLIENTS)
  // At the start, many are within the first second: later on, few are in any stretch.
  expect(Math.max(...jitter.attempts.slice(8))).toBeLessThan(CLIENTS / 4)
  expect(jitter.halfBackAt).toBeLessThan(doubling.halfBackAt ?? 0)
})

it('with a second each time, they hammer', async () => {
  const { all, allBackAt } = await run({ way: 'fixed', outage: '30' })
  expect(all).toBeGreaterThan(25 * CLIENTS)
  expect(allBackAt).toBeLessThan(32_000)
})

it('who is not back is not counted as back', () => {
  const { allBackAt, halfBackAt, all } = readHerd(FIRST_SETTINGS, { attempts: [END], opened: [5] })
  expect({ allBackAt, halfBackAt, all }).toEqual({ allBackAt: null, halfBackAt: null, all: 1 })
})

it('a minute is the whole width', () => {
  expect([percent(0), percent(END / 4), percent(END)]).toEqual(['0.00%', '25.00%', '100.00%'])
})

it('the herd that the figure begins with is one that was run', async () => {
  const { settings, ...rest } = await runHerd(FIRST_SETTINGS)
  const text = `import { FIRST_SETTINGS, type Herd } from './herd.ts'

/** Written by \`npx vitest run src/figures/reconnect-herd -u\`, and proved by the same test. */
export const FIRST_HERD: Herd = {settings: FIRST_SETTINGS, ${JSON.stringify(rest).slice(1)}
`
  expect(settings).toBe(FIRST_SETTINGS)
  const file = fileURLToPath(new URL('first-herd.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
