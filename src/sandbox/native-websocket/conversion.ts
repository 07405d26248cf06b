/**
 * Lets the browser convert a program's arguments and learns the result. An argument may be an
 * object that notices its conversion, so only the browser converts it: once, in the browser's
 * order, with the browser's exceptions.
 */

/** Runs code of the program during a call to the browser. */
export type RunProgram = <T>(code: () => T) => T

/** Takes an object's place when the browser asks for its primitive value. */
export interface Converted {
  /** For the browser. */
  readonly passed: unknown
  /** The result; undefined until the browser asked, or if the conversion threw. */
  readonly value: unknown
}

/**
 * Passes any value on to be converted to a string or number. `instead` may replace the string.
 */
export function convertible(
  value: unknown,
  program: RunProgram,
  instead: (value: unknown) => unknown = (own) => own,
): Converted {
  if (!isObject(value)) {
    const passed = instead(value)
    return { passed, value: passed }
  }
  let converted: unknown
  /** Wraps a method that the browser may call for a primitive value. */
  const method = (name: PropertyKey): unknown => {
    const own: unknown = program(() => Reflect.get(value, name))
    if (!isCallable(own)) return own
    return (...values: unknown[]): unknown => {
      const result: unknown = program(() => Reflect.apply(own, value, values))
      if (isObject(result)) return result
      converted = instead(result)
      return converted
    }
  }
  const passed = {
    __proto__: null,
    get [Symbol.toPrimitive]() {
      return method(Symbol.toPrimitive)
    },
    get toString() {
      return method('toString')
    },
    get valueOf() {
      return method('valueOf')
    },
  }
  return {
    passed,
    get value() {
      return converted
    },
  }
}

/** A primitive value as a string; undefined if the conversion throws. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'symbol' || isObject(value) ? undefined : String(value)
}

/** A primitive value as a close code: `[Clamp] unsigned short` in Web IDL. */
export function codeOf(value: unknown): number {
  const within = Math.min(Math.max(Number(value), 0), 65_535)
  const floor = Math.floor(within)
  if (within - floor !== 0.5) return Math.round(within)
  return floor % 2 === 0 ? floor : floor + 1
}

export interface Protocols {
  /** For the browser. */
  readonly passed: unknown
  /** Complete after the browser has read the iterable. */
  readonly list: () => readonly string[]
}

/** `(DOMString or sequence<DOMString>)` in Web IDL: any iterable, which only the browser reads. */
export function convertibleProtocols(value: unknown, program: RunProgram): Protocols {
  if (value === undefined) return { passed: value, list: () => [] }
  if (!isObject(value)) return { passed: value, list: () => texts([value]) }
  const read: Converted[] = []

  const advancing = (iterator: object, next: unknown): unknown => {
    if (!isCallable(next)) return next
    return () => {
      const result: unknown = program(() => Reflect.apply(next, iterator, []))
      if (!isObject(result)) return result
      return {
        get done(): unknown {
          return program(() => Reflect.get(result, 'done'))
        },
        get value(): unknown {
          const item = convertible(
            program(() => Reflect.get(result, 'value')),
            program,
          )
          read.push(item)
          return item.passed
        },
      }
    }
  }
  const iterate = (method: (...values: unknown[]) => unknown) => () => {
    const iterator: unknown = program(() => Reflect.apply(method, value, []))
    if (!isObject(iterator)) return iterator
    return {
      get next(): unknown {
        return advancing(
          iterator,
          program(() => Reflect.get(iterator, 'next')),
        )
      },
    }
  }
  const whole = convertible(value, program)
  const passed = {
    __proto__: isObject(whole.passed) ? whole.passed : null,
    get [Symbol.iterator](): unknown {
      const method: unknown = program(() => Reflect.get(value, Symbol.iterator))
      return isCallable(method) ? iterate(method) : method
    },
  }
  return {
    passed,
    list: () => texts(read.length > 0 ? read.map((item) => item.value) : [whole.value]),
  }
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.flatMap((value) => (value === undefined ? [] : (textOf(value) ?? [])))
}

export interface ListenerOptions {
  /** For the browser. */
  readonly passed: unknown
  /** The options that the browser read. */
  readonly read: () => unknown
}

/** Options of `addEventListener` and `removeEventListener` (DOM §2.7), which only the browser reads. */
export function convertibleOptions(value: unknown, program: RunProgram): ListenerOptions {
  if (!isObject(value)) return { passed: value, read: () => value }
  const read: Record<string, unknown> = Object.create(null)
  const option = (name: string): unknown => {
    read[name] = program(() => Reflect.get(value, name))
    return read[name]
  }
  const passed = {}
  for (const name of ['capture', 'once', 'passive', 'signal']) {
    Object.defineProperty(passed, name, { get: () => option(name) })
  }
  return { passed, read: () => read }
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

function isCallable(value: unknown): value is (...values: unknown[]) => unknown {
  return typeof value === 'function'
}
