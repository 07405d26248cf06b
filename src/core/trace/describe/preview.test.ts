import { describe, expect, it } from 'vitest'
import type { RemoteValue } from '../remote-value.ts'
import { previewBytes, previewConsole, previewText, previewUtf8, previewValue } from './preview.ts'

const string = (text: string): RemoteValue => ({ kind: 'string', text, length: text.length })

describe('previewText', () => {
  it('keeps a short text and shortens a long one by characters, not by half of one', () => {
    expect(previewText('Hello', 5)).toBe('Hello')
    expect(previewText('Hello!', 5)).toBe('Hello…')
    expect(previewText('😀😀😀', 2)).toBe('😀😀…')
  })

  it('makes control characters visible, so that a row stays one line', () => {
    expect(previewText('a\r\nb\u007f')).toBe('a\\r\\nb\\x7f')
    expect(previewText('\u0085')).toBe('\\x85')
  })
})

describe('previewUtf8', () => {
  it('does not take a character that is cut in two for an invalid one', () => {
    const bytes = new TextEncoder().encode('€'.repeat(100))
    expect(previewUtf8(bytes, 3)).toBe('€€€…')
  })

  it('shows an invalid sequence as U+FFFD', () => {
    expect(previewUtf8(Uint8Array.of(0x61, 0xff))).toBe('a\ufffd')
  })
})

describe('previewBytes', () => {
  it('writes hexadecimal and says that there is more', () => {
    expect(previewBytes(Uint8Array.of(0, 255), 2)).toBe('00 ff')
    expect(previewBytes(Uint8Array.of(0, 255, 1), 2)).toBe('00 ff …')
  })
})

describe('previewValue', () => {
  it('says that there was more of a string than the trace has', () => {
    const begun: RemoteValue = { kind: 'string', text: 'Hel', length: 5000 }
    expect(previewValue(begun)).toBe('"Hel…"')
    expect(previewValue({ ...begun, text: '' })).toBe('"…"')
    expect(previewConsole([{ ...begun, text: '' }])).toBe('…')
  })

  it('prints bytes with their class, and writes them without inside of other values', () => {
    const bytes: RemoteValue = {
      kind: 'bytes',
      className: 'Uint8Array',
      bytes: Uint8Array.of(195, 215),
      byteLength: 2,
    }
    expect(previewConsole([string('first'), bytes])).toBe('first Uint8Array(2) [c3 d7]')
    expect(previewValue(bytes)).toBe('Uint8Array(2)')
  })

  it('writes values as a program does', () => {
    expect(previewValue(string('a'))).toBe('"a"')
    expect(previewValue({ kind: 'bigint', text: '7' })).toBe('7n')
    expect(
      previewValue({ kind: 'bytes', className: 'Blob', bytes: new Uint8Array(), byteLength: 9 }),
    ).toBe('Blob(9)')
    expect(
      previewValue({ kind: 'array', className: 'Array', length: 3, items: [string('a')] }),
    ).toBe('["a", …]')
    expect(
      previewValue({
        kind: 'object',
        className: 'Object',
        properties: [{ name: 'type', value: string('chat') }],
        truncated: false,
      }),
    ).toBe('{ type: "chat" }')
  })

  it('stays within its length, however deep the value', () => {
    let value: RemoteValue = string('x'.repeat(500))
    for (let depth = 0; depth < 20; depth += 1)
      value = { kind: 'array', className: 'Array', length: 2, items: [value, value] }
    expect(previewValue(value, 60).length).toBeLessThanOrEqual(60)
  })
})

describe('previewConsole', () => {
  it('prints strings bare and the rest as it is written', () => {
    expect(previewConsole([string('open'), { kind: 'number', text: '1' }])).toBe('open 1')
  })
})
