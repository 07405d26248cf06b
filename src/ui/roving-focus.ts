/** Many elements that share one Tab stop; the arrow keys go from one to the next. */
import { ref, type Ref } from 'vue'

/** The index that a key leads to; undefined for other keys. */
export function rovedTo(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(index + 1, count - 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(index - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** The elements are the focusable descendants of `root` with `data-rove`, in their order. */
export function useRovingFocus(root: Readonly<Ref<HTMLElement | null>>) {
  const current = ref(0)

  function tabIndex(index: number): 0 | -1 {
    return index === current.value ? 0 : -1
  }

  function focused(index: number): void {
    current.value = index
  }

  function keydown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const elements = [...(root.value?.querySelectorAll<HTMLElement>('[data-rove]') ?? [])]
    const next = rovedTo(event.key, current.value, elements.length)
    if (next === undefined) return
    event.preventDefault()
    current.value = next
    elements[next]?.focus()
  }

  function reset(): void {
    current.value = 0
  }

  return { tabIndex, focused, keydown, reset }
}
