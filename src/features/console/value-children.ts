/** The lines under a value. */
import type { RemoteProperty, RemoteValue } from '../../core/trace/remote-value.ts'
import { MAX_TEXT } from '../../core/console/printed.ts'
import { hexOf } from '../../core/console/value-preview.ts'

/** A `dump` line is plain text; `more` says that something is left out. */
export type ValueChild =
  | { readonly kind: 'value'; readonly name: string; readonly value: RemoteValue }
  /** Of a Map. */
  | {
      readonly kind: 'entry'
      readonly name: string
      readonly key: RemoteValue
      readonly value: RemoteValue
    }
  /** A page cannot know whether a Promise is settled. */
  | { readonly kind: 'promise' }
  | { readonly kind: 'dump'; readonly name: string; readonly text: string }
  /** `count` is `null` if the rest was not counted. */
  | { readonly kind: 'more'; readonly count: number | null }

const BYTES_PER_LINE = 16

export function isExpandable(value: RemoteValue): boolean {
  switch (value.kind) {
    case 'object':
      if (value.subtype === 'node') return value.properties.length > 0
      return value.properties.length > 0 || value.truncated || value.subtype === 'promise'
    case 'array':
      return value.length > 0 || value.properties !== undefined
    case 'bytes':
      return value.byteLength > 0
    case 'error':
      return value.properties !== undefined
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

const valueChild = (property: RemoteProperty): ValueChild => ({ kind: 'value', ...property })

function itemChildren({ items, subtype }: Extract<RemoteValue, { kind: 'array' }>): ValueChild[] {
  return items.flatMap((item, index): ValueChild[] => {
    if (item.kind === 'empty') return []
    const name = String(index)
    if (subtype !== 'map' || item.kind !== 'array') return [{ kind: 'value', name, value: item }]
    const [key, value] = item.items
    return key === undefined || value === undefined ? [] : [{ kind: 'entry', name, key, value }]
  })
}

/** The rows under an entry are those of its value. */
export function childrenOf(value: RemoteValue): ValueChild[] {
  switch (value.kind) {
    case 'object': {
      const [first] = value.properties
      if (value.subtype === 'node' && first?.value.kind === 'string')
        return childrenOfText(first.value)
      const state: ValueChild[] = value.subtype === 'promise' ? [{ kind: 'promise' }] : []
      const more: ValueChild[] = value.truncated ? [{ kind: 'more', count: null }] : []
      return [...state, ...value.properties.map(valueChild), ...more]
    }
    case 'array':
      return [
        ...itemChildren(value),
        ...leftOut(value.items.length, value.length),
        ...(value.properties ?? []).map(valueChild),
      ]
    case 'bytes':
      return [...dumpOf(value.bytes), ...leftOut(value.bytes.length, value.byteLength)]
    case 'error':
      return (value.properties ?? []).map(valueChild)
    case 'string':
      return childrenOfText(value)
    default:
      return []
  }
}

function childrenOfText({ text, length }: Extract<RemoteValue, { kind: 'string' }>): ValueChild[] {
  return [{ kind: 'dump', name: '', text }, ...leftOut(text.length, length)]
}
