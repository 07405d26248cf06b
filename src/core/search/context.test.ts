import { describe, expect, it } from 'vitest'
import { contextOf, marked, type Marked } from './context.ts'

const inBrackets = (text: Marked) =>
  text.map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece)).join('')
const context = (text: string, ...words: readonly string[]) =>
  inBrackets(contextOf(text, new Map(words.map((word) => [word, 1]))))

describe('marks', () => {
  const marks = (text: string, ...words: readonly string[]) =>
    inBrackets(marked(text, new Set(words)))

  it('whole words, whatever form they have', () => {
    expect(marks('It reconnects, and reconnecting takes time.', 'reconnect')).toBe(
      'It [reconnects], and [reconnecting] takes time.',
    )
  })

  it('pairs of Chinese characters that overlap as one', () => {
    expect(marks('聊天室会断线重连', '断线', '线重', '重连')).toBe('聊天室会[断线重连]')
  })

  it('one Chinese character where only that was looked for', () => {
    expect(marks('一个数据帧里', '帧')).toBe('一个数据[帧]里')
  })

  it('nothing where nothing was looked for', () => {
    expect(marked('Closing', new Set())).toEqual([{ text: 'Closing', isMatch: false }])
    expect(marked('', new Set(['cod']))).toEqual([])
  })
})

describe('the line of a place', () => {
  const text =
    'First of all. A code. The code says 1006.\nAnother paragraph about the code, which is long enough to stand alone.'

  it('begins with the sentence that has most of the words', () => {
    expect(context(text, 'cod', '1006')).toBe(
      'The [code] says [1006]. Another paragraph about the [code], which is long enough to stand alone.',
    )
  })

  it('begins where the place begins if no word is in its text', () => {
    expect(context(text, 'mask')).toBe(
      'First of all. A code. The code says 1006. Another paragraph about the code, which is long enough to stand alone.',
    )
  })

  it('prefers what is rare', () => {
    const weights = new Map([
      ['cod', 0.1],
      ['1006', 1],
    ])
    expect(inBrackets(contextOf('A code, a code. It’s 1006.', weights))).toBe('It’s [1006].')
  })

  it('is no longer than a line or two, cut at words, around the first that was looked for', () => {
    const long = `${'many words '.repeat(30)}and 1006 ${'more words '.repeat(30)}`
    const line = context(long, '1006')
    expect(line).toMatch(/^…(?:words|many).* and \[1006\] more .*…$/)
    expect(line.length).toBeLessThan(160)
  })

  it('of Chinese has half as many characters', () => {
    const line = context(`${'很长的句子，'.repeat(40)}心跳。`, '心跳')
    expect(line).toContain('[心跳]')
    expect(line.length).toBeLessThan(85)
  })

  it('is one row of a table', () => {
    expect(context('1000 · nothing\n1006 · count the attempts\n1008 · not again', '1006')).toBe(
      '[1006] · count the attempts',
    )
  })
})
