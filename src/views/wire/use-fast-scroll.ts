/** Whether rows pass too fast to be read. */
import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

/** Rows that must pass in one step to count as fast. */
const RUSH = 8
/** Milliseconds. */
const CALM_AFTER = 500

/** @param firstRow the number of the first row in the viewport. */
export function useFastScroll(firstRow: () => number): Readonly<Ref<boolean>> {
  const isScrollingFast = ref(false)
  /** A single jump does not count. */
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
