import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import {
  END,
  FIRST_SETTINGS,
  heightOf,
  LIMITS,
  outlineOf,
  percent,
  PHOTO,
  SAID_AT,
  STEP,
  type Gauge,
  type Settings,
} from './gauge.ts'
import { runGauge } from './run-gauge.ts'

const FIRST: Gauge = {
  settings: FIRST_SETTINGS,
  buffered: [],
  highest: 0,
  messageAt: 0,
  photoAt: 0,
}

const run = (changed: Partial<Settings>) => runGauge({ ...FIRST_SETTINGS, ...changed })

it('all at once, the message waits behind the photo', async () => {
  const { highest, messageAt, photoAt } = await run({})
  expect(highest).toBe(PHOTO)
  expect(messageAt).toBeGreaterThanOrEqual(photoAt)
  expect(messageAt).toBeGreaterThan(3000)
})

it('the less may wait, the sooner the message is there, and the photo takes as long', async () => {
  const gauges = await Promise.all(LIMITS.map((limit) => run({ limit })))
  const waits = gauges.map(({ messageAt }) => messageAt - SAID_AT)
  expect(waits).toEqual([...waits].sort((one, other) => one - other))
  expect(waits[0]).toBeLessThan(200)
  for (const { photoAt } of gauges) {
    expect(photoAt).toBeGreaterThan(3000)
    expect(photoAt).toBeLessThan(3200)
  }
})

it('what waits stays below the limit, but for the message', async () => {
  for (const limit of ['65536', '262144', '1048576'] as const)
    expect((await run({ limit, line: '250000' })).highest).toBeLessThanOrEqual(
      Number(limit) + 'Hello'.length,
    )
})

it('on a slow line, it is all over before the end', async () => {
  const { buffered, photoAt } = await run({ line: '250000' })
  expect(photoAt).toBeLessThan(END)
  expect(buffered).toHaveLength(END / STEP + 1)
  expect(buffered.at(-1)).toBe(0)
})

it('the picture has the whole time as its width, and the photo as its height', () => {
  expect([percent(0), percent(END)]).toEqual(['0.00%', '100.00%'])
  expect([heightOf(0), heightOf(PHOTO)]).toEqual([100, 0])
  expect(outlineOf({ ...FIRST, buffered: [PHOTO, 0] })).toBe('0,100 0.00,0.00 0.77,100.00 100,100')
})

it('the gauge that the figure begins with is one that was run', async () => {
  const { settings, ...rest } = await runGauge(FIRST_SETTINGS)
  const text = `import { FIRST_SETTINGS, type Gauge } from './gauge.ts'

/** Written by \`npx vitest run src/figures/buffer-gauge -u\`, and proved by the same test. */
export const FIRST_GAUGE: Gauge = {settings: FIRST_SETTINGS, ${JSON.stringify(rest).slice(1)}
`
  expect(settings).toBe(FIRST_SETTINGS)
  const file = fileURLToPath(new URL('first-gauge.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
