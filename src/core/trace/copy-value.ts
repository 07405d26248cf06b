/**
 * Copies values of a program. Over 300 lines, because what each kind of value shows is one walk that
 * shares one budget.
 */
import { isArrayBuffer } from './brand.ts'
import { classNameOf, isError, nameOf, ownValue, parentOf } from './class-name.ts'
import type { RemoteProperty, RemoteValue } from './remote-value.ts'
import { PLAIN_SIGHT, type Getter, type Sight } from './sight.ts'

/** How deep a copy goes: the value itself is at depth 0. */
const GREATEST_DEPTH = 4
/** How deep the accessors of platform objects are read: an event's, and those of its target. */
const READ_DEPTH = 1
/** Entries of one array or object, characters of one string, octets of one buffer. */
const MAX_ENTRIES = 100
const MAX_CHARACTERS = 10_000
const MAX_OCTETS = 10_000
/** Items of an array that is asked for what it has beside them: it has to list them all. */
const MAX_LISTED = 10_000
/** Values of one copy together, and characters and octets of them together. */
const MAX_VALUES = 10_000
const MAX_CONTENT = 1_000_000

type Key = string | symbol
type CopyInside = (entry: unknown) => RemoteValue

/**
 * Copies any value of a program, bounded in depth and size, so that it can be looked at later.
 * A copy has 10 000 values and 1 000 000 characters and octets at most: arrays then have fewer
 * items than their `length`, objects are truncated.
 *
 * Runs no code of the program's: no getter is called, and of a Proxy the `sight` knows what is behind
 * it. One that it does not know and whose traps throw becomes an empty, truncated object. Only `name`,
 * `message` and `stack` of errors are read as they are, because browsers keep these behind accessors of
 * their own. Never throws.
 */
export function copyValue(value: unknown, sight: Sight = PLAIN_SIGHT): RemoteValue {
  return new Copier(sight).copy(value, 0, [])
}

/**
 * Copies the arguments of one call, which together have the bounds of one copy: arguments beyond
 * them are left out.
 */
export function copyValues(values: readonly unknown[], sight: Sight = PLAIN_SIGHT): RemoteValue[] {
  const copier = new Copier(sight)
  return copier.takeAffordable(values, values.length, (value) => copier.copy(value, 0, []))
}

/** A text whose length is told nowhere else tells it itself. */
function shortened(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text
  return `${text.slice(0, MAX_CHARACTERS)} … (cut here, ${text.length} characters)`
}

const keyText = (key: Key) => shortened(String(key))

/** Makes one copy: it knows what may still be copied. */
class Copier {
  readonly #sight: Sight
  #values = MAX_VALUES
  #content = MAX_CONTENT

  constructor(sight: Sight) {
    this.#sight = sight
  }

