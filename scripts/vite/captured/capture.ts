/**
 * Runs first in a realm: gives each method a second name, a symbol of ours, under which it stays
 * whatever a program puts in its place. Its text goes into the sandbox's scripts, so it uses nothing
 * from outside itself.
 *
 * A second name, because looking up a property costs what it always costs. Uncurried calls cost half
 * as much again in Chromium, and up to five times as much in Firefox.
 */

interface Captured {
  /** The second name of each method. */
  readonly methods: Readonly<Record<string, symbol>>
  /** The second name of `Function.prototype[Symbol.hasInstance]`. */
  readonly instance: symbol
  readonly globals: Readonly<Record<string, unknown>>
  /** Gives what a class has in place of an inherited method the same second name. */
  readonly override: <Method>(holder: object, key: symbol, method: Method) => Method
}

export function capture(names: readonly string[], globals: readonly string[]): Captured {
  const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect
  const { has } = WeakSet.prototype
  const realm = globalThis as unknown as Readonly<Record<string, unknown>>
  const isThing = (value: unknown): value is object =>
    (typeof value === 'object' && value !== null) || typeof value === 'function'

  const holders = new Set<object>()
  const classes = new WeakSet()
  const others = ['Date', 'SharedArrayBuffer', 'Document', 'DocumentFragment', 'CharacterData']
  // A worker has no document: what is missing is passed over.
  for (const name of [...globals, ...others]) {
    const value = realm[name]
    if (!isThing(value)) continue
    holders.add(value)
    if (typeof value !== 'function') continue
    classes.add(value)
    const prototype: unknown = value.prototype
    // What all objects inherit they may override: below.
    if (isThing(prototype) && value !== Object) holders.add(prototype)
  }
  const inherited = [Uint8Array, Uint8Array.prototype, function* () {}.prototype as object]
  const iterators = [[], new Map(), new Set(), ''].map((of) => of[Symbol.iterator]())
  for (const heir of [...inherited, ...iterators, ''.matchAll(/./gu)]) {
    const holder = getPrototypeOf(heir)
    if (holder !== null) holders.add(holder)
  }
  const converting = new Set<unknown>(
    [Number, BigInt, Boolean, Symbol, String, Function].map(({ prototype }) => prototype),
  )

  // A program can see that a class of the browser has a property more, and these are looked at: the
  // second names of their methods are found further up, in what all objects inherit.
  const target: object | null = typeof EventTarget === 'function' ? EventTarget.prototype : null
  if (target !== null) holders.delete(target)
  const isTarget = (value: unknown): boolean => {
    for (let one = value; isThing(one); one = getPrototypeOf(one)) if (one === target) return true
    return false
  }

  const methods: Record<string, symbol> = {}
  const keep = (holder: object, key: symbol, value: unknown) => {
    const fixed = { writable: false, enumerable: false, configurable: false }
    defineProperty(holder, key, { value, ...fixed })
  }
  const override = <Method>(holder: object, key: symbol, method: Method): Method => {
    keep(holder, key, method)
    return method
  }
  for (const name of names) {
    const key = Symbol(name)
    methods[name] = key
    for (const holder of holders) {
      if (name === 'toString' && !converting.has(holder)) continue
      const method: unknown = getOwnPropertyDescriptor(holder, name)?.value
      if (typeof method === 'function') keep(holder, key, method)
    }
    // All other objects are ours, or the program's own: their method of that name.
    const theirs = function (this: Readonly<Record<string, unknown>>, ...values: unknown[]) {
      const method = this[name]
      if (typeof method !== 'function') throw new TypeError(`${name} is not a function`)
      return apply(method, this, values) as unknown
    }
    const ofTargets: unknown = target && getOwnPropertyDescriptor(target, name)?.value
    const ofTargetsOrTheirs =
      typeof ofTargets !== 'function'
        ? theirs
        : function (this: Readonly<Record<string, unknown>>, ...values: unknown[]) {
            return isTarget(this) ? apply(ofTargets, this, values) : apply(theirs, this, values)
          }
    const { [name as keyof object]: ofAll } = Object.prototype
    keep(Object.prototype, key, name === 'toString' ? theirs : (ofAll ?? ofTargetsOrTheirs))
  }

  // `instanceof`, without asking a class of the language or the browser how it decides.
  const instance = Symbol('instanceof')
  const ordinary = Function.prototype[Symbol.hasInstance]
  keep(Function.prototype, instance, function (this: new () => object, value: unknown): boolean {
    const decides = apply(has, classes, [this]) as boolean
    return decides ? (apply(ordinary, this, [value]) as boolean) : value instanceof this
  })

  const taken: Record<string, unknown> = {}
  for (const name of globals) taken[name] = realm[name]
  return { methods, instance, globals: taken, override }
}
