/**
 * What kind of object a value is, whatever realm it comes from: `instanceof` knows this realm's
 * only. The getters of an interface know, and refuse everything else.
 */

/** Whether the getter of an interface accepts a value as its own. */
export function brandOf(prototype: object, property: string): (value: unknown) => boolean {
  // Taken now: a program may put another in its place.
  const getter = Object.getOwnPropertyDescriptor(prototype, property)?.get
  return (value) => {
    if (getter === undefined || typeof value !== 'object' || value === null) return false
    try {
      Reflect.apply(getter, value, [])
      return true
    } catch {
      return false
    }
  }
}

const isBuffer = brandOf(ArrayBuffer.prototype, 'byteLength')

export const isArrayBuffer = (value: unknown): value is ArrayBuffer => isBuffer(value)
