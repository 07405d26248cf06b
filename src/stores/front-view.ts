import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Which view of the run is in front. */
export const useFrontViewStore = defineStore('frontView', () => {
  /** Its id; `null` for the first of all. */
  const chosen = ref<string | null>(null)

  /** Brings a view to the front; the focus goes to its tab. */
  function show(id: string): void {
    chosen.value = id
  }

  return { chosen, show }
})
