import { describe, expect, it } from 'vitest'
import { DEFAULT_LOCALE, languageOf, LOCALES } from '../core/locale/locale.ts'
import { textsOf } from './index.ts'
import { flatten, missingTexts } from './missing-texts.ts'

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*\}/g)].map((match) => match[1]))].sort()

const english = await textsOf(DEFAULT_LOCALE)
const languages = await Promise.all(
  LOCALES.map(async (locale) => ({ locale, areas: await textsOf(locale) })),
)

describe.each(languages)('the interface in $locale', ({ locale, areas }) => {
  const texts = flatten(areas)

  it('has a text under every key that English has, unless its translation is under way', () => {
    if (languageOf(locale).isPartial !== true) expect(missingTexts(english, areas)).toEqual([])
  })

  it('has no key that English lacks', () => {
    expect(missingTexts(areas, english)).toEqual([])
  })

  it('has the same placeholders', () => {
    const source = flatten(english)
    const other = [...texts].filter(
      ([key, text]) => `${placeholders(text)}` !== `${placeholders(source.get(key) ?? '')}`,
    )
    expect(other).toEqual([])
  })

  it('has words in every text', () => {
    expect([...texts].filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual(
      [],
    )
  })
})

describe('missingTexts', () => {
  it('names each key that a translation lacks', () => {
    const source = { log: { tab: 'Log', filter: { label: 'Filter' } }, wire: { tab: 'Wire' } }
    expect(missingTexts(source, { log: { tab: 'Protokoll' } })).toEqual([
      'log.filter.label',
      'wire.tab',
    ])
  })
})
