import { ref, type Ref } from 'vue'

/**
 * Keeps an element scrolled to its end, unless somebody scrolls away.
 * @param slack CSS pixels: nearer than this, the element counts as scrolled to its end.
 */
export function useFollowEnd(element: Readonly<Ref<HTMLElement | null>>, slack: () => number) {
  const atEnd = ref(true)
  /** `scrollTop` as it was last seen. */
  let lastTop = 0

  /**
   * Call after scrolling. A browser tells of it later, and meanwhile the content may have grown: only
   * who moves up leaves the end.
   */
  function notice(): void {
    const list = element.value
    if (list === null) return
    const top = list.scrollTop
    if (list.scrollHeight - top - list.clientHeight < slack()) atEnd.value = true
    else if (top < lastTop) atEnd.value = false
    lastTop = top
  }

  function toEnd(): void {
    const list = element.value
    if (list !== null) {
      list.scrollTop = list.scrollHeight
      lastTop = list.scrollTop
    }
    atEnd.value = true
  }

  /** Call after a new height of the content or the element is rendered. */
  function follow(): void {
    if (atEnd.value) toEnd()
  }

  return { atEnd, notice, toEnd, follow }
}
