import { format, formatWithOptions, inspect } from './inspect.ts'

/** The little of `node:util` that `ws` and server programs ask for. */
export const util = {
  types: {
    isUint8Array: (value: unknown) => value instanceof Uint8Array,
    isDate: (value: unknown) => value instanceof Date,
  },
  promisify(callee: (...args: unknown[]) => void) {
    const custom: unknown = Reflect.get(callee, Symbol.for('nodejs.util.promisify.custom'))
    if (typeof custom === 'function') return custom
    return (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        callee(...args, (error: unknown, value: unknown) => {
          if (error) reject(error instanceof Error ? error : new Error(String(error)))
          else resolve(value)
        })
      })
  },
  inspect,
  format,
  formatWithOptions,
  TextEncoder,
  TextDecoder,
}
