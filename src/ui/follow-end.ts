import { ref, type Ref } from 'vue'

/**
 * A scrolled list that stays at its end while it is there, and stays put where it is not.
 * @param slack how far from the end still counts as there, CSS pixels.
 */
export function useFollowEnd(element: Readonly<Ref<HTMLElement | null>>, slack: () => number) {
  const atEnd = ref(true)

  /** Call when it was scrolled. */
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

  /** Call when the list has grown or shrunk, and is drawn. */
  function follow(): void {
    if (atEnd.value) toEnd()
  }

  return { atEnd, notice, toEnd, follow }
}
