/** What of a value did not survive its way. */
import { writeName, writeValue } from './write-value.ts'

export interface Change {
  /** Where: `tags[0].at`; empty for the whole value. */
  readonly path: string
  readonly was: string
  /** Null where nothing is left. */
  readonly is: string | null
}

/** `back` is what came of `value`. */
export function changesBetween(value: unknown, back: unknown, path = ''): readonly Change[] {
  if (Object.is(value, back)) return []
  if (Array.isArray(value) && Array.isArray(back)) {
    const items: readonly unknown[] = back
    return value.flatMap((item, index) =>
      changesBetween(item, items[index], `${path}[${String(index)}]`),
    )
  }
  if (isPlain(value) && isPlain(back)) {
    return Object.entries(value).flatMap(([name, item]) => {
      const place = path === '' ? writeName(name) : `${path}.${writeName(name)}`
      if (!Object.hasOwn(back, name)) return [{ path: place, was: writeValue(item), is: null }]
      return changesBetween(item, back[name], place)
    })
  }
  return [{ path, was: writeValue(value), is: writeValue(back) }]
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
