import { describe, expect, it } from 'vitest'
import type { Locale } from '../locale/locale.ts'
import { parseLessonMarkdown } from './markdown.ts'
import { minutesOf, problemsOfPace } from './pace.ts'

const words = (count: number) => 'word '.repeat(count).trim()
const problems = (markdown: string, locale: Locale = 'en') =>
  problemsOfPace(parseLessonMarkdown(markdown).walk, locale).map(
    ({ line, reason }) => `${line}: ${reason.split(':')[0]}`,
  )

const RUN = '::: run\n\nRun it.\n\n:::\n\n'

describe('before the first run, try or question', () => {
  it('80 words may be read', () => {
    expect(problems(`${words(80)}\n\n${RUN}`)).toEqual([])
    expect(problems(`${words(81)}\n\n${RUN}`)).toEqual([
      '1: more than 80 words before the first run, try or question',
    ])
  })

  it('140 Chinese characters may be read', () => {
    expect(problems(`${'字'.repeat(140)}\n\n${RUN}`, 'zh-CN')).toEqual([])
    expect(problems(`${'字'.repeat(141)}\n\n${RUN}`, 'zh-CN')).toEqual([
      '1: more than 140 characters before the first run, try or question',
    ])
  })

  it('a look or a figure is not enough', () => {
    expect(problems(`${words(60)} [a](look:a)\n\n${words(60)}\n\n${RUN}`)).toEqual([
      '3: more than 80 words before the first run, try or question',
    ])
  })

  it('something to run has to come', () => {
    expect(problems('Hello.')).toEqual(['null: there is nothing to run'])
  })
})

describe('between two stops', () => {
  it('120 words may be read, or 200 Chinese characters', () => {
    expect(problems(`${RUN}${words(120)}\n\n::: figure a\n:::`)).toEqual([])
    expect(problems(`${RUN}a\n\n${words(120)}\n\n::: figure a\n:::`)).toEqual([
      '9: more than 120 words since the end of the run (line 1)',
    ])
    expect(problems(`${RUN}${'字'.repeat(201)}`, 'zh-CN')).toEqual([
      '7: more than 200 characters since the end of the run (line 1)',
    ])
  })

  it('a look is a stop, and a block is one where it begins and where it ends', () => {
    expect(problems(`${RUN}${words(100)} [b](look:b) ${words(100)}`)).toEqual([])
    const task = `::: task a\n### A\n${words(100)}\n:::`
    expect(problems(`${RUN}${words(100)}\n\n${task}\n\n${words(100)}`)).toEqual([])
  })

  it('code blocks are not read, tables and lists are', () => {
    expect(problems(`${RUN}\`\`\`text\n${words(130)}\n\`\`\``)).toEqual([])
    expect(problems(`${RUN}- ${words(61)}\n- ${words(61)}`)).toHaveLength(1)
  })
})

it('minutes are those of reading, running and solving', () => {
  const { walk } = parseLessonMarkdown(`${words(398)}\n\n${RUN}::: task a\n### A\nSolve.\n:::`)
  expect(minutesOf(walk, 'en')).toBe(6)
})