  copy(value: unknown, depth: number, ancestors: readonly object[]): RemoteValue {
    this.#values -= 1
    switch (typeof value) {
      case 'undefined':
        return { kind: 'undefined' }
      case 'boolean':
        return { kind: 'boolean', value }
      case 'number':
        return { kind: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
      case 'bigint':
        return { kind: 'bigint', text: shortened(String(value)) }
      case 'string':
        return this.#string(value)
      case 'symbol':
        return { kind: 'symbol', text: keyText(value) }
      case 'function':
      case 'object':
        if (value === null) return { kind: 'null' }
        try {
          if (ancestors.includes(value)) return { kind: 'circular', ...nameOfCircular(value) }
          const target = this.#sight.targetOf(value)
          if (target !== undefined) return this.#proxy(target, depth, [...ancestors, value])
          if (typeof value === 'function') return this.#function(value)
          return this.#object(value, depth, [...ancestors, value])
        } catch {
          // A Proxy whose traps throw, or that was revoked.
          return typeof value === 'function'
            ? { kind: 'function', name: '' }
            : { kind: 'object', className: 'Proxy', properties: [], truncated: true }
        }
    }
  }

  /** Copies entries until there are `most` or nothing more may be copied. */
  takeAffordable<T, U>(entries: Iterable<T>, most: number, copyEntry: (entry: T) => U): U[] {
    const taken: U[] = []
    for (const entry of entries) {
      if (taken.length >= most || this.#values <= 0) break
      taken.push(copyEntry(entry))
    }
    return taken
  }

  /** Takes content, as much of it as there is room for. */
  #affordable(content: number): number {
    const taken = Math.max(0, Math.min(content, this.#content))
    this.#content -= taken
    return taken
  }

  #string(text: string): RemoteValue {
    const characters = this.#affordable(Math.min(text.length, MAX_CHARACTERS))
    return { kind: 'string', text: text.slice(0, characters), length: text.length }
  }

  #function(callee: object): RemoteValue {
    const text = this.#sight.sourceOf(callee)
    const name = shortened(nameOf(callee))
    return { kind: 'function', name, ...(text === undefined ? {} : { text: shortened(text) }) }
  }

  #object(value: object, depth: number, inside: readonly object[]): RemoteValue {
    const copyInside: CopyInside = (entry) => this.copy(entry, depth + 1, inside)
    if (isError(value)) return this.#error(value, depth, copyInside)
    const className = shortened(classNameOf(value))
    if (isArrayBuffer(value) || ArrayBuffer.isView(value)) {
      // Of a buffer that was transferred there can be no view.
      if (value.byteLength === 0) return this.#bytes(className, new Uint8Array())
    }
    if (isArrayBuffer(value)) return this.#bytes(className, new Uint8Array(value))
    if (ArrayBuffer.isView(value)) {
      const { buffer, byteOffset, byteLength } = value
      return this.#bytes(className, new Uint8Array(buffer, byteOffset, byteLength))
    }

    const most = depth >= GREATEST_DEPTH ? 0 : MAX_ENTRIES
    if (Array.isArray(value) || className === 'Arguments') {
      const length = lengthOf(value)
      const items = this.takeAffordable(Array(Math.min(length, most)).keys(), most, (index) =>
        this.#item(value, index, copyInside),
      )
      const keys = most === 0 || length > MAX_LISTED ? [] : namesBesideItems(value)
      const others = this.#own(value, keys, most, copyInside)
      const properties = others.length === 0 ? {} : { properties: others }
      return { kind: 'array', className, length, items, ...properties }
    }
    if (value instanceof Set) {
      const items = this.takeAffordable(Set.prototype.values.call(value), most, copyInside)
      return { kind: 'array', className, length: value.size, subtype: 'set', items }
    }
    if (value instanceof Map) {
      const items = this.takeAffordable(Map.prototype.entries.call(value), most, copyInside)
      return { kind: 'array', className, length: value.size, subtype: 'map', items }
    }
    return this.#plain(value, className, depth, copyInside)
  }

