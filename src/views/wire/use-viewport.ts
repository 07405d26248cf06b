/**
 * The visible part of a scrolled list, which follows the end while it is there. All lengths are pixels
 * of the usual text size: `text-size.ts`.
 */
import { computed, ref, watch, type Ref } from 'vue'
import { textScale } from '../../ui/text-size.ts'
import { useElementSize } from '../../ui/use-element-size.ts'

export type Viewport = ReturnType<typeof useViewport>

/** The list counts as scrolled to the end within this distance. */
const SLACK = 40

/**
 * @param contentHeight without the head.
 * @param head the height of the sticky head.
 */
export function useViewport(
  list: Readonly<Ref<HTMLElement | null>>,
  contentHeight: Readonly<Ref<number>>,
  head: number,
) {
  const size = useElementSize(list, { width: 596, height: 600 + head })
  const { isHidden } = size
  const scale = textScale()
  const width = computed(() => size.width.value / scale)
  const height = computed(() => size.height.value / scale - head)
  const scrollTop = ref(0)
  const atEnd = ref(true)
  /** A revealed stretch stays in view until the reader scrolls. */
  let held: { readonly from: number; readonly to: number } | null = null
  /** The last position that we scrolled to, as opposed to the reader. */
  let ownScrollTop = -1

  const lowest = computed(() => Math.max(0, contentHeight.value - height.value))
  /** The visible part, from the top of the content. */
  const top = computed(() => (atEnd.value ? lowest.value : Math.min(scrollTop.value, lowest.value)))
  const bottom = computed(() => top.value + height.value)

  /** Call after scrolling. */
  function noticeScroll(): void {
    const element = list.value
    if (element === null) return
    scrollTop.value = element.scrollTop / scale
    if (held !== null && Math.abs(element.scrollTop - ownScrollTop) < 1) return
    held = null
    atEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight < SLACK
  }

  function scrollTo(y: number): void {
    if (list.value === null) return
    list.value.scrollTop = y * scale
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
      if (atEnd.value && list.value !== null) list.value.scrollTop = lowest.value * scale
    },
    { flush: 'post' },
  )
  watch([height, isHidden], keepInSight, { flush: 'post' })

  return {
    top,
    bottom,
    width,
    height,
    /** The list is hidden, so there is nothing to draw. */
    isHidden,
    noticeScroll,
    /** Scrolls a stretch into view if needed. */
    reveal(from: number, to: number): void {
      held = { from, to }
      keepInSight()
    },
    /** Scrolls a place to the middle. */
    centre(y: number): void {
      held = null
      atEnd.value = false
      scrollTo(Math.max(0, y - height.value / 2))
    },
    /** Call after the content above the viewport has grown by `by`. */
    shift(by: number): void {
      if (held !== null) held = { from: held.from + by, to: held.to + by }
      if (!atEnd.value) scrollTo(Math.max(0, scrollTop.value + by))
    },
  }
}
