import { expect, it } from 'vitest'
import { MAX_TEXT } from '../../core/console/printed.ts'
import { childrenOf, isExpandable } from './value-children.ts'

it('dumps sixteen bytes a line, with their characters', () => {
  const bytes = new TextEncoder().encode('Hello, WebSocket\n')
  expect(childrenOf({ kind: 'bytes', className: 'Uint8Array', bytes, byteLength: 20 })).toEqual([
    {
      kind: 'dump',
      name: '0000',
      text: '48 65 6c 6c 6f 2c 20 57 65 62 53 6f 63 6b 65 74  Hello, WebSocket',
    },
    { kind: 'dump', name: '0010', text: `0a${' '.repeat(46)} ·` },
    { kind: 'more', count: 3 },
  ])
})

it('counts the items of an array that were not kept', () => {
  const item = { kind: 'null' } as const
  expect(childrenOf({ kind: 'array', className: 'Array', length: 5, items: [item] })).toEqual([
    { kind: 'value', name: '0', value: item },
    { kind: 'more', count: 4 },
  ])
})

it('says that an object had more properties, even if nobody counted them', () => {
  const object = { kind: 'object', className: 'Window', properties: [], truncated: true } as const
  expect(isExpandable(object)).toBe(true)
  expect(childrenOf(object)).toEqual([{ kind: 'more', count: null }])
})

it('shows the whole of a string that is cut on its line', () => {
  const text = 'x'.repeat(MAX_TEXT + 1)
  expect(childrenOf({ kind: 'string', text, length: text.length })).toEqual([
    { kind: 'dump', name: '', text },
  ])
})

it('does not offer to expand an empty value', () => {
  expect(isExpandable({ kind: 'array', className: 'Array', length: 0, items: [] })).toBe(false)
  expect(isExpandable({ kind: 'string', text: 'a', length: 1 })).toBe(false)
  expect(isExpandable({ kind: 'error', name: 'Error', message: '', stack: '' })).toBe(false)
})
