import { describe, expect, it } from 'vitest'
import type { Locale } from '../locale/locale.ts'
import { glossarySchema, markedTerms, problemsOfTerms } from './glossary.ts'
import { parseLessonMarkdown } from './markdown.ts'

const entry = (id: string, en: string, zh: string) => ({
  id,
  term: { en, 'zh-CN': zh },
  meaning: { en: `${en}!`, 'zh-CN': `${zh}！` },
})
const glossary = glossarySchema.parse([
  entry('opening-handshake', 'opening handshake', '握手'),
  entry('closing-handshake', 'closing handshake', '关闭握手'),
  { ...entry('frame', 'frame', '帧'), also: { en: ['packet'] } },
  entry('control-frame', 'control frame', '控制帧'),
  entry('proxy', 'proxy', '代理'),
  { ...entry('message', 'message', '消息'), isCommon: true },
  { ...entry('ready-state', 'readyState', 'readyState'), isCode: true },
])
const problems = (markdown: string, locale: Locale = 'en') =>
  problemsOfTerms(parseLessonMarkdown(markdown).walk, glossary, locale).map(
    ({ line, reason }) => `${line}: ${reason.replace(/^.*appears: /, '')}`,
  )

describe('a term of the glossary', () => {
  it('is marked where it first appears', () => {
    expect(problems('A [frame](term:frame).\n\nTwo frames.')).toEqual([])
    expect(problems('Hello.\nTwo Frames.\n\nA [frame](term:frame).')).toEqual([
      '2: [Frames](term:frame)',
    ])
    expect(problems('In the opening\nhandshake.')).toEqual([
      '1: [opening handshake](term:opening-handshake)',
    ])
  })

  it('is found by its other words, and never within a longer word or term', () => {
    expect(problems('A packet.')).toEqual(['1: [packet](term:frame)'])
    expect(problems('A framework, and a frame-like thing.')).toEqual([])
    expect(problems('A [control frame](term:control-frame). Another control frame.')).toEqual([])
  })

  it('is found in the plural and with a hyphen', () => {
    expect(problems('Proxies.')).toEqual(['1: [Proxies](term:proxy)'])
    expect(problems('An opening-handshake.')).toEqual([
      '1: [opening-handshake](term:opening-handshake)',
    ])
  })

  it('may be left unmarked if it is a common word, or if no prose has it', () => {
    expect(problems('A message, and another message.')).toEqual([])
    expect(problems('Hello.')).toEqual([])
    expect(problems('A message. A [message](term:message).')).toEqual([])
  })

  it('has no edges in Chinese', () => {
    expect(problems('这是握\n手。', 'zh-CN')).toEqual(['1: [握手](term:opening-handshake)'])
    expect(problems('[关闭握手](term:closing-handshake)之后', 'zh-CN')).toEqual([])
  })

  it('is not looked for in headings, code and links', () => {
    expect(problems('## A frame {#a}\n\n`frame` and [a frame](look:a).')).toEqual([])
  })

  it('is marked once, and known', () => {
    expect(problems('[A](term:frame) and [b](term:frame)')).toEqual([
      '1: the term frame is marked above already: unmark it here',
    ])
    expect(problems('[A](term:socket)')).toEqual([
      '1: lessons/glossary.yaml has no term socket: add it there',
    ])
  })
})

describe('the notes of a lesson', () => {
  const { walk } = parseLessonMarkdown('A [frame](term:frame) and [`a`](term:ready-state).')

  it('are about the terms that it marks, in its language', () => {
    expect(markedTerms(walk, glossary, 'zh-CN')).toEqual({
      frame: { term: '帧', meaning: '帧！' },
      'ready-state': { term: 'readyState', isCode: true, meaning: 'readyState！' },
    })
  })
})

it('an id is there once', () => {
  expect(glossarySchema.safeParse([glossary[0], glossary[0]]).error?.issues[0]?.message).toBe(
    'there is a opening-handshake already',
  )
})
