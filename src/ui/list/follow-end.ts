import { ref, type Ref } from 'vue'

/**
 * Keeps an element scrolled to its end, unless somebody scrolls away.
 * @param slack CSS pixels: nearer than this, the element counts as scrolled to its end.
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

  /** Call after a new height of the content or the element is rendered. */
  function follow(): void {
    if (atEnd.value) toEnd()
  }

  return { atEnd, notice, toEnd, follow }
}
