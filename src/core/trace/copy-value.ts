import type { RemoteValue } from './remote-value.ts'

/** How deep a copy goes: the value itself is at depth 0. */
const GREATEST_DEPTH = 4
/** Entries of one array or object, characters of one string, octets of one buffer. */
const MAX_ENTRIES = 100
const MAX_CHARACTERS = 10_000
const MAX_OCTETS = 10_000
/** Values of one copy together, and characters and octets of them together. */
const MAX_VALUES = 10_000
const MAX_CONTENT = 1_000_000

interface Budget {
  values: number
  content: number
}

const fullBudget = (): Budget => ({ values: MAX_VALUES, content: MAX_CONTENT })

/**
 * Copies any value of a program, bounded in depth and size, so that it can be looked at later.
 * A copy has 10 000 values and 1 000 000 characters and octets at most: arrays then have fewer
 * items than their `length`, objects are truncated.
 *
 * Runs no code of the program's: no getter is called, and a Proxy whose traps throw becomes an
 * empty, truncated object. Only `name`, `message` and `stack` of errors are read as they are,
 * because browsers keep these behind accessors of their own. Never throws.
 */
export function copyValue(value: unknown): RemoteValue {
  return copy(value, 0, [], fullBudget())
}

/**
 * Copies the arguments of one call, which together have the bounds of one copy: arguments beyond
 * them are left out.
 */
export function copyValues(values: readonly unknown[]): RemoteValue[] {
  const budget = fullBudget()
  return takeWhileAffordable(values, values.length, budget, (value) => copy(value, 0, [], budget))
}

function copy(
  value: unknown,
  depth: number,
  ancestors: readonly object[],
  budget: Budget,
): RemoteValue {
  budget.values -= 1
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
      return copyString(value, budget)
    case 'symbol':
      return { kind: 'symbol', text: String(value) }
    case 'function':
      return { kind: 'function', name: nameOf(value) }
    case 'object':
      if (value === null) return { kind: 'null' }
      if (ancestors.includes(value)) return { kind: 'circular' }
      try {
        return copyObject(value, depth, ancestors, budget)
      } catch {
        // A Proxy whose traps throw, or that was revoked.
        return { kind: 'object', className: 'Proxy', properties: [], truncated: true }
      }
  }
}

function copyString(text: string, budget: Budget): RemoteValue {
  const characters = affordable(Math.min(text.length, MAX_CHARACTERS), budget)
  return { kind: 'string', text: text.slice(0, characters), length: text.length }
}

/** Takes content from the budget, as much of it as there is room for. */
function affordable(content: number, budget: Budget): number {
  const taken = Math.max(0, Math.min(content, budget.content))
  budget.content -= taken
  return taken
}

/** Copies entries until there are `most` or the budget is spent. */
function takeWhileAffordable<T, U>(
  entries: Iterable<T>,
  most: number,
  budget: Budget,
  copyEntry: (entry: T) => U,
): U[] {
  const taken: U[] = []
  for (const entry of entries) {
    if (taken.length >= most || budget.values <= 0) break
    taken.push(copyEntry(entry))
  }
  return taken
}

