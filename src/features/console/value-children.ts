/** The lines under a value. */
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import { MAX_TEXT } from '../../core/console/printed.ts'
import { hexOf } from '../../core/console/value-preview.ts'

/** A `dump` line is plain text; `more` says that something is left out. */
export type ValueChild =
  | { readonly kind: 'value'; readonly name: string; readonly value: RemoteValue }
  | { readonly kind: 'dump'; readonly name: string; readonly text: string }
  /** `count` is `null` if the rest was not counted. */
  | { readonly kind: 'more'; readonly count: number | null }

const BYTES_PER_LINE = 16

export function isExpandable(value: RemoteValue): boolean {
  switch (value.kind) {
    case 'object':
      return value.properties.length > 0 || value.truncated
    case 'array':
      return value.length > 0
    case 'bytes':
      return value.byteLength > 0
    case 'error':
      return value.stack !== ''
    case 'string':
      return value.length > MAX_TEXT
    default:
      return false
  }
}

function dumpOf(bytes: Uint8Array): ValueChild[] {
  return Array.from({ length: Math.ceil(bytes.length / BYTES_PER_LINE) }, (_, index) => {
    const from = index * BYTES_PER_LINE
    const line = bytes.subarray(from, from + BYTES_PER_LINE)
    const characters = Array.from(line, (byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·',
    ).join('')
    const text = `${hexOf(line).padEnd(BYTES_PER_LINE * 3)} ${characters}`
    return { kind: 'dump', name: from.toString(16).padStart(4, '0'), text }
  })
}

function leftOut(shown: number, all: number): ValueChild[] {
  return all > shown ? [{ kind: 'more', count: all - shown }] : []
}

export function childrenOf(value: RemoteValue): ValueChild[] {
  switch (value.kind) {
    case 'object': {
      const shown = value.properties.map((property): ValueChild => ({ kind: 'value', ...property }))
      return value.truncated ? [...shown, { kind: 'more', count: null }] : shown
    }
    case 'array':
      return [
        ...value.items.map((item, index): ValueChild => {
          return { kind: 'value', name: String(index), value: item }
        }),
        ...leftOut(value.items.length, value.length),
      ]
    case 'bytes':
      return [...dumpOf(value.bytes), ...leftOut(value.bytes.length, value.byteLength)]
    case 'error':
      return value.stack === '' ? [] : [{ kind: 'dump', name: '', text: value.stack }]
    case 'string':
      return [
        { kind: 'dump', name: '', text: value.text },
        ...leftOut(value.text.length, value.length),
      ]
    default:
      return []
  }
}
