import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import checks from '../../locales/en/checks.ts'
import log from '../../views/log/en.ts'
import { everyEvent } from '../trace/testing/samples.ts'
import { EVENT_TYPES } from '../trace/events/traits.ts'
import { phraseOfEvent, phraseOfPattern, short, wantedBy } from './phrase.ts'

/** The text under a dotted key: phrases are among the words of events. */
function textOf(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (texts, step) =>
        typeof texts === 'object' && texts !== null ? Reflect.get(texts, step) : undefined,
      key.startsWith('what.') ? log : checks,
    )
}

describe('phrases', () => {
  it.each(EVENT_TYPES)('there are words for %s', (event) => {
    const phrase = phraseOfPattern({ event })
    expect([phrase.key, typeof textOf(phrase.key)]).toEqual([phrase.key, 'string'])
  })

  it('are found for every event, with what they need', () => {
    for (const event of everyEvent()) {
      const { key, params } = phraseOfEvent(event)
      const text = textOf(key)
      const places = [...String(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect([key, typeof text, places]).toEqual([key, 'string', Object.keys(params)])
    }
  })

  it('name what is meant', () => {
    expect(phraseOfPattern({ event: 'readyStateChanged', to: 2 }).params).toEqual({
      state: 'CLOSING',
    })
    expect(phraseOfPattern({ event: 'frameSent', opcode: 9 })).toEqual({
      key: 'what.frameSentAs',
      params: { name: 'Ping' },
    })
    expect(phraseOfPattern({ event: 'apiCall', method: 'onopen' }).key).toBe('what.assignment')
    expect(phraseOfPattern({ event: 'apiCall', method: ['send', 'close'] }).key).toBe(
      'what.apiCall',
    )
  })
})

describe('explanations', () => {
  it('have words for every key that the rules give', () => {
    const sources = ['', 'rules/'].flatMap((folder) => {
      const url = new URL(`./${folder}`, import.meta.url)
      return readdirSync(url)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => readFileSync(new URL(name, url), 'utf8'))
    })
    const keys = sources.flatMap((source) =>
      [...source.matchAll(/explain\(\s*'([\w.]+)'/g)].map(([, key = '']) => key),
    )
    expect(keys.length).toBeGreaterThan(15)
    expect(keys.filter((key) => typeof textOf(key) !== 'string')).toEqual([])
  })

  it.each(['bufferedAmount', 'liveSockets', 'gap', 'delay'])(
    'have words for both bounds of %s',
    (measure) => {
      expect(typeof textOf(`bound.${measure}.above`)).toBe('string')
      expect(typeof textOf(`bound.${measure}.below`)).toBe('string')
    },
  )
})

describe('wantedBy', () => {
  const bound = (name: string) => (name === 'sent' ? 'hello' : undefined)

  it('says what is asked for, where there are words for it', () => {
    expect(wantedBy(1000, bound)).toBe('1000')
    expect(wantedBy([1000, 1005], bound)).toBe('1000 / 1005')
    expect(wantedBy({ atLeast: 3000, atMost: 4999 }, bound)).toBe('3000–4999')
    expect(wantedBy({ atMost: 5 }, bound)).toBe('≤ 5')
    expect(wantedBy({ sameAs: 'sent' }, bound)).toBe('hello')
    expect(wantedBy({ not: 1006 }, bound)).toBeUndefined()
  })
})

describe('short', () => {
  it('cuts a long text and shows what is absent', () => {
    expect(short('x'.repeat(100))).toBe(`${'x'.repeat(80)}…`)
    expect(short(undefined)).toBe('–')
  })
})
