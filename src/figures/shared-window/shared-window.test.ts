import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { runExchange } from './run-exchange.ts'
import {
  FIRST_SETTINGS,
  KINDS,
  lookAt,
  sumOf,
  totalsOf,
  widthOf,
  WINDOWS,
  type Look,
  type Settings,
} from './shared-window.ts'

const run = (changed: Partial<Settings>) => runExchange({ ...FIRST_SETTINGS, ...changed })
const textOf = (stretches: Look['message']) => stretches.map(({ text }) => text).join('')

describe.each(KINDS)('of %s', (kind) => {
  it.each(WINDOWS)('with the window %s, the pieces are the whole message', (window) => {
    const { messages } = run({ kind, window })
    for (const { pieces, plain } of messages) expect(sumOf(pieces) + 2).toBe(plain)
  })
})

it('the first is nearly as long, and the others are copies', () => {
  const { messages } = run({})
  const [first, ...others] = messages
  expect(first?.packed).toBeGreaterThan(60)
  for (const { packed } of others) expect(packed).toBeLessThan(25)
})

it('without the window, nothing is copied from another message', () => {
  const exchange = run({ window: 'none' })
  for (const [index, { packed, plain }] of exchange.messages.entries()) {
    expect(packed).toBeGreaterThan(plain - 15)
    const { window } = lookAt(exchange, index)
    expect(window.every(({ isOut }) => isOut)).toBe(true)
    expect(window.flatMap(({ stretches }) => stretches).some(({ isMarked }) => isMarked)).toBe(
      false,
    )
  }
})

it('a small window does not reach the first message', () => {
  const exchange = run({ window: 'small' })
  const { window, copied } = lookAt(exchange, 5)
  expect(window.map(({ isOut }) => isOut)).toEqual([true, false, false, false, false])
  expect(copied).toBeGreaterThan(50)
})

it('random bytes grow, by the same', () => {
  for (const window of WINDOWS) {
    const { plain, packed } = totalsOf(run({ kind: 'chance', window }))
    expect(packed).toBeGreaterThan(plain)
  }
})

it('what is copied is marked at both ends', () => {
  const exchange = run({ kind: 'sentences', own: 'Is the driver on time today? 司机呢？' })
  const look = lookAt(exchange, 6)
  expect(textOf(look.message)).toBe('Is the driver on time today? 司机呢？')
  expect(look.message.at(-1)).toEqual({ text: ' 司机呢？', isMarked: false })
  const marked = look.window.flatMap(({ stretches }) =>
    stretches.filter(({ isMarked }) => isMarked).map(({ text }) => text),
  )
  expect(marked).toContain(' on time today?')
  expect(look.copied + look.fresh).toBe(29 + 4 * 3)
  expect(look.window.map(({ stretches }) => textOf(stretches))).toEqual(
    exchange.messages.slice(0, 6).map(({ text }) => text),
  )
})

it('a message may be copied from itself', () => {
  const look = lookAt(run({ own: 'ha'.repeat(40) }), 6)
  expect(look.copied).toBeGreaterThan(70)
  expect(look.window.flatMap(({ stretches }) => stretches).length).toBeGreaterThan(0)
})

it('a character whose halves differ is whole', () => {
  // 司 and 同 begin with the octet E5: what is copied may end within a character.
  const own = '司司司同同同司司司司司'
  expect(textOf(lookAt(run({ kind: 'sentences', own }), 6).message)).toBe(own)
})

it('there is no message behind the last', () => {
  expect(() => lookAt(run({}), 6)).toThrow(RangeError)
})

it('the widest bar is the whole width', () => {
  const exchange = run({ kind: 'chance' })
  const widest = Math.max(...exchange.messages.map(({ packed }) => packed))
  expect([widthOf(exchange, 0), widthOf(exchange, widest)]).toEqual(['0.00%', '100.00%'])
})

it('the exchange that the figure begins with is one that was run', async () => {
  const { settings, ...rest } = runExchange(FIRST_SETTINGS)
  const text = `import { FIRST_SETTINGS, type Exchange } from './shared-window.ts'

/** Written by \`npx vitest run src/figures/shared-window -u\`, and proved by the same test. */
export const FIRST_EXCHANGE: Exchange = {settings: FIRST_SETTINGS, ${JSON.stringify(rest).slice(1)}
`
  expect(settings).toBe(FIRST_SETTINGS)
  const file = fileURLToPath(new URL('first-exchange.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