function copyObject(
  value: object,
  depth: number,
  ancestors: readonly object[],
  budget: Budget,
): RemoteValue {
  if (isError(value)) return copyError(value)
  const className = classNameOf(value)
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    // Of a buffer that was transferred there can be no view.
    if (value.byteLength === 0) return copyBytes(className, new Uint8Array(), budget)
  }
  if (value instanceof ArrayBuffer) return copyBytes(className, new Uint8Array(value), budget)
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value
    return copyBytes(className, new Uint8Array(buffer, byteOffset, byteLength), budget)
  }

  const inside = [...ancestors, value]
  const copyInside = (entry: unknown) => copy(entry, depth + 1, inside, budget)
  const most = depth >= GREATEST_DEPTH ? 0 : MAX_ENTRIES
  const array = <T>(length: number, entries: Iterable<T>, copyEntry: (entry: T) => RemoteValue) => {
    const items = takeWhileAffordable(entries, most, budget, copyEntry)
    return { kind: 'array', className, length, items } as const
  }

  if (Array.isArray(value)) {
    const length = lengthOf(value)
    const indices = Array(Math.min(length, most)).keys()
    return array(length, indices, (index) => copyProperty(value, String(index), copyInside))
  }
  if (value instanceof Set) return array(value.size, Set.prototype.values.call(value), copyInside)
  if (value instanceof Map) return array(value.size, Map.prototype.entries.call(value), copyInside)

  const primitive = primitiveOf(value, budget)
  const keys = Object.keys(value)
  const copied = takeWhileAffordable(keys, most, budget, (name) => {
    affordable(name.length, budget)
    return { name, value: copyProperty(value, name, copyInside) }
  })
  const properties =
    primitive === undefined ? copied : [{ name: '[[PrimitiveValue]]', value: primitive }, ...copied]
  return { kind: 'object', className, properties, truncated: copied.length < keys.length }
}

/** Without asking a Proxy's `get`. */
function lengthOf(list: readonly unknown[]): number {
  // An array has a length that is a number.
  return Object.getOwnPropertyDescriptor(list, 'length')?.value as number
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

function copyBytes(className: string, bytes: Uint8Array, budget: Budget): RemoteValue {
  return {
    kind: 'bytes',
    className,
    bytes: bytes.slice(0, affordable(Math.min(bytes.length, MAX_OCTETS), budget)),
    byteLength: bytes.length,
  }
}

function isError(value: object): value is Error {
  if (value instanceof Error) return true
  // An error of another realm, or a DOMException where that is no Error: known by what it inherits.
  // Asking for its tag might run code of the program's.
  for (let holder = parentOf(value); holder !== null; holder = parentOf(holder)) {
    const tag: unknown = Object.getOwnPropertyDescriptor(holder, Symbol.toStringTag)?.value
    if (tag === 'DOMException' || ownClassName(holder) === 'Error') return true
  }
  return false
}

function parentOf(value: object): object | null {
  // A prototype is an object or null.
  return Object.getPrototypeOf(value) as object | null
}

/** The name of the class whose prototype this is; undefined where it is none. */
function ownClassName(prototype: object): string | undefined {
  const constructor: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
  return typeof constructor === 'function' ? nameOf(constructor) : undefined
}

function copyError(error: Error): RemoteValue {
  const read = (name: 'name' | 'message' | 'stack') => {
    const text: unknown = error[name]
    return typeof text === 'string' ? text.slice(0, MAX_CHARACTERS) : ''
  }
  return { kind: 'error', name: read('name'), message: read('message'), stack: read('stack') }
}

/** The value in a boxed primitive, a date or a regular expression. */
function primitiveOf(value: object, budget: Budget): RemoteValue | undefined {
  const copied = (primitive: unknown) => copy(primitive, 0, [], budget)
  if (value instanceof Date) {
    const time = Date.prototype.getTime.call(value)
    return copied(Number.isNaN(time) ? 'Invalid Date' : Date.prototype.toISOString.call(value))
  }
  if (value instanceof RegExp) return copied(RegExp.prototype.toString.call(value))
  if (value instanceof Number) return copied(Number.prototype.valueOf.call(value))
  if (value instanceof String) return copied(String.prototype.valueOf.call(value))
  if (value instanceof Boolean) return copied(Boolean.prototype.valueOf.call(value))
  return undefined
}

function nameOf(value: object): string {
  const name = Object.getOwnPropertyDescriptor(value, 'name')?.value
  return typeof name === 'string' ? name : ''
}

/** The name of the nearest class on the prototype chain; '' for an object without prototype. */
function classNameOf(value: object): string {
  for (let holder = parentOf(value); holder !== null; holder = parentOf(holder)) {
    const name = ownClassName(holder)
    if (name !== undefined) return name
  }
  return ''
}
