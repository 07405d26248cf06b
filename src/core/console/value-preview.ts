/** A value of the program in one line. */
import { assertNever } from '../trace/describe/assert-never.ts'
import type { RemoteValue } from '../trace/remote-value.ts'
import { plain, soft, type Segment } from './segment.ts'

/** The most properties, items or bytes of a value that its line shows. */
const MAX_PROPERTIES = 5
const MAX_ITEMS = 20
const MAX_BYTES = 16
/** The most characters of a string inside a value. */
const MAX_CHARACTERS = 80

type ObjectValue = Extract<RemoteValue, { kind: 'object' }>
type ArrayValue = Extract<RemoteValue, { kind: 'array' }>
type BytesValue = Extract<RemoteValue, { kind: 'bytes' }>
type StringValue = Extract<RemoteValue, { kind: 'string' }>

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

/** An ordinary class needs no name. */
function classPrefix(className: string, ordinary: string): Segment[] {
  return className === ordinary ? [] : [plain(`${className} `)]
}

function joined(items: readonly (readonly Segment[])[], more: boolean): Segment[] {
  const all = more ? [...items, [soft('…')]] : items
  return all.flatMap((item, index) => (index === 0 ? item : [plain(', '), ...item]))
}

function quoted({ text, length }: StringValue, most: number): Segment[] {
  const shown = text.slice(0, most)
  const whole = shown.length === length
  return [{ text: `${JSON.stringify(shown).slice(0, -1)}${whole ? '' : '…'}"`, kind: 'string' }]
}

function objectPreview({ className, properties, truncated }: ObjectValue): Segment[] {
  const shown = properties
    .slice(0, MAX_PROPERTIES)
    .map(({ name, value }): Segment[] => [
      { text: name, kind: 'name' },
      plain(': '),
      ...insidePreview(value),
    ])
  const more = truncated || properties.length > MAX_PROPERTIES
  return [...classPrefix(className, 'Object'), plain('{'), ...joined(shown, more), plain('}')]
}

function arrayPreview({ className, length, items }: ArrayValue): Segment[] {
  const shown = items.slice(0, MAX_ITEMS).map((item) => insidePreview(item))
  const more = length > shown.length
  return [...classPrefix(className, 'Array'), plain('['), ...joined(shown, more), plain(']')]
}

function bytesPreview({ className, bytes, byteLength }: BytesValue): Segment[] {
  const shown = bytes.subarray(0, MAX_BYTES)
  const more = byteLength > shown.length ? ' …' : ''
  return [
    plain(`${className}(${String(byteLength)}) [`),
    { text: hexOf(shown) + more, kind: 'number' },
    plain(']'),
  ]
}

/** A value inside a value: only the kind of a composed one. */
function insidePreview(value: RemoteValue): Segment[] {
  switch (value.kind) {
    case 'string':
      return quoted(value, MAX_CHARACTERS)
    case 'array':
    case 'bytes': {
      const length = value.kind === 'array' ? value.length : value.byteLength
      return [plain(`${value.className}(${String(length)})`)]
    }
    case 'object':
      return [plain(value.className === 'Object' ? '{…}' : value.className)]
    default:
      return valuePreview(value)
  }
}

/** @param mostCharacters of a string, in UTF-16 code units. */
export function valuePreview(value: RemoteValue, mostCharacters = MAX_CHARACTERS): Segment[] {
  switch (value.kind) {
    case 'undefined':
    case 'null':
      return [{ text: value.kind, kind: 'keyword' }]
    case 'boolean':
      return [{ text: String(value.value), kind: 'keyword' }]
    case 'number':
      return [{ text: value.text, kind: 'number' }]
    case 'bigint':
      return [{ text: value.text.endsWith('n') ? value.text : `${value.text}n`, kind: 'number' }]
    case 'string':
      return quoted(value, mostCharacters)
    case 'symbol':
      return [{ text: value.text, kind: 'string' }]
    case 'function':
      return [{ text: 'ƒ ', kind: 'keyword' }, plain(`${value.name}()`)]
    case 'error':
      return [plain(value.message === '' ? value.name : `${value.name}: ${value.message}`)]
    case 'bytes':
      return bytesPreview(value)
    case 'array':
      return arrayPreview(value)
    case 'object':
      return objectPreview(value)
    case 'circular':
      return [soft('[circular]')]
    default:
      return assertNever(value)
  }
}
