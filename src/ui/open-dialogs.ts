import { onUnmounted, ref, watch, type Ref } from 'vue'

/** How many dialogs are open. Only a browser opens one. */
export const openDialogs = ref(0)

/** Counts a dialog while it is open. */
export function countDialog(open: Readonly<Ref<boolean>>): void {
  watch(
    open,
    (isOpen, wasOpen = false) => {
      if (isOpen !== wasOpen) openDialogs.value += isOpen ? 1 : -1
    },
    { immediate: true },
  )
  onUnmounted(() => {
    if (open.value) openDialogs.value -= 1
  })
}
