import { describe, expect, it } from 'vitest'
import { glossaryIndex } from './glossary-index.ts'
import { glossarySchema } from './glossary.ts'

const entry = (id: string, en: string, zh: string, more: object = {}) => ({
  id,
  term: { en, 'zh-CN': zh },
  meaning: { en: `${en}!`, 'zh-CN': `${zh}！` },
  ...more,
})
const glossary = glossarySchema.parse([
  entry('polling', 'polling', '轮询'),
  entry('frame', 'frame', '帧', { also: { en: ['packet'] } }),
  entry('long-polling', 'long polling', '长轮询', { sortAs: { 'zh-CN': '常轮询' } }),
  entry('status', '101', '101', { isCode: true }),
  entry('payload', 'payload', '载荷'),
  entry('ping', 'Ping', 'Ping'),
])
const idsIn = (locale: 'en' | 'zh-CN') =>
  glossaryIndex(locale, glossary, []).map(
    ({ letter, terms }) => `${letter} ${terms.map(({ id }) => id).join(' ')}`,
  )

describe('the glossary', () => {
  it('is sorted by letters in English, whatever their case', () => {
    expect(idsIn('en')).toEqual(['# status', 'F frame', 'L long-polling', 'P payload ping polling'])
  })

  it('is sorted by pinyin in Chinese, by a homophone where a character has several readings', () => {
    expect(idsIn('zh-CN')).toEqual([
      '# status',
      'C long-polling',
      'L polling',
      'P ping',
      'Z payload frame',
    ])
  })

  it('names the lessons that mark a term, in the order of the course', () => {
    const lessons = [
      { slug: 'first-echo', terms: ['frame', 'ping'] },
      { slug: 'closing', terms: ['frame'] },
    ]
    const terms = glossaryIndex('en', glossary, lessons).flatMap((letter) => letter.terms)
    expect(terms.find(({ id }) => id === 'frame')).toEqual({
      id: 'frame',
      term: 'frame',
      meaning: 'frame!',
      also: ['packet'],
      lessons: ['first-echo', 'closing'],
    })
    expect(terms.find(({ id }) => id === 'status')).toMatchObject({ isCode: true, lessons: [] })
  })
})
