const constants = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 }

/** How many arguments the methods require (Web IDL §3.7.7). */
const lengths: Readonly<Record<string, number>> = {
  addEventListener: 2,
  close: 0,
  removeEventListener: 2,
  send: 1,
}

type Constructor = new (...args: never[]) => object

/**
 * Gives a class what Web IDL §3.7 gives an interface and a class declaration cannot: constants,
 * members that can be enumerated and refuse a foreign `this`, a constructor that says how to be
 * called. Returns the constructor to use.
 */
export function shapeAsInterface(
  implementation: Constructor,
  isInstance: (value: object) => boolean,
): Constructor {
  const prototype: object = implementation.prototype as object
  Object.defineProperty(implementation, 'name', { value: 'WebSocket', configurable: true })
  Object.defineProperty(implementation, 'length', { value: 1, configurable: true })
  for (const [name, value] of Object.entries(constants)) {
    const constant = { value, enumerable: true }
    Object.defineProperty(implementation, name, constant)
    Object.defineProperty(prototype, name, constant)
  }
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === 'constructor' || name in constants) continue
    const guarded = { ...member, enumerable: true }
    if (member.get !== undefined) guarded.get = refuseForeign(member.get, 0, isInstance)
    if (member.set !== undefined) guarded.set = refuseForeign(member.set, 1, isInstance)
    if (typeof member.value === 'function') {
      // A method of the class above.
      const method = member.value as (...args: unknown[]) => unknown
      guarded.value = refuseForeign(method, lengths[name] ?? 0, isInstance)
    }
    Object.defineProperty(prototype, name, guarded)
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: 'WebSocket', configurable: true })

  const constructor: Constructor = new Proxy(implementation, {
    apply() {
      throw new TypeError(
        "Failed to construct 'WebSocket': Please use the 'new' operator, this DOM object constructor cannot be called as a function.",
      )
    },
    // Without it, `String(WebSocket)` has no name: that is how a Proxy is printed.
    get: (target, key, receiver: unknown) =>
      key === 'toString' && receiver === constructor
        ? toString
        : (Reflect.get(target, key, receiver) as unknown),
  })
  Object.defineProperty(prototype, 'constructor', {
    value: constructor,
    writable: true,
    configurable: true,
  })
  return constructor
}

const toString = () => 'function WebSocket() { [native code] }'

/** The same function, which throws like a browser's where `this` is something else. */
function refuseForeign(
  member: (...args: never[]) => unknown,
  length: number,
  isInstance: (value: object) => boolean,
) {
  const guarded = {
    [member.name](this: unknown, ...args: unknown[]): unknown {
      if (typeof this !== 'object' || this === null || !isInstance(this)) {
        throw new TypeError('Illegal invocation')
      }
      return Reflect.apply(member, this, args)
    },
  }[member.name]
  if (guarded === undefined) throw new Error(`No function ${member.name}`)
  Object.defineProperty(guarded, 'name', { value: member.name, configurable: true })
  Object.defineProperty(guarded, 'length', { value: length, configurable: true })
  return guarded
}
