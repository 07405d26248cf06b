/** Whether rows pass too fast to be read. */
import { refAutoReset } from '@vueuse/core'
import { watch, type Ref } from 'vue'

/** As many rows in one step count as fast. */
const RUSH = 8
/** Milliseconds. */
const CALM_AFTER = 500

/** @param firstRow the number of the first row in the viewport. */
export function useFastScroll(firstRow: () => number): Readonly<Ref<boolean>> {
  const isScrollingFast = refAutoReset(false, CALM_AFTER)
  /** A single jump does not count. */
  let jumpedAt = -Infinity
  watch(firstRow, (first, before) => {
    if (Math.abs(first - before) < RUSH) return
    const now = performance.now()
    const isAlone = now - jumpedAt > CALM_AFTER
    jumpedAt = now
    if (!isAlone) isScrollingFast.value = true
  })
  return isScrollingFast
}
