import { expect, it } from 'vitest'
import { newLinesOf } from './continuation.ts'

const before = { 'client.js': 'one\ntwo\nthree\n', 'server.js': 'listen\n' }

it('new lines are told by file, as stretches', () => {
  const now = { ...before, 'client.js': 'zero\none\ntwo\na\n\nb\nthree\n' }
  expect(newLinesOf(before, now)).toEqual([
    {
      file: 'client.js',
      count: 3,
      lines: [
        [1, 1],
        [4, 6],
      ],
    },
  ])
})

it('a file that the earlier program lacks is new as a whole', () => {
  const now = { ...before, 'page.html': '<ul>\n</ul>\n' }
  expect(newLinesOf(before, now)).toEqual([{ file: 'page.html', count: 2, lines: [[1, 2]] }])
})

it('what is gone, what has moved apart and what is the same is no news', () => {
  expect(newLinesOf(before, { ...before, 'client.js': 'one\n\n\nthree\n' })).toEqual([])
  expect(newLinesOf(before, before)).toEqual([])
})

it('a line that is only indented further is no news', () => {
  const now = { ...before, 'client.js': 'function run() {\n  one\n  two\n  three\n}\n' }
  expect(newLinesOf(before, now)).toEqual([
    {
      file: 'client.js',
      count: 2,
      lines: [
        [1, 1],
        [5, 5],
      ],
    },
  ])
})
