/**
 * A value of the program in one line, as DevTools writes it: the rules of its
 * `RemoteObjectPreviewFormatter`, with V8's limits of a preview.
 */
import { assertNever } from '../trace/assert-never.ts'
import type { RemoteProperty, RemoteValue } from '../trace/remote-value.ts'
import { errorText } from './error-text.ts'
import { functionText } from './function-text.ts'
import { keyword, number, plain, soft, string, type Segment } from './segment.ts'
import { typedItems } from './typed-items.ts'

/** The most properties, items, entries or octets of a value that its line shows. */
const MAX_PROPERTIES = 5
const MAX_ITEMS = 100
const MAX_BYTES = 16
/** The most characters of a text inside a value. */
const MAX_CHARACTERS = 100

type Kind<K extends RemoteValue['kind']> = Extract<RemoteValue, { kind: K }>

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

/** As a literal, in the quotes that it does not contain. */
function quoted(text: string): string {
  const quote = ["'", '"', '`'].find((mark) => !text.includes(mark)) ?? "'"
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
  return quote + (text.includes(quote) ? escaped.replaceAll(quote, `\\${quote}`) : escaped) + quote
}

/** A long text loses its middle, as in V8's previews. */
function quotedShort({ text, length }: Kind<'string'>): string {
  if (length <= MAX_CHARACTERS) return quoted(text)
  const half = MAX_CHARACTERS / 2
  // What was not recorded is cut at its end.
  const end = text.length < length ? '' : text.slice(1 - half)
  return quoted(`${text.slice(0, half)}…${end}`)
}

