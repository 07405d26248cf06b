import { describe, expect, it } from 'vitest'
import { copyValue, copyValues } from './copy-value.ts'
import type { RemoteValue } from './remote-value.ts'

const count = (value: RemoteValue): number =>
  value.kind === 'array'
    ? value.items.reduce((sum, item) => sum + count(item), 1)
    : value.kind === 'object'
      ? value.properties.reduce((sum, property) => sum + count(property.value), 1)
      : 1

describe('copyValue', () => {
  it('keeps numbers that JSON loses', () => {
    const texts = [NaN, -0, Infinity, 1.5].map((value) => copyValue(value))
    expect(texts).toEqual(
      ['NaN', '-0', 'Infinity', '1.5'].map((text) => ({ kind: 'number', text })),
    )
  })

  it('copies primitives by kind', () => {
    expect([undefined, null, true, 10n, Symbol('x')].map((value) => copyValue(value))).toEqual([
      { kind: 'undefined' },
      { kind: 'null' },
      { kind: 'boolean', value: true },
      { kind: 'bigint', text: '10' },
      { kind: 'symbol', text: 'Symbol(x)' },
    ])
  })

  it('shortens a string at 10 000 characters and says how long it was', () => {
    const copied = copyValue('ab'.repeat(6000))
    expect(copied).toMatchObject({ kind: 'string', length: 12_000 })
    expect(copied.kind === 'string' && copied.text.length).toBe(10_000)
  })

  it('copies objects and arrays with their class names', () => {
    class Point {
      x = 1
    }
    expect(copyValue([new Point(), Object.create(null)])).toEqual({
      kind: 'array',
      className: 'Array',
      length: 2,
      items: [
        {
          kind: 'object',
          className: 'Point',
          properties: [{ name: 'x', value: { kind: 'number', text: '1' } }],
          truncated: false,
        },
        { kind: 'object', className: '', properties: [], truncated: false },
      ],
    })
  })

  it('stops at 100 entries and says that there were more', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`k${index}`, 0]))
    const copied = copyValue(many)
    expect(copied.kind === 'object' && copied.properties.length).toBe(100)
    expect(copied).toMatchObject({ truncated: true })
    const array = copyValue(new Array(5000).fill(1))
    expect(array).toMatchObject({ kind: 'array', length: 5000 })
    expect(array.kind === 'array' && array.items.length).toBe(100)
  })

  it('stops at depth 4', () => {
    const text = JSON.stringify(copyValue({ a: { b: { c: { d: { e: { f: 1 } } } } } }))
    expect(text).toContain('"name":"d"')
    expect(text).not.toContain('"name":"e"')
  })

  it('marks a value inside itself as circular, and copies a value twice where it is shared', () => {
    const shared = { s: 1 }
    const loop: Record<string, unknown> = { first: shared, second: shared }
    loop['self'] = loop
    const copied = copyValue(loop)
    if (copied.kind !== 'object') throw new Error('not an object')
    expect(copied.properties.map(({ value }) => value.kind)).toEqual([
      'object',
      'object',
      'circular',
    ])
  })

  it('calls no getter', () => {
    let calls = 0
    const value = {
      get secret() {
        calls += 1
        return 1
      },
    }
    expect(copyValue(value)).toMatchObject({
      properties: [{ name: 'secret', value: { kind: 'accessor' } }],
    })
    expect(calls).toBe(0)
  })

  it('survives a Proxy that throws', () => {
    const hostile = new Proxy(
      {},
      {
        getPrototypeOf() {
          throw new Error('no')
        },
      },
    )
    expect(copyValue({ hostile })).toMatchObject({
      properties: [{ name: 'hostile', value: { kind: 'object', truncated: true } }],
    })
  })

  it('copies octets, so that later changes of the buffer do not show', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    const copied = copyValue(new DataView(bytes.buffer, 1))
    bytes[1] = 9
    expect(copied).toEqual({
      kind: 'bytes',
      className: 'DataView',
      bytes: Uint8Array.of(2, 3),
      byteLength: 2,
    })
  })

  it('copies errors, dates, maps and sets', () => {
    expect(copyValue(new RangeError('too far'))).toMatchObject({
      kind: 'error',
      name: 'RangeError',
      message: 'too far',
    })
    expect(copyValue(new DOMException('gone', 'AbortError'))).toMatchObject({
      kind: 'error',
      name: 'AbortError',
    })
    expect(copyValue(new Date(0))).toMatchObject({
      className: 'Date',
      subtype: 'date',
      description: new Date(0).toString(),
    })
    expect(copyValue(new Map([['a', 1]]))).toMatchObject({
      className: 'Map',
      length: 1,
      items: [{ kind: 'array', length: 2 }],
    })
    expect(copyValue(new Set([7]))).toMatchObject({ className: 'Set', items: [{ text: '7' }] })
  })

  it('gives plain data that survives structured cloning', () => {
    const copied = copyValue({ f() {}, s: Symbol('x'), e: new Error('e'), b: new Uint8Array(2) })
    expect(structuredClone(copied)).toEqual(copied)
  })

  it('takes 10 000 values at most, of one value and of all arguments of a call', () => {
    const cube = Array.from({ length: 60 }, () =>
      Array.from({ length: 60 }, () => Array(60).fill(0)),
    )
    const copied = copyValue(cube)
    expect(copied).toMatchObject({ kind: 'array', length: 60 })
    expect(count(copied)).toBe(10_000)
    expect(copyValue({ cube, after: 1 })).toMatchObject({ kind: 'object', truncated: true })

    const together = copyValues([1, cube, 'left out'])
    expect(together.map(({ kind }) => kind)).toEqual(['number', 'array'])
    expect(together.reduce((sum, value) => sum + count(value), 0)).toBe(10_000)
    expect(copyValues([1, 'two'])).toEqual([copyValue(1), copyValue('two')])
  })

  it('takes a million characters and octets at most', () => {
    const copied = copyValue(Array(100).fill(Array(100).fill('a'.repeat(10_000))))
    expect(JSON.stringify(copied).length).toBeLessThan(2_000_000)
    expect(copyValue(['a'.repeat(10_000)])).toMatchObject({ items: [{ length: 10_000 }] })
  })
})

it('copies a buffer that was transferred as the empty one that it is', () => {
  const buffer = new ArrayBuffer(4)
  const view = new Uint8Array(buffer)
  structuredClone(buffer, { transfer: [buffer] })
  expect(copyValue(buffer)).toMatchObject({ kind: 'bytes', byteLength: 0 })
  expect(copyValue(view)).toMatchObject({ kind: 'bytes', byteLength: 0 })
})

it('does not touch an object that records each access', () => {
  const asked: string[] = []
  const tell = {
    get: (target: object, name: PropertyKey) => {
      asked.push(String(name))
      return Reflect.get(target, name) as unknown
    },
  }
  class Told {
    get [Symbol.toStringTag]() {
      asked.push('tag')
      return 'Told'
    }
  }
  copyValue(new Proxy({ a: 1 }, tell))
  copyValue(new Proxy([1, 2], tell))
  copyValue(new Told())
  expect(asked).toEqual([])
})
