import { useEventListener } from '@vueuse/core'
import { ref } from 'vue'

/** Whether the focus came by Tab: then the way out needs to be shown. Call `notice` on `focusin`. */
export function useTabArrival() {
  const arrivedByTab = ref(false)
  let lastKeyWasTab = false
  useEventListener(
    ['keydown', 'pointerdown'],
    (event: Event) => {
      lastKeyWasTab = event instanceof KeyboardEvent && event.key === 'Tab'
    },
    true,
  )
  return {
    arrivedByTab,
    notice: () => {
      arrivedByTab.value = lastKeyWasTab
    },
  }
}
