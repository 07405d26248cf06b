import { describe, expect, it } from 'vitest'
import { createI18n } from '../../locales/i18n.ts'
import type { Values } from '../../locales/messages.ts'
import en from './en.ts'
import { FIRST_RUN } from './first-run.ts'
import { sayConditions, sayGuess, sayOutcome } from './race-words.ts'
import { DEFAULTS } from './settings.ts'

const { textOf } = createI18n({ en: { race: en } })
const t = (key: string, values?: Values) => textOf(`race.${key}`, values)
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('what a race has shown', () => {
  const { polling, webSocket } = FIRST_RUN.numbers

  it('is said with the numbers of that race', () => {
    const said = sayOutcome(t, 'en', FIRST_RUN.numbers, null).map(plain)
    expect(said).toHaveLength(3)
    expect(said[0]).toContain(`WebSocket took ${webSocket.bytes.toLocaleString('en')} B`)
    expect(said[1]).toContain(
      `${Math.round((polling.headers / polling.bytes) * 100)}% of polling’s bytes`,
    )
    expect(said[2]).toContain('40 ms old with WebSocket')
  })

  it('names the cheaper way first, whichever it was', () => {
    const numbers = { ...FIRST_RUN.numbers, polling: { ...polling, bytes: 1000, headers: 900 } }
    expect(plain(sayOutcome(t, 'en', numbers, null)[0] ?? '')).toMatch(
      /^Polling took 1,000 B .* WebSocket took .* times as much/,
    )
  })

  it('is kind to a guess that was far off', () => {
    const right = { polling: polling.bytes, webSocket: webSocket.bytes }
    expect(sayOutcome(t, 'en', FIRST_RUN.numbers, right)).toHaveLength(3)
    const near = { ...right, polling: polling.bytes * 3 }
    expect(sayOutcome(t, 'en', FIRST_RUN.numbers, near)).toHaveLength(3)
    expect(sayOutcome(t, 'en', FIRST_RUN.numbers, { ...right, polling: 5 })).toContain(
      en.outcome.guess,
    )
  })

  it('puts each guess beside its number', () => {
    expect(plain(sayGuess(t, 'en', 5000, 45_000))).toBe(
      'You guessed 5,000 B. It took 9 times that.',
    )
    expect(plain(sayGuess(t, 'en', 5000, 2000))).toBe(
      'You guessed 5,000 B, 2.5 times what it took.',
    )
    expect(plain(sayGuess(t, 'en', 5000, 5100))).toBe('You guessed 5,000 B. Close!')
  })
})

it('conditions are said in words', () => {
  expect(plain(sayConditions(t, 'en', { ...DEFAULTS, cookie: 0, keepAlive: false }))).toBe(
    '1 update a second, polls 1 s apart, 40 ms one way, no cookies, a new connection each time',
  )
})
