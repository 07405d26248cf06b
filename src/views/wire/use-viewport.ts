/** The part of a scrolled list that is in sight, and staying at its end while it is there. */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useElementSize } from '../../ui/use-element-size.ts'

export interface Viewport {
  /** What is in sight, CSS pixels from the top of the list's content. */
  readonly top: ComputedRef<number>
  readonly bottom: ComputedRef<number>
  readonly width: Readonly<Ref<number>>
  readonly height: Readonly<Ref<number>>
  /** None of it is: there is nothing to draw. */
  readonly isHidden: Readonly<Ref<boolean>>
  /** Call when it was scrolled. */
  noticeScroll(): void
  /** Brings a stretch into sight, if it is not. */
  reveal(from: number, to: number): void
  /** Brings a place to the middle. */
  centre(y: number): void
  /** The content above what is in sight has grown by this, CSS pixels. */
  shift(by: number): void
}

/** Within this distance the list counts as scrolled to the end, CSS pixels. */
const SLACK = 40

/**
 * @param contentHeight of what is below the list's head.
 * @param head the height of what stays on top of the list.
 */
export function useViewport(
  list: Readonly<Ref<HTMLElement | null>>,
  contentHeight: () => number,
  head: number,
): Viewport {
  const size = useElementSize(list, { width: 596, height: 600 + head })
  const { width, isHidden } = size
  const height = computed(() => size.height.value - head)
  const scrollTop = ref(0)
  const atEnd = ref(true)
  /** What was brought into sight stays there until the viewer scrolls. */
  let held: { readonly from: number; readonly to: number } | null = null
  /** Where it was scrolled to by us. */
  let ownScrollTop = -1

  const lowest = computed(() => Math.max(0, contentHeight() - height.value))
  const top = computed(() => (atEnd.value ? lowest.value : Math.min(scrollTop.value, lowest.value)))
  const bottom = computed(() => top.value + height.value)

  function noticeScroll(): void {
    const element = list.value
    if (element === null) return
    scrollTop.value = element.scrollTop
    if (held !== null && Math.abs(element.scrollTop - ownScrollTop) < 1) return
    held = null
    atEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight < SLACK
  }

  function scrollTo(y: number): void {
    if (list.value === null) return
    list.value.scrollTop = y
    ownScrollTop = list.value.scrollTop
    noticeScroll()
  }

  function keepInSight(): void {
    if (held === null) return
    atEnd.value = false
    if (held.from < top.value) scrollTo(held.from)
    else if (held.to > bottom.value) scrollTo(held.to - height.value)
    else scrollTo(top.value)
  }

  watch(
    [lowest, atEnd, isHidden],
    () => {
      if (isHidden.value) return
      if (atEnd.value && list.value !== null) list.value.scrollTop = lowest.value
    },
    { flush: 'post' },
  )
  watch(height, keepInSight, { flush: 'post' })

  return {
    top,
    bottom,
    width,
    height,
    isHidden,
    noticeScroll,
    reveal(from, to) {
      held = { from, to }
      keepInSight()
    },
    centre(y) {
      held = null
      atEnd.value = false
      scrollTo(Math.max(0, y - height.value / 2))
    },
    shift(by) {
      if (held !== null) held = { from: held.from + by, to: held.to + by }
      if (!atEnd.value) scrollTo(Math.max(0, scrollTop.value + by))
    },
  }
}
