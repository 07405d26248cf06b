import type { RemoteValue } from './remote-value.ts'

/** How deep a copy goes: the value itself is at depth 0. */
const GREATEST_DEPTH = 4
/** Entries of one array or object, characters of one string, octets of one buffer. */
const MOST_ENTRIES = 100
const MOST_CHARACTERS = 10_000
const MOST_OCTETS = 10_000

/**
 * Copies any value of a program, bounded in depth and size, so that it can be looked at later.
 *
 * Runs no code of the program's: no getter is called, and a Proxy whose traps throw becomes an
 * empty, truncated object. Only `name`, `message` and `stack` of errors are read as they are,
 * because browsers keep these behind accessors of their own. Never throws.
 */
export function copyValue(value: unknown): RemoteValue {
  return copy(value, 0, [])
}

function copy(value: unknown, depth: number, ancestors: readonly object[]): RemoteValue {
  switch (typeof value) {
    case 'undefined':
      return { kind: 'undefined' }
    case 'boolean':
      return { kind: 'boolean', value }
    case 'number':
      return { kind: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
    case 'bigint':
      return { kind: 'bigint', text: String(value) }
    case 'string':
      return copyString(value)
    case 'symbol':
      return { kind: 'symbol', text: String(value) }
    case 'function':
      return { kind: 'function', name: nameOf(value) }
    case 'object':
      if (value === null) return { kind: 'null' }
      if (ancestors.includes(value)) return { kind: 'circular' }
      try {
        return copyObject(value, depth, ancestors)
      } catch {
        // A Proxy whose traps throw, or that was revoked.
        return { kind: 'object', className: 'Proxy', properties: [], truncated: true }
      }
  }
}

function copyString(text: string): RemoteValue {
  return { kind: 'string', text: text.slice(0, MOST_CHARACTERS), length: text.length }
}

function copyObject(value: object, depth: number, ancestors: readonly object[]): RemoteValue {
  if (isError(value)) return copyError(value)
  const className = classNameOf(value)
  if (value instanceof ArrayBuffer) return copyBytes(className, new Uint8Array(value))
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value
    return copyBytes(className, new Uint8Array(buffer, byteOffset, byteLength))
  }

  const inside = [...ancestors, value]
  const copyInside = (entry: unknown) => copy(entry, depth + 1, inside)
  const isTooDeep = depth >= GREATEST_DEPTH

  if (Array.isArray(value)) {
    const items = isTooDeep ? [] : copyItems(value, copyInside)
    return { kind: 'array', className, length: value.length, items }
  }
  if (value instanceof Set) {
    const items = isTooDeep ? [] : firstOf(Set.prototype.values.call(value)).map(copyInside)
    return { kind: 'array', className, length: value.size, items }
  }
  if (value instanceof Map) {
    const items = isTooDeep ? [] : firstOf(Map.prototype.entries.call(value)).map(copyInside)
    return { kind: 'array', className, length: value.size, items }
  }

  const primitive = primitiveOf(value)
  const properties =
    primitive === undefined ? [] : [{ name: '[[PrimitiveValue]]', value: primitive }]
  const keys = Object.keys(value)
  if (isTooDeep) {
    return { kind: 'object', className, properties, truncated: keys.length > 0 }
  }
  for (const name of keys.slice(0, MOST_ENTRIES)) {
    properties.push({ name, value: copyProperty(value, name, copyInside) })
  }
  return { kind: 'object', className, properties, truncated: keys.length > MOST_ENTRIES }
}

function copyItems(
  array: readonly unknown[],
  copyInside: (entry: unknown) => RemoteValue,
): RemoteValue[] {
  const items: RemoteValue[] = []
  for (let index = 0; index < Math.min(array.length, MOST_ENTRIES); index += 1) {
    items.push(copyProperty(array, String(index), copyInside))
  }
  return items
}

/** An accessor is shown as what it is: calling it would run code of the program's. */
function copyProperty(
  holder: object,
  name: string,
  copyInside: (entry: unknown) => RemoteValue,
): RemoteValue {
  const property = Object.getOwnPropertyDescriptor(holder, name)
  if (property === undefined) return { kind: 'undefined' }
  const accessor = property.get ?? property.set
  return accessor === undefined
    ? copyInside(property.value)
    : { kind: 'function', name: nameOf(accessor) }
}

function copyBytes(className: string, bytes: Uint8Array): RemoteValue {
  return {
    kind: 'bytes',
    className,
    bytes: bytes.slice(0, MOST_OCTETS),
    byteLength: bytes.length,
  }
}

function isError(value: object): value is Error {
  if (value instanceof Error) return true
  // An error of another realm, or a DOMException where that is no Error.
  const tag = Object.prototype.toString.call(value)
  return tag === '[object Error]' || tag === '[object DOMException]'
}

function copyError(error: Error): RemoteValue {
  const read = (name: 'name' | 'message' | 'stack') => {
    const text: unknown = error[name]
    return typeof text === 'string' ? text.slice(0, MOST_CHARACTERS) : ''
  }
  return { kind: 'error', name: read('name'), message: read('message'), stack: read('stack') }
}

/** What a boxed primitive, a date or a regular expression stands for. */
function primitiveOf(value: object): RemoteValue | undefined {
  if (value instanceof Date) {
    const time = Date.prototype.getTime.call(value)
    return copyString(Number.isNaN(time) ? 'Invalid Date' : Date.prototype.toISOString.call(value))
  }
  if (value instanceof RegExp) return copyString(RegExp.prototype.toString.call(value))
  if (value instanceof Number) return copy(Number.prototype.valueOf.call(value), 0, [])
  if (value instanceof String) return copyString(String.prototype.valueOf.call(value))
  if (value instanceof Boolean) return copy(Boolean.prototype.valueOf.call(value), 0, [])
  return undefined
}

function firstOf<T>(entries: Iterable<T>): T[] {
  const first: T[] = []
  for (const entry of entries) {
    if (first.length === MOST_ENTRIES) break
    first.push(entry)
  }
  return first
}

function nameOf(value: object): string {
  const name = Object.getOwnPropertyDescriptor(value, 'name')?.value
  return typeof name === 'string' ? name : ''
}

/** The name of the nearest class on the prototype chain; '' for an object without prototype. */
function classNameOf(value: object): string {
  let prototype: unknown = Object.getPrototypeOf(value)
  while (typeof prototype === 'object' && prototype !== null) {
    const constructor = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
    if (typeof constructor === 'function') return nameOf(constructor)
    prototype = Object.getPrototypeOf(prototype)
  }
  return ''
}
