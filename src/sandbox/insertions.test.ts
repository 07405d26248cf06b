import { describe, expect, it } from 'vitest'
import { Insertions, originalColumn } from './insertions.ts'

describe('insertions', () => {
  it('stay in the order in which they were made, where they meet', () => {
    const text = new Insertions('ab')
    text.insert(1, '<')
    text.insert(1, '[')
    expect(text.result()).toEqual({
      text: 'a<[b',
      insertions: [{ line: 1, column: 2, length: 2 }],
    })
  })

  it('are counted by line, whatever breaks it', () => {
    const text = new Insertions('a\r\nb\nc')
    text.insert(5, '!')
    text.insert(3, '?')
    expect(text.result()).toEqual({
      text: 'a\r\n?b\n!c',
      insertions: [
        { line: 2, column: 1, length: 1 },
        { line: 3, column: 1, length: 1 },
      ],
    })
  })
})

it('map each column of the text back, and inserted ones to what is before them', () => {
  const text = new Insertions('abc')
  text.insert(0, '..')
  text.insert(2, '....')
  const { text: code, insertions } = text.result()
  expect(code).toBe('..ab....c')
  const columns = [...code].map((_, index) => originalColumn(insertions, 1, index + 1))
  expect(columns).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 3])
})
