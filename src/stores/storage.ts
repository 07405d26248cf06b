import { read, type Shape } from '../core/data/shape.ts'
import { Given } from './given.ts'

/** What can be wrong with the browser's storage. */
export type StorageProblem =
  /** The user or the page's origin forbids it. */
  | { readonly kind: 'forbidden' }
  /** It is full. */
  | { readonly kind: 'full' }
  /** A value cannot be read. It stays where it is. */
  | { readonly kind: 'unreadable'; readonly value: UnreadableValue }

/** A stored value that this version of the app cannot read. */
export interface UnreadableValue {
  /** Where it is, with our namespace. */
  readonly at: string
  readonly text: string
  /** A later version of the app stored it. */
  readonly isNewer: boolean
}

/** The part of the Web Storage API that is used. */
export type StorageBackend = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A key, and how its value is read. */
export interface StorageEntry<T> {
  readonly key: string
  /** The latest version that is known, if values name theirs. */
  readonly version?: number
  /** The value, brought up to date if it is of an older version; null if it is not valid. */
  readonly parse: (json: unknown) => T | null
  /**
   * What two values have together. There are two where an unreadable one, which stays in its place,
   * had another put beside it and can be read later on.
   */
  readonly join: (one: T, other: T) => T
}

export interface AppStorage {
  /** The value, or `null` if it is missing or not valid. */
  read<T>(entry: StorageEntry<T>): T | null
  /**
   * Stores what `change` makes of the value, or keeps it in memory until the page is left if the
   * browser refuses. @returns what is stored now.
   */
  update<T>(entry: StorageEntry<T>, change: (stored: T | null) => T): T
  /** The keys that begin with `prefix`. */
  keys(prefix: string): string[]
  /** What was found and cannot be read, as it is now. */
  unreadable(): readonly UnreadableValue[]
  /** Removes an unreadable value, because the user says so. */
  discard(at: string): void
}

/** The prefix of our keys: the origin may serve other apps too. */
export const NAMESPACE = 'upgrade101/'

/** Places of one key. The second is taken where the first has a value that cannot be read, and so on. */
const MAX_PLACES = 9

/** Version 0.1 moved unreadable values there. */
const MOVED = 'unreadable/'

/** How a value of a shape is read. */
export function parserOf<T>(shape: Shape<T>): StorageEntry<T>['parse'] {
  return (json) => {
    const reading = read(shape, json)
    return reading.ok ? reading.value : null
  }
}

/**
 * `localStorage` with validated values. Problems are reported, not thrown: each kind once, and each
 * unreadable value once. A value that cannot be stored is kept in memory. Nothing is put over a value
 * that cannot be read, and nothing is removed before what it says is stored elsewhere.
 */
