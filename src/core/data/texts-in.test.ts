import { expect, it } from 'vitest'
import { textsIn } from './texts-in.ts'

it('finds the programs in a value of another version, in order', () => {
  const value = {
    version: 9,
    files: { 'client.js': [{ text: 'connect()\n' }], b: 'send("Hello")' },
  }
  expect(textsIn(JSON.stringify(value))).toEqual([
    { path: ['files', 'client.js', '0', 'text'], text: 'connect()\n' },
    { path: ['files', 'b'], text: 'send("Hello")' },
  ])
})

it('takes what is no JSON whole', () => {
  expect(textsIn('{"drafts": 7')).toEqual([{ path: [], text: '{"drafts": 7' }])
})

it('reads a value that is nested a hundred thousand deep', () => {
  const deep = `${'['.repeat(100_000)}"the program"${']'.repeat(100_000)}`
  expect(textsIn(deep)).toMatchObject([{ text: 'the program' }])
})
