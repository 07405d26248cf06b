import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import {
  FIRST_SETTINGS,
  isRight,
  liveOf,
  MAX_CLICKS,
  percent,
  shownStretches,
  type Settings,
} from './mounts.ts'
import { runMounts } from './run-mounts.ts'

const run = (changed: Partial<Settings>) => runMounts({ ...FIRST_SETTINGS, ...changed })

describe.each([
  ['once', 1],
  ['twice', 2],
] as const)('mounted %s', (mounting, each) => {
  it('without a cleanup, every mount leaves a socket and a timer', async () => {
    for (const clicks of [0, 1, 4, MAX_CLICKS]) {
      const mounts = await run({ mounting, clicks, cleanup: 'none' })
      const expected = Math.ceil(clicks / 2) * each
      expect([liveOf(mounts), mounts.timers]).toEqual([expected, expected])
    }
  })

  it('with a cleanup, there is one of each while the panel is shown, and none after', async () => {
    for (const clicks of [0, 1, 4, MAX_CLICKS - 1, MAX_CLICKS]) {
      const mounts = await run({ mounting, clicks, cleanup: 'closes' })
      expect([liveOf(mounts), mounts.timers]).toEqual([clicks % 2, clicks % 2])
      expect(isRight(mounts)).toBe(true)
    }
  })
})

it('StrictMode closes the first of two sockets at once', async () => {
  const { sockets } = await run({ mounting: 'twice', clicks: 2, cleanup: 'closes' })
  expect(sockets).toEqual([
    { from: 1000, closedAt: 1000 },
    { from: 1000, closedAt: 2000 },
  ])
})

it('what is left of a hidden panel is not right, even if it is one of each', async () => {
  expect(isRight(await run({ clicks: 2 }))).toBe(false)
})

it('the panel is shown from each odd click to the next', () => {
  expect(shownStretches({ ...FIRST_SETTINGS, clicks: 0 })).toEqual([])
  expect(shownStretches({ ...FIRST_SETTINGS, clicks: 3 })).toEqual([
    { from: 1000, to: 2000 },
    { from: 3000, to: 4000 },
  ])
})

it('ten clicks and a second more are the whole width', () => {
  expect([percent(0), percent(11_000)]).toEqual(['0.00%', '100.00%'])
})

it('the mounts that the figure begins with were run', async () => {
  const { settings, ...rest } = await runMounts(FIRST_SETTINGS)
  const text = `import { FIRST_SETTINGS, type Mounts } from './mounts.ts'

/** Written by \`npx vitest run src/figures/mount-toggle -u\`, and proved by the same test. */
export const FIRST_MOUNTS: Mounts = {settings: FIRST_SETTINGS, ${JSON.stringify(rest).slice(1)}
`
  expect(settings).toBe(FIRST_SETTINGS)
  const file = fileURLToPath(new URL('first-mounts.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
