import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { number, object, oneOf, string, type Infer } from '../core/data/shape.ts'
import { appStorage, parserOf, type StorageEntry } from './storage.ts'

const placeShape = object({
  version: oneOf([1]),
  /** A lesson or a case of find the fault. */
  slug: string,
  /** When it was open, Unix milliseconds. */
  at: number(0),
})
type Place = Infer<typeof placeShape>

const placeEntry: StorageEntry<Place> = {
  key: 'place',
  version: 1,
  parse: parserOf(placeShape),
  join: (one, other) => (one.at < other.at ? other : one),
}

/** Where in the course the reader was last. `inline/show-reader.ts` reads it as well. */
export const usePlaceStore = defineStore('place', () => {
  const storage = appStorage.take()
  /** Null before the first visit of a lesson. */
  const place = shallowRef<Place | null>(null)

  /** Takes what is stored, by this tab or another. */
  function refresh(): void {
    place.value = storage.read(placeEntry)
  }

  function enter(slug: string): void {
    place.value = storage.update(placeEntry, () => ({ version: 1, slug, at: Date.now() }))
  }

  return { place, refresh, enter }
})
