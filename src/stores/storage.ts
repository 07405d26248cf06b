import { read, type Shape } from '../core/data/shape.ts'
import { Given } from './given.ts'

/** What can be wrong with the browser's storage. */
export type StorageProblem =
  /** The user or the page's origin forbids it. */
  | { readonly kind: 'forbidden' }
  /** It is full. */
  | { readonly kind: 'full' }
  /** The value under `key` is not valid; it was moved to `movedTo`. */
  | { readonly kind: 'corrupt'; readonly key: string; readonly movedTo: string }

/** The part of the Web Storage API that is used. */
export type StorageBackend = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A key and the shape of its value, which also takes older versions. */
export interface StorageEntry<T> {
  readonly key: string
  readonly shape: Shape<T>
}

export interface AppStorage {
  /** The value, or `null` if it is missing or not valid. */
  read<T>(entry: StorageEntry<T>): T | null
  /** Stores the value, or keeps it in memory until the page is left if the browser refuses. */
  write<T>(entry: StorageEntry<T>, value: T): void
  remove(key: string): void
  /** The keys that begin with `prefix`. */
  keys(prefix: string): string[]
}

/** The prefix of our keys: the origin may serve other apps too. */
const NAMESPACE = 'upgrade101/'

/**
 * `localStorage` with validated values. Problems are reported, not thrown: each kind once, and each
 * unreadable key once. A value that cannot be stored is kept in memory; an unreadable one is moved
 * aside, not overwritten.
 */
export function createStorage(
  open: () => StorageBackend,
  report: (problem: StorageProblem) => void,
): AppStorage {
  const memory = new Map<string, string>()
  const reported = new Set<string>()

  function reportOnce(problem: StorageProblem): void {
    const subject = problem.kind === 'corrupt' ? problem.key : problem.kind
    if (reported.has(subject)) return
    reported.add(subject)
    report(problem)
  }

  /** Runs `use` on the backend; `null` if even touching it throws. */
  function withBackend<T>(use: (backend: StorageBackend) => T): T | null {
    try {
      return use(open())
    } catch {
      reportOnce({ kind: 'forbidden' })
      return null
    }
  }

  function readText(key: string): string | null {
    return memory.get(key) ?? withBackend((backend) => backend.getItem(NAMESPACE + key))
  }

  function writeText(key: string, text: string): void {
    try {
      open().setItem(NAMESPACE + key, text)
      memory.delete(key)
    } catch (error) {
      memory.set(key, text)
      reportOnce({ kind: isQuotaError(error) ? 'full' : 'forbidden' })
    }
  }

  function moveAside(key: string, text: string): void {
    const movedTo = `unreadable/${key}`
    writeText(movedTo, text)
    remove(key)
    reportOnce({ kind: 'corrupt', key: NAMESPACE + key, movedTo: NAMESPACE + movedTo })
  }

  function remove(key: string): void {
    memory.delete(key)
    withBackend((backend) => backend.removeItem(NAMESPACE + key))
  }

  return {
    read(entry) {
      const text = readText(entry.key)
      if (text === null) return null
      const reading = read(entry.shape, parseJson(text))
      if (reading.ok) return reading.value
      moveAside(entry.key, text)
      return null
    },
    write(entry, value) {
      writeText(entry.key, JSON.stringify(value))
    },
    remove,
    keys(prefix) {
      const stored = withBackend((backend) =>
        Array.from({ length: backend.length }, (_, index) => backend.key(index))
          .filter((key) => key !== null)
          .filter((key) => key.startsWith(NAMESPACE))
          .map((key) => key.slice(NAMESPACE.length)),
      )
      return [...new Set([...(stored ?? []), ...memory.keys()])]
        .filter((key) => key.startsWith(prefix))
        .sort()
    },
  }
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