const shortEnd = (text: string) =>
  text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS - 1)}…`

const nameText = (name: string) => (/^\s|\s$|^$|\n/u.test(name) ? JSON.stringify(name) : name)

const counted = (name: string, count: number) => `${name}(${String(count)})`

/** A value by its class alone: `Array(3)`, `Map(1)`, `Object`. */
export function descriptionOf(value: RemoteValue): string {
  switch (value.kind) {
    case 'array':
      return value.className.startsWith('Proxy(')
        ? value.className
        : counted(value.className, value.length)
    case 'bytes':
      return counted(value.className, itemCount(value))
    case 'object':
      return value.description ?? (value.className === '' ? 'Object' : value.className)
    case 'circular':
      return value.description ?? '[circular]'
    default:
      return insidePreview(value)
        .map((segment) => segment.text)
        .join('')
  }
}

/** Items of a typed array, octets of a buffer. */
function itemCount({ className, byteLength }: Kind<'bytes'>): number {
  return typedItems(className, new Uint8Array(), byteLength)?.count ?? byteLength
}

function joined(items: readonly (readonly Segment[])[], more: boolean): Segment[] {
  const all = more ? [...items, [soft('…')]] : items
  return all.flatMap((item, index) => (index === 0 ? item : [plain(', '), ...item]))
}

function named({ name, value }: RemoteProperty): Segment[] {
  return [{ text: nameText(name), kind: 'name' }, plain(': '), ...insidePreview(value)]
}

function within(
  prefix: string,
  [open, close]: readonly [string, string],
  items: readonly (readonly Segment[])[],
  more: boolean,
): Segment[] {
  return [plain(prefix === '' ? open : `${prefix} ${open}`), ...joined(items, more), plain(close)]
}

function objectPreview(value: Kind<'object'>): Segment[] {
  const { properties, truncated, subtype, className } = value
  // As V8's previews.
  const listed = properties.filter(({ name }) => name !== 'constructor')
  const shown = listed
    .slice(0, MAX_PROPERTIES)
    .map((property) =>
      property.name === '[[PrimitiveValue]]' ? insidePreview(property.value) : named(property),
    )
  const state = subtype === 'promise' ? [[soft('<…>')]] : []
  const more = truncated || listed.length > MAX_PROPERTIES
  const prefix = className === 'Object' ? '' : className
  return within(prefix, ['{', '}'], [...state, ...shown], more)
}

function entryPreview(entry: RemoteValue, isMap: boolean): Segment[] {
  if (!isMap || entry.kind !== 'array') return insidePreview(entry)
  const [key, value] = entry.items
  if (key === undefined || value === undefined) return [soft('…')]
  return [...insidePreview(key), plain(' => '), ...insidePreview(value)]
}

function collectionPreview(value: Kind<'array'>): Segment[] {
  const { items, length, subtype } = value
  if (length === 0)
    return within(descriptionOf(value), ['{', '}'], [[plain('size: '), number('0')]], false)
  const shown = items
    .slice(0, MAX_PROPERTIES)
    .map((entry) => entryPreview(entry, subtype === 'map'))
  return within(descriptionOf(value), ['{', '}'], shown, length > shown.length)
}

/** Several holes in a row are one. */
function itemPreviews(items: readonly RemoteValue[]): Segment[][] {
  const shown: Segment[][] = []
  let holes = 0
  const endHoles = () => {
    if (holes > 0) shown.push([soft(holes === 1 ? 'empty' : `empty × ${String(holes)}`)])
    holes = 0
  }
  for (const item of items) {
    if (item.kind === 'empty') holes += 1
    else {
      endHoles()
      shown.push(insidePreview(item))
    }
  }
  endHoles()
  return shown
}

function arrayPreview(value: Kind<'array'>): Segment[] {
  const { className, length, items, properties = [] } = value
  if (value.subtype !== undefined) return collectionPreview(value)
  const count = length > 1 ? `(${String(length)})` : ''
  const prefix = className === 'Array' ? count : className + count
  const shown = itemPreviews(items.slice(0, MAX_ITEMS))
  const beside = properties.slice(0, MAX_PROPERTIES).map(named)
  const more = length > Math.min(items.length, MAX_ITEMS) || properties.length > MAX_PROPERTIES
  return within(prefix, ['[', ']'], [...shown, ...beside], more)
}

function bytesPreview(value: Kind<'bytes'>): Segment[] {
  const { className, bytes, byteLength } = value
  const typed = typedItems(className, bytes, byteLength)
  if (typed !== undefined) {
    const { count, items } = typed
    const shown = items.slice(0, MAX_ITEMS)
    const prefix = count > 1 ? counted(className, count) : className
    return within(
      prefix,
      ['[', ']'],
      shown.map((item) => [number(item)]),
      count > shown.length,
    )
  }
  const shown = bytes.subarray(0, MAX_BYTES)
  const more = byteLength > shown.length ? ' …' : ''
  if (byteLength === 0) return [plain(descriptionOf(value))]
  return [plain(`${descriptionOf(value)} [`), number(hexOf(shown) + more), plain(']')]
}

/** A value inside a value: only the class of a composed one. */
export function insidePreview(value: RemoteValue): Segment[] {
  switch (value.kind) {
    case 'undefined':
    case 'null':
      return [keyword(value.kind)]
    case 'boolean':
      return [keyword(String(value.value))]
    case 'number':
      return [number(value.text)]
    case 'bigint':
      return [number(value.text.endsWith('n') ? value.text : `${value.text}n`)]
    case 'string':
      return [string(quotedShort(value))]
    case 'symbol':
      return [string(value.text)]
    case 'function':
      return [keyword('ƒ')]
    case 'accessor':
      return [soft('(...)')]
    case 'empty':
      return [soft('empty')]
    case 'error':
      return [plain(shortEnd(errorText(value)))]
    case 'array':
    case 'bytes':
      return [plain(descriptionOf(value))]
    case 'object':
    case 'circular': {
      const description = descriptionOf(value)
      return [plain(description === 'Object' ? '{…}' : shortEnd(description))]
    }
    default:
      return assertNever(value)
  }
}

/**
 * A value by itself.
 * @param mostCharacters of a string, in UTF-16 code units
 */
export function valuePreview(value: RemoteValue, mostCharacters = Infinity): Segment[] {
  switch (value.kind) {
    case 'string': {
      const shown = value.text.slice(0, mostCharacters)
      return [string(quoted(shown) + (shown.length < value.length ? '…' : ''))]
    }
    case 'function':
      return functionText(value)
    case 'error':
      return [plain(errorText(value))]
    case 'bytes':
      return bytesPreview(value)
    case 'array':
      return arrayPreview(value)
    case 'object':
      return value.description === undefined ? objectPreview(value) : [plain(value.description)]
    case 'circular':
      return [soft('[circular]')]
    default:
      return insidePreview(value)
  }
}
