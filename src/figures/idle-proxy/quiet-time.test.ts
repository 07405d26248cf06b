import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import {
  FIRST_SETTINGS,
  INTERVALS,
  octetsPerHour,
  percent,
  pingsPerSecond,
  type Settings,
} from './quiet-time.ts'
import { runQuietTime } from './run-quiet-time.ts'

const run = (changed: Partial<Settings>) => runQuietTime({ ...FIRST_SETTINGS, ...changed })

it('nobody asks: the proxy cuts after its limit', async () => {
  for (const [limit, least] of [
    ['30', 30_000],
    ['60', 60_000],
  ] as const) {
    const { cutAt, pings } = await run({ limit })
    expect(pings).toEqual([])
    expect(cutAt).toBeGreaterThan(least)
    expect(cutAt).toBeLessThan(least + 500)
  }
  expect(await run({ limit: '300' })).toMatchObject({ cutAt: null })
})

describe.each(['page', 'server'] as const)('the %s asks', (asker) => {
  it.each(INTERVALS)('every %i s: it depends on the limit', async (every) => {
    const { cutAt } = await run({ asker, every })
    expect(cutAt === null).toBe(every < 60)
  })
})

it('the page in the background asks too late, whatever its interval', async () => {
  for (const every of INTERVALS) {
    const { cutAt } = await run({ asker: 'page', tab: 'background', every })
    expect(cutAt).toBeGreaterThan(60_000)
  }
  const patient = await run({ asker: 'page', tab: 'background', limit: '300' })
  expect(patient.cutAt).toBeNull()
  expect(patient.pings.slice(-2).map(({ time }) => time)).toEqual([240_000, 300_000])
})

it('to the server, the tab makes no difference', async () => {
  const front = await run({ asker: 'server' })
  const background = await run({ asker: 'server', tab: 'background' })
  expect(background).toEqual({ ...front, settings: background.settings })
})

it('a Ping of the protocol is smaller than a message', async () => {
  const page = await run({ asker: 'page' })
  const server = await run({ asker: 'server' })
  // RFC 6455 §5.2: a client's frame has a header of six octets, a server's one of two.
  expect(page.octetsOfPing).toBe(6 + 15 + 2 + 15)
  expect(server.octetsOfPing).toBe(2 + 6)
  expect(octetsPerHour(server)).toBe(8 * 144)
  expect(pingsPerSecond(server.settings)).toBe(400)
})

it('five minutes are the whole width', () => {
  expect([percent(0), percent(75_000), percent(300_000)]).toEqual(['0.00%', '25.00%', '100.00%'])
})

it('the quiet time that the figure begins with is one that was run', async () => {
  const { settings, ...rest } = await runQuietTime(FIRST_SETTINGS)
  const text = `import { FIRST_SETTINGS, type QuietTime } from './quiet-time.ts'

/** Written by \`npx vitest run src/figures/idle-proxy -u\`, and proved by the same test. */
export const FIRST_QUIET_TIME: QuietTime = {settings: FIRST_SETTINGS, ${JSON.stringify(rest).slice(1)}
`
  expect(settings).toBe(FIRST_SETTINGS)
  const file = fileURLToPath(new URL('first-quiet-time.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
