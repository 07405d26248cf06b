import type { UntoldGetters } from '../client/client-world.ts'

type Constructor = new (...args: never[]) => object

export interface InterfaceShape {
  readonly name: string
  readonly constants: Readonly<Record<string, number>>
  /** The members of the prototype, constants included, in the order in which browsers list them. */
  readonly members: readonly string[]
  /** How many arguments methods require (Web IDL §3.7.7), where they require any. */
  readonly lengths: Readonly<Record<string, number>>
  /** Whether a value is of the class, for members that are borrowed. */
  readonly isInstance: (value: object) => boolean
  /** Gets what gives the value of an accessor unnoticed. */
  readonly untold: UntoldGetters
  /** A program read a property and gets this value. Called on instances. */
  readonly told?: (instance: object, name: string, value: unknown) => void
}

/**
 * Gives a class what Web IDL §3.7 gives an interface and a class declaration cannot: constants,
 * members that can be enumerated and refuse a foreign `this`, a constructor that says how to be
 * called and takes one argument at least. Returns the constructor to use.
 */
export function shapeAsInterface(
  implementation: Constructor,
  { name: interfaceName, constants, members, lengths, isInstance, untold, told }: InterfaceShape,
): Constructor {
  const prototype: object = implementation.prototype as object
  Object.defineProperty(implementation, 'name', {
    value: interfaceName,
    configurable: true,
  })
  Object.defineProperty(implementation, 'length', { value: 1, configurable: true })
  for (const [name, value] of Object.entries(constants)) {
    const constant = { value, enumerable: true }
    Object.defineProperty(implementation, name, constant)
    Object.defineProperty(prototype, name, { ...constant, configurable: true })
  }
  for (const name of members) {
    const member = Object.getOwnPropertyDescriptor(prototype, name)
    if (member === undefined) throw new Error(`${interfaceName} has no ${name}`)
    // Defined anew, it comes after those before.
    Reflect.deleteProperty(prototype, name)
    const guarded = { ...member, enumerable: true, configurable: !(name in constants) }
    if (member.get !== undefined) {
      const plain = refuseForeign(member.get, 0, isInstance)
      guarded.get =
        told === undefined ? plain : refuseForeign(telling(member.get, name, told), 0, isInstance)
      untold.set(guarded.get, plain)
    }
    if (member.set !== undefined) guarded.set = refuseForeign(member.set, 1, isInstance)
    if (typeof member.value === 'function') {
      // A method of the class above.
      const method = member.value as (...args: unknown[]) => unknown
      guarded.value = refuseForeign(method, lengths[name] ?? 0, isInstance)
    }
    Object.defineProperty(prototype, name, guarded)
  }
  Object.defineProperty(prototype, Symbol.toStringTag, {
    value: interfaceName,
    configurable: true,
  })

  const toString = () => `function ${interfaceName}() { [native code] }`
  const constructor: Constructor = new Proxy(implementation, {
    apply() {
      throw new TypeError(
        `Failed to construct '${interfaceName}': Please use the 'new' operator, this DOM object constructor cannot be called as a function.`,
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

/** The same getter, which tells that it was asked. */
function telling(
  get: (this: object) => unknown,
  name: string,
  told: Required<InterfaceShape>['told'],
): (this: object) => unknown {
  const getter = function (this: object): unknown {
    const value = Reflect.apply(get, this, [])
    told(this, name, value)
    return value
  }
  return Object.defineProperty(getter, 'name', { value: get.name, configurable: true })
}

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
