import { useResizeObserver, type MaybeComputedElementRef } from '@vueuse/core'
import { ref } from 'vue'

/**
 * The size of an element's content box, whole CSS pixels. A hidden element, as behind another tab,
 * keeps its last size.
 * @param assumed the size until the element is measured.
 */
export function useElementSize(
  element: MaybeComputedElementRef,
  assumed: { readonly width: number; readonly height: number },
) {
  const width = ref(assumed.width)
  const height = ref(assumed.height)
  const isHidden = ref(false)
  useResizeObserver(element, ([entry]) => {
    if (entry === undefined) return
    const { contentRect } = entry
    isHidden.value = contentRect.width === 0
    if (isHidden.value) return
    width.value = Math.round(contentRect.width)
    height.value = Math.round(contentRect.height)
  })
  return { width, height, isHidden }
}
