import { describe, expect, it } from 'vitest'
import en from './en.ts'
import type { Messages } from './gather.ts'
import zhCN from './zh-CN.ts'

/** Every text with its dotted key. */
function flatten(messages: Messages, prefix = ''): [key: string, text: unknown][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' ? flatten(value, `${prefix}${key}.`) : [[prefix + key, value]],
  )
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*\}/g)].map((match) => match[1]))].sort()

const languages = { en, 'zh-CN': zhCN }
const areas = [...new Set([...Object.keys(en), ...Object.keys(zhCN)])].sort()

describe('the interface in two languages', () => {
  it('has the same areas', () => {
    expect(Object.keys(zhCN).sort()).toEqual(Object.keys(en).sort())
  })

  describe.each(areas)('area %s', (area) => {
    const english = flatten(en[area] ?? {})
    const chinese = new Map(flatten(zhCN[area] ?? {}))

    it('has the same keys', () => {
      expect([...chinese.keys()].sort()).toEqual(english.map(([key]) => key).sort())
    })

    it('has the same placeholders', () => {
      const of = (entries: Iterable<[string, unknown]>) =>
        Object.fromEntries([...entries].map(([key, text]) => [key, placeholders(String(text))]))
      expect(of(chinese)).toEqual(of(english))
    })

    it.each(Object.keys(languages))('has a text for every key in %s', (language) => {
      const messages = language === 'en' ? en : zhCN
      const empty = flatten(messages[area] ?? {}).filter(
        ([, text]) => typeof text !== 'string' || text.trim() === '',
      )
      expect(empty).toEqual([])
    })
  })
})