export function createStorage(
  open: () => StorageBackend,
  report: (problem: StorageProblem) => void,
): AppStorage {
  /** Values that the browser refused, by key. */
  const memory = new Map<string, unknown>()
  const reported = new Set<string>()
  /** What each place had when it was last read, so that no value is parsed twice. */
  const parsed = new Map<string, { readonly text: string; readonly value: unknown }>()
  const found = new Set<string>()
  const newer = new Set<string>()

  function reportOnce(subject: string, problem: StorageProblem): void {
    if (reported.has(subject)) return
    reported.add(subject)
    report(problem)
  }

  /** Runs `use` on the backend; `null` if even touching it throws. */
  function withBackend<T>(use: (backend: StorageBackend) => T): T | null {
    try {
      return use(open())
    } catch {
      reportOnce('forbidden', { kind: 'forbidden' })
      return null
    }
  }

  const textAt = (place: string) => withBackend((backend) => backend.getItem(NAMESPACE + place))

  /** What is at a place; `undefined` if there is nothing, `null` if it cannot be read. */
  function valueAt<T>(entry: StorageEntry<T>, place: string): T | null | undefined {
    const text = textAt(place)
    if (text === null) return undefined
    const known = parsed.get(place)
    // A place belongs to one key, and a key to one type of value.
    if (known?.text === text) return known.value as T | null
    const json = parseJson(text)
    const value = entry.parse(json)
    parsed.set(place, { text, value })
    if (value === null) {
      found.add(place)
      const at = NAMESPACE + place
      const ofNewer = isNewer(entry, json)
      if (ofNewer) newer.add(place)
      else newer.delete(place)
      reportOnce(at, { kind: 'unreadable', value: { at, text, isNewer: ofNewer } })
    }
    return value
  }

  function read<T>(entry: StorageEntry<T>): T | null {
    // As in `valueAt`.
    const inMemory = memory.get(entry.key) as T | undefined
    const values = [
      ...(inMemory === undefined ? [] : [inMemory]),
      ...[...placesOf(entry.key), MOVED + entry.key].flatMap((place) => {
        const value = valueAt(entry, place)
        return value === undefined || value === null ? [] : [value]
      }),
    ]
    const [first, ...others] = values
    return first === undefined ? null : others.reduce(entry.join, first)
  }

  function write<T>(entry: StorageEntry<T>, value: T): void {
    const { key } = entry
    const text = JSON.stringify(value)
    const places = placesOf(key)
    const place = places.find((one) => valueAt(entry, one) !== null)
    if (place === undefined) reportOnce('full', { kind: 'full' })
    if (place === undefined || !put(place, text)) {
      memory.set(key, value)
      return
    }
    memory.delete(key)
    parsed.set(place, { text, value })
    // They were read, and are in what has just been stored.
    for (const other of [...places, MOVED + key])
      if (other !== place && valueAt(entry, other)) removeAt(other)
  }

  function put(place: string, text: string): boolean {
    try {
      const backend = open()
      backend.setItem(NAMESPACE + place, text)
      return backend.getItem(NAMESPACE + place) === text
    } catch (error) {
      const kind = isQuotaError(error) ? 'full' : 'forbidden'
      reportOnce(kind, { kind })
      return false
    }
  }

  function removeAt(place: string): void {
    parsed.delete(place)
    withBackend((backend) => backend.removeItem(NAMESPACE + place))
  }

  return {
    read,
    update(entry, change) {
      const value = change(read(entry))
      write(entry, value)
      return value
    },
    keys(prefix) {
      const stored = withBackend((backend) =>
        Array.from({ length: backend.length }, (_, index) => backend.key(index))
          .filter((key) => key !== null)
          .filter((key) => key.startsWith(NAMESPACE))
          .map((key) => keyOf(key.slice(NAMESPACE.length))),
      )
      return [...new Set([...(stored ?? []), ...memory.keys()])]
        .filter((key) => key.startsWith(prefix))
        .sort()
    },
    unreadable() {
      return [...found].flatMap((place) => {
        const text = textAt(place)
        const isStill = text !== null && parsed.get(place)?.text === text
        return isStill ? [{ at: NAMESPACE + place, text, isNewer: newer.has(place) }] : []
      })
    },
    discard(at) {
      const place = at.slice(NAMESPACE.length)
      if (found.delete(place)) removeAt(place)
    },
  }
}

/** The places of a key, in the order in which they are taken. */
function placesOf(key: string): readonly string[] {
  return Array.from({ length: MAX_PLACES }, (_, index) =>
    index === 0 ? key : `${key}~${String(index + 1)}`,
  )
}

/** The key of a place. */
function keyOf(place: string): string {
  const key = place.startsWith(MOVED) ? place.slice(MOVED.length) : place
  return key.replace(/~\d$/, '')
}

function isNewer({ version }: Pick<StorageEntry<unknown>, 'version'>, json: unknown): boolean {
  const its: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'version') : 0
  return version !== undefined && typeof its === 'number' && its > version
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // None of our schemas accepts `undefined`.
    return undefined
  }
}

function isQuotaError(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED')
  )
}

/** A storage that forgets when the page is left. */
export function createMemoryBackend(): StorageBackend {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

export const appStorage = new Given<AppStorage>(() => {
  const backend = createMemoryBackend()
  return createStorage(
    () => backend,
    () => {},
  )
})
