import { ref, type Ref } from 'vue'

/**
 * Keeps a scrolled element at its end while it is there, and leaves it alone elsewhere.
 * @param slack within this distance, in CSS pixels, the element counts as scrolled to the end.
 */
export function useFollowEnd(element: Readonly<Ref<HTMLElement | null>>, slack: () => number) {
  const atEnd = ref(true)

  /** Call after scrolling. */
  function notice(): void {
    const list = element.value
    if (list === null) return
    atEnd.value = list.scrollHeight - list.scrollTop - list.clientHeight < slack()
  }

  function toEnd(): void {
    const list = element.value
    if (list !== null) list.scrollTop = list.scrollHeight
    atEnd.value = true
  }

  /** Call after the content or the element has changed its height, and is drawn. */
  function follow(): void {
    if (atEnd.value) toEnd()
  }

  return { atEnd, notice, toEnd, follow }
}
