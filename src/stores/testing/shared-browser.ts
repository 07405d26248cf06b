/**
 * The storage of one browser as several tabs see it: each from a copy of its own, which hears of the
 * writes of the others a moment later. Time is that of fake timers.
 */
import { createMemoryBackend, type StorageBackend } from '../storage.ts'

export interface Tab {
  readonly backend: StorageBackend
  /** Whether it was ended without a word. Its timers do nothing more. */
  readonly isCrashed: boolean
  crash(): void
}

/** @param lag until a tab hears of the writes of another, milliseconds. */
export function createSharedBrowser(lag: number) {
  /** What a tab that is opened now sees. */
  const stored = new Map<string, string>()
  const tabs = new Set<{ apply: (key: string, value: string | null) => void }>()

  /** @param onStorage is called when another tab has written, as the event `storage` is fired. */
  function open(onStorage: () => void): Tab {
    const own = createMemoryBackend()
    for (const [key, value] of stored) own.setItem(key, value)
    let isCrashed = false
    const self = {
      apply(key: string, value: string | null) {
        if (isCrashed) return
        if (value === null) own.removeItem(key)
        else own.setItem(key, value)
        onStorage()
      },
    }
    tabs.add(self)

    function write(key: string, value: string | null): void {
      if (isCrashed) return
      if (value === null) own.removeItem(key)
      else own.setItem(key, value)
      if (value === null) stored.delete(key)
      else stored.set(key, value)
      for (const tab of tabs)
        if (tab !== self) setTimeout(() => tab.apply(key, stored.get(key) ?? null), lag)
    }

    return {
      backend: {
        ...own,
        get length() {
          return own.length
        },
        setItem: (key, value) => write(key, value),
        removeItem: (key) => write(key, null),
      },
      get isCrashed() {
        return isCrashed
      },
      crash() {
        isCrashed = true
        tabs.delete(self)
      },
    }
  }

  return { open, stored }
}
