import { expect, it } from 'vitest'
import type { RemoteValue } from '../trace/remote-value.ts'
import { textOf } from './segment.ts'
import { valuePreview } from './value-preview.ts'

const text = (value: RemoteValue): string => textOf(valuePreview(value))
const string = (text: string): RemoteValue => ({ kind: 'string', text, length: text.length })
const number = (value: number): RemoteValue => ({ kind: 'number', text: String(value) })
const array = (...items: readonly RemoteValue[]): RemoteValue => ({
  kind: 'array',
  className: 'Array',
  length: items.length,
  items,
})
const object = (properties: Readonly<Record<string, RemoteValue>>, className = 'Object') =>
  ({
    kind: 'object',
    className,
    properties: Object.entries(properties).map(([name, value]) => ({ name, value })),
    truncated: false,
  }) as const

it('writes objects and arrays as a program would', () => {
  expect(text(object({ type: string('chat'), n: number(1) }))).toBe("{type: 'chat', n: 1}")
  expect(text(array(number(1), string('a"b'), { kind: 'null' }))).toBe(`(3) [1, 'a"b', null]`)
})

it('names a class other than Object or Array', () => {
  expect(text(object({ data: string('Hello') }, 'MessageEvent'))).toBe(
    "MessageEvent {data: 'Hello'}",
  )
})

it('shows only the kind of deeper values', () => {
  const deep = object({ a: array(number(1)), b: object({ c: number(1) }), c: object({}, 'Blob') })
  expect(text(deep)).toBe('{a: Array(1), b: {…}, c: Blob}')
})

it('shows the items of a typed array, and the octets of a buffer in hexadecimal', () => {
  const bytes = new Uint8Array([0x48, 0x0a])
  expect(text({ kind: 'bytes', className: 'Uint8Array', bytes, byteLength: 2 })).toBe(
    'Uint8Array(2) [72, 10]',
  )
  expect(text({ kind: 'bytes', className: 'Int16Array', bytes, byteLength: 2 })).toBe(
    'Int16Array [2632]',
  )
  expect(text({ kind: 'bytes', className: 'ArrayBuffer', bytes, byteLength: 70_000 })).toBe(
    'ArrayBuffer(70000) [48 0a …]',
  )
})

it('marks that it does not show everything', () => {
  const many = Object.fromEntries([...'abcdef'].map((name) => [name, number(1)]))
  expect(text(object(many))).toBe('{a: 1, b: 1, c: 1, d: 1, e: 1, …}')
  expect(text({ kind: 'array', className: 'Set', length: 9, items: [number(1)] })).toBe(
    'Set(9) [1, …]',
  )
  expect(text({ kind: 'string', text: 'abc', length: 9000 })).toBe("'abc'…")
})

it('writes each kind of value in its own way', () => {
  expect(text({ kind: 'bigint', text: '10' })).toBe('10n')
  expect(text({ kind: 'number', text: '-0' })).toBe('-0')
  expect(text({ kind: 'function', name: 'open' })).toBe('ƒ open()')
  expect(text({ kind: 'error', name: 'TypeError', message: 'no', stack: '' })).toBe('TypeError: no')
})
