import { defineStore } from 'pinia'
import { ref } from 'vue'

export type Pane = 'lesson' | 'code' | 'wire'

/** Which pane covers the others in a narrow window. */
export const useShownPaneStore = defineStore('shownPane', () => {
  const chosen = ref<Pane>('lesson')

  /** The reader chooses a pane. */
  function choose(pane: Pane): void {
    chosen.value = pane
  }

  /** A link of the lesson leads into another pane; Back returns to the link. */
  function visit(pane: Pane): void {
    chosen.value = pane
  }

  return { chosen, choose, visit }
})
