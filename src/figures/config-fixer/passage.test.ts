import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { configOf, FIRST_SETTINGS, LINE_NAMES, type Settings } from './passage.ts'
import { runPassage } from './run-passage.ts'

const run = (changed: Partial<Settings>) => runPassage({ ...FIRST_SETTINGS, ...changed })

it('with all lines, the request asks for the upgrade on both ways', async () => {
  const { toProxy, toServer, status } = await run({})
  expect(toProxy).toEqual([
    'GET /chat HTTP/1.1',
    ...['Host: chat.example', 'Connection: Upgrade', 'Upgrade: websocket'],
  ])
  expect(toServer).toEqual([
    'GET /chat HTTP/1.1',
    ...['Upgrade: websocket', 'Connection: upgrade', 'Host: localhost:8080'],
  ])
  expect(status).toBe(101)
})

describe('without one line', () => {
  it.each([
    ['upgrade', 426],
    ['connection', 426],
    ['version', 101],
  ] as const)('%s: %i', async (line, status) => {
    expect((await run({ [line]: false })).status).toBe(status)
  })

  it('a server that reads the version refuses HTTP/1.0', async () => {
    const { status, toServer } = await run({ version: false, server: 'strict' })
    expect([status, toServer[0]]).toEqual([505, 'GET /chat HTTP/1.0'])
    expect((await run({ server: 'strict' })).status).toBe(101)
  })
})

it.each([
  ['20s', 'none', 20],
  ['20s', '30', 20],
  ['20s', '10', null],
  ['60s', 'none', 60],
  ['60s', '30', null],
  ['1h', 'none', null],
] as const)(
  '%s of patience, a Ping every %s s: closed after %s s',
  async (timeout, heartbeat, seconds) => {
    const { closedAt } = await run({ timeout, heartbeat })
    expect(closedAt === null ? null : Math.floor(closedAt / 1000)).toBe(seconds)
  },
)

it('the block is nginx’s, without what is left out', () => {
  const nothing = Object.fromEntries(LINE_NAMES.map((name) => [name, false]))
  expect(configOf({ ...FIRST_SETTINGS, ...nothing })).toBe(
    'location / {\n  proxy_pass http://localhost:8080;\n  proxy_read_timeout 60s;\n}',
  )
})

it('the passage that the figure begins with is one that was run', async () => {
  const { settings, ...rest } = await runPassage(FIRST_SETTINGS)
  const text = `import { FIRST_SETTINGS, type Passage } from './passage.ts'

/** Written by \`npx vitest run src/figures/config-fixer -u\`, and proved by the same test. */
export const FIRST_PASSAGE: Passage = {settings: FIRST_SETTINGS, ${JSON.stringify(rest).slice(1)}
`
  expect(settings).toBe(FIRST_SETTINGS)
  const file = fileURLToPath(new URL('first-passage.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
