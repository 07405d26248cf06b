/** Whether rows pass by too fast to read. */
import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

/** This many rows at once pass too fast to read. */
const RUSH = 8
/** Milliseconds. */
const CALM_AFTER = 500

/** @param firstRow the number of the first row in viewport. */
export function useFastScroll(firstRow: () => number): Readonly<Ref<boolean>> {
  const isScrollingFast = ref(false)
  /** One jump is no rush. */
  let jumpedAt = -Infinity
  let calm: ReturnType<typeof setTimeout> | undefined
  watch(firstRow, (first, before) => {
    if (Math.abs(first - before) < RUSH) return
    const now = performance.now()
    const isAlone = now - jumpedAt > CALM_AFTER
    jumpedAt = now
    if (isAlone) return
    isScrollingFast.value = true
    clearTimeout(calm)
    calm = setTimeout(() => (isScrollingFast.value = false), CALM_AFTER)
  })
  onBeforeUnmount(() => clearTimeout(calm))
  return isScrollingFast
}
