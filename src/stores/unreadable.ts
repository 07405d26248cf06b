import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { appStorage, NAMESPACE, type UnreadableValue } from './storage.ts'

/** What the browser keeps and this version of the app cannot read: it is shown, and never lost. */
export const useUnreadableStore = defineStore('unreadable', () => {
  const storage = appStorage.take()

  const values = shallowRef<readonly UnreadableValue[]>([])
  const isShown = ref(false)

  function show(): void {
    values.value = storage.unreadable()
    isShown.value = true
  }

  function discard({ at }: UnreadableValue): void {
    storage.discard(at)
    values.value = storage.unreadable()
  }

  return { values, isShown, show, discard }
})

/** The name of a value without what all names have in common. */
export function nameOf({ at }: Pick<UnreadableValue, 'at'>): string {
  return at.slice(NAMESPACE.length)
}
