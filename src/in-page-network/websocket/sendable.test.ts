import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { toSendable } from './sendable.ts'

/** What an expression makes in another realm. */
const elsewhere = (expression: string): unknown => runInNewContext(expression)

describe('what is sent as octets', () => {
  it.each([
    ['an ArrayBuffer', 'Uint8Array.of(1, 2, 3).buffer', [1, 2, 3]],
    ['a typed array', 'Uint16Array.of(1, 256)', [1, 0, 0, 1]],
    ['a part of one', 'Uint8Array.of(1, 2, 3).subarray(1)', [2, 3]],
    ['a DataView', 'new DataView(Uint8Array.of(1, 2, 3).buffer, 1, 1)', [2]],
    ['an empty ArrayBuffer', 'new ArrayBuffer(0)', []],
  ])('is %s of another realm', (_what, expression, octets) => {
    const value = elsewhere(expression)
    expect(value instanceof ArrayBuffer || value instanceof Object).toBe(false)
    const sent = toSendable(value)
    expect(sent).toBeInstanceOf(Uint8Array)
    expect([...(sent as Uint8Array)]).toEqual(octets)
  })

  it('is a copy', () => {
    const own = Uint8Array.of(1)
    const sent = toSendable(own.buffer)
    own[0] = 2
    expect(sent).toEqual(Uint8Array.of(1))
  })

  it('is nothing that only looks like it', () => {
    expect(toSendable(Object.create(ArrayBuffer.prototype))).toBe('[object ArrayBuffer]')
    expect(toSendable(Object.create(Blob.prototype))).toBe('[object Blob]')
    expect(toSendable(elsewhere('({ byteLength: 3 })'))).toBe('[object Object]')
    expect(toSendable(elsewhere("'text'"))).toBe('text')
  })
})
