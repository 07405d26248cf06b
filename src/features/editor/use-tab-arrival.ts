import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'

export interface TabArrival {
  /** The focus came by Tab, and no other key has been pressed since. */
  readonly arrivedByTab: Ref<boolean>
  /** Call when the focus comes. */
  notice(): void
}

/** Whether the focus came by keyboard: then the way out needs to be shown. */
export function useTabArrival(): TabArrival {
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
