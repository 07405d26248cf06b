import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Which view of the run is in front. */
export const useFrontViewStore = defineStore('frontView', () => {
  /** Its id; `null` for the first of all. When it changes, the focus goes to its tab. */
  const chosen = ref<string | null>(null)
  return { chosen }
})
