const constants = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 }

/** How many arguments the methods require (Web IDL §3.7.7). */
const lengths: Readonly<Record<string, number>> = { send: 1, close: 0 }

/** Gives a class what Web IDL §3.7 gives an interface and a class declaration cannot. */
export function shapeAsInterface(constructor: new (...args: never[]) => object): void {
  const prototype: object = constructor.prototype as object
  Object.defineProperty(constructor, 'name', { value: 'WebSocket', configurable: true })
  Object.defineProperty(constructor, 'length', { value: 1, configurable: true })
  for (const [name, value] of Object.entries(constants)) {
    const constant = { value, enumerable: true }
    Object.defineProperty(constructor, name, constant)
    Object.defineProperty(prototype, name, constant)
  }
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === 'constructor' || name in constants) continue
    Object.defineProperty(prototype, name, { ...member, enumerable: true })
    const length = lengths[name]
    if (length !== undefined && typeof member.value === 'function') {
      Object.defineProperty(member.value, 'length', { value: length, configurable: true })
    }
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: 'WebSocket', configurable: true })
}
