/** The classes of values, by what they inherit. Nothing here calls a getter. */

export function parentOf(value: object): object | null {
  // A prototype is an object or null.
  return Object.getPrototypeOf(value) as object | null
}

/** The value of an own property that has no getter. */
export function ownValue(value: object, key: string | symbol): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

export function nameOf(value: object): string {
  const name = ownValue(value, 'name')
  return typeof name === 'string' ? name : ''
}

/** The name of the class whose prototype this is; undefined where it is none. */
function ownClassName(prototype: object): string | undefined {
  const constructor = ownValue(prototype, 'constructor')
  return typeof constructor === 'function' ? nameOf(constructor) : undefined
}

/**
 * The name of the nearest class on the prototype chain, or the tag of an object without a class to
 * name; '' for an object without prototype.
 */
export function classNameOf(value: object): string {
  let tag: string | undefined
  let name: string | undefined
  for (let holder: object | null = value; holder !== null; holder = parentOf(holder)) {
    const own = ownValue(holder, Symbol.toStringTag)
    if (typeof own === 'string') {
      if (holder === value) return own
      tag ??= own
    }
    if (holder !== value) name ??= ownClassName(holder)
  }
  if (name !== undefined && name !== 'Object' && name !== 'Iterator') return name
  if (isArguments(value)) return 'Arguments'
  // V8 names these as its classes.
  return (tag ?? name ?? '').replace(/^(Map|Set|String) (?=Iterator$)/u, '$1')
}

/** The `arguments` of a function: nothing else has these two, hidden. */
function isArguments(value: object): boolean {
  const isHidden = (name: string) =>
    Object.getOwnPropertyDescriptor(value, name)?.enumerable === false
  return isHidden('callee') && isHidden('length')
}

export function isError(value: object): value is Error {
  if (value instanceof Error) return true
  // An error of another realm, or a DOMException where that is no Error: known by what it inherits.
  // Asking for its tag might run code of the program's.
  for (let holder = parentOf(value); holder !== null; holder = parentOf(holder)) {
    const tag = ownValue(holder, Symbol.toStringTag)
    if (tag === 'DOMException' || ownClassName(holder) === 'Error') return true
  }
  return false
}