  #plain(value: object, className: string, depth: number, copyInside: CopyInside): RemoteValue {
    const node = this.#sight.nodeOf(value)
    if (node !== undefined) {
      const { description, markup } = node
      const properties = depth > 0 ? [] : [{ name: '[[outerHTML]]', value: this.#string(markup) }]
      return {
        kind: 'object',
        className,
        subtype: 'node',
        description,
        properties,
        truncated: depth > 0,
      }
    }
    // Another's window has all there is.
    const isTooLarge = className === 'Window' && depth > 0
    const most = depth >= GREATEST_DEPTH || isTooLarge ? 0 : MAX_ENTRIES
    const look = lookOf(value)
    const shadows = new Set<Key>()
    // The accessors of a regular expression ask it for others, which may be the program's.
    const isRead = depth <= READ_DEPTH && most > 0 && look.subtype !== 'regexp'
    const read = isRead ? this.#read(value, shadows, copyInside) : []
    const keys = (
      value instanceof String ? namesBesideItems(value) : Reflect.ownKeys(value)
    ).filter((key) => !shadows.has(key))
    const own = this.#own(value, keys, most, copyInside, isRead)
    const properties = [...this.#inner(value, className, copyInside), ...own, ...read]
    const truncated = keys.length > own.length && (own.length >= most || this.#values <= 0)
    return { kind: 'object', className, ...look, properties, truncated }
  }

  /** Own properties. A setter alone has no value to show. */
  #own(
    value: object,
    keys: readonly Key[],
    most: number,
    copyInside: CopyInside,
    isRead = false,
  ): RemoteProperty[] {
    const properties: RemoteProperty[] = []
    for (const key of keys) {
      if (properties.length >= most || this.#values <= 0) break
      const property = Object.getOwnPropertyDescriptor(value, key)
      if (property === undefined || isSecondName(key, property)) continue
      if (property.set !== undefined && property.get === undefined) continue
      const name = keyText(key)
      this.#affordable(name.length)
      properties.push({ name, value: this.#valueOf(value, property, isRead, copyInside) })
    }
    return properties
  }

  /** The value of a property, or that it has a getter of the program's. */
  #valueOf(
    value: object,
    property: PropertyDescriptor,
    isRead: boolean,
    copyInside: CopyInside,
  ): RemoteValue {
    // The type says nothing of its `this`.
    const get = property.get as Getter | undefined
    if (get === undefined) return copyInside(property.value)
    const getter = isRead ? this.#sight.getterOf(get) : undefined
    try {
      if (getter !== undefined) return copyInside(Reflect.apply(getter, value, []))
    } catch {
      // It refuses this receiver: a prototype, or what only inherits from one.
    }
    this.#values -= 1
    return { kind: 'accessor' }
  }

  /**
   * The accessors that a platform object inherits, from the nearest interface on.
   * @param shadows gets the keys of hidden properties of its own that stand for inherited ones: the
   * in-page network dresses its events with them.
   */
  #read(value: object, shadows: Set<Key>, copyInside: CopyInside): RemoteProperty[] {
    const properties: RemoteProperty[] = []
    const seen = new Set<Key>()
    for (let holder = parentOf(value); holder !== null; holder = parentOf(holder)) {
      // What all objects inherit says nothing of this one.
      if (parentOf(holder) === null) break
      for (const key of Reflect.ownKeys(holder)) {
        if (properties.length >= MAX_ENTRIES || this.#values <= 0) return properties
        const inherited = Object.getOwnPropertyDescriptor(holder, key)
        if (inherited === undefined || seen.has(key) || key === 'constructor') continue
        const own = Object.getOwnPropertyDescriptor(value, key)
        const isMethod = inherited.get === undefined
        if (!isMethod && this.#sight.getterOf(inherited.get as Getter) === undefined) continue
        seen.add(key)
        if (own?.enumerable === true || (own === undefined && isMethod)) continue
        if (own !== undefined) shadows.add(key)
        if (isMethod) continue
        const read = this.#valueOf(value, own ?? inherited, true, copyInside)
        if (read.kind !== 'accessor') properties.push({ name: keyText(key), value: read })
      }
    }
    return properties
  }

  /** What is in an object that no property has. */
  #inner(value: object, className: string, copyInside: CopyInside): RemoteProperty[] {
    const inner = (name: string, held: unknown) => [
      { name: `[[${name}]]`, value: copyInside(held) },
    ]
    if (value instanceof Number)
      return inner('PrimitiveValue', Number.prototype.valueOf.call(value))
    if (value instanceof String)
      return inner('PrimitiveValue', String.prototype.valueOf.call(value))
    if (value instanceof Boolean)
      return inner('PrimitiveValue', Boolean.prototype.valueOf.call(value))
    if (value instanceof WeakRef) return inner('WeakRefTarget', WeakRef.prototype.deref.call(value))
    try {
      if (className === 'Symbol')
        return inner('PrimitiveValue', Symbol.prototype.valueOf.call(value))
      if (className === 'BigInt')
        return inner('PrimitiveValue', BigInt.prototype.valueOf.call(value))
    } catch {
      // It only has the name.
    }
    return []
  }

  #item(list: object, index: number, copyInside: CopyInside): RemoteValue {
    const property = Object.getOwnPropertyDescriptor(list, index)
    if (property === undefined) return { kind: 'empty' }
    return property.get === undefined ? copyInside(property.value) : { kind: 'accessor' }
  }

  #proxy(target: object | null, depth: number, inside: readonly object[]): RemoteValue {
    const none = { kind: 'object', className: 'Proxy', properties: [], truncated: false } as const
    if (target === null) return none
    const copied = this.copy(target, depth, inside)
    const kind =
      typeof target === 'function' ? 'Function' : 'className' in copied && copied.className
    const className = `Proxy(${kind || 'Object'})`
    if (copied.kind === 'object') return { ...copied, className }
    if (copied.kind === 'array' && copied.subtype !== undefined) return { ...copied, className }
    const most = depth >= GREATEST_DEPTH ? 0 : MAX_ENTRIES
    const keys = Array.isArray(target) ? Object.keys(target) : Reflect.ownKeys(target)
    const properties = this.#own(target, keys, most, (entry) => this.copy(entry, depth + 1, inside))
    return { ...none, className, properties, truncated: properties.length < keys.length }
  }

  #bytes(className: string, bytes: Uint8Array): RemoteValue {
    return {
      kind: 'bytes',
      className,
      bytes: bytes.slice(0, this.#affordable(Math.min(bytes.length, MAX_OCTETS))),
      byteLength: bytes.length,
    }
  }

  #error(error: Error, depth: number, copyInside: CopyInside): RemoteValue {
    const read = (name: 'name' | 'message' | 'stack') => {
      const text: unknown = error[name]
      return typeof text === 'string' ? shortened(text) : ''
    }
    const texts = { name: read('name'), message: read('message'), stack: read('stack') }
    const keys = Reflect.ownKeys(error).filter((key) => !(typeof key === 'string' && key in texts))
    const most = depth >= GREATEST_DEPTH ? 0 : MAX_ENTRIES
    const properties = this.#own(error, keys, most, copyInside)
    const className = shortened(classNameOf(error))
    const isNamed = className === '' || className === texts.name || className === 'DOMException'
    return {
      kind: 'error',
      // A name that an error was given says more than its class.
      ...(isNamed || !texts.stack.startsWith(texts.name) ? {} : { className }),
      ...texts,
      ...(properties.length === 0 ? {} : { properties }),
    }
  }
}

/**
 * Whether it is a name that the sandbox gave a method of the browser: see `scripts/vite/captured`. A
 * program's own property that is as hidden and as fixed is passed over too.
 */
function isSecondName(key: Key, { value, enumerable, configurable }: PropertyDescriptor): boolean {
  return (
    typeof key === 'symbol' &&
    enumerable !== true &&
    configurable !== true &&
    typeof value === 'function'
  )
}

/** Without asking a Proxy's `get`. */
function lengthOf(list: object): number {
  // That of the `arguments` of a function may be anything.
  const length = ownValue(list, 'length')
  return typeof length === 'number' && length > 0 ? Math.floor(length) : 0
}

/** A list of a million items has a million keys, and those beside the items come last. */
function namesBesideItems(list: object): Key[] {
  const keys = Reflect.ownKeys(list)
  const length = keys.lastIndexOf('length')
  return keys.slice(length + 1)
}

/** As DevTools shows it where it is met again. */
function nameOfCircular(value: object): { readonly description?: string } {
  if (typeof value === 'function') return {}
  const name = shortened(classNameOf(value))
  return { description: Array.isArray(value) ? `${name}(${String(lengthOf(value))})` : name }
}

type Look = Pick<Extract<RemoteValue, { kind: 'object' }>, 'subtype' | 'description'>

/** What stands for the whole value. */
function lookOf(value: object): Look {
  if (value instanceof Date) {
    // Its own `toString`: as DevTools, in the zone of the machine.
    return { subtype: 'date', description: Date.prototype.toString.call(value) }
  }
  if (value instanceof RegExp) {
    return { subtype: 'regexp', description: RegExp.prototype.toString.call(value) }
  }
  return value instanceof Promise ? { subtype: 'promise' } : {}
}
