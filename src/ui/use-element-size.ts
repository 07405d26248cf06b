import { useResizeObserver, type MaybeComputedElementRef } from '@vueuse/core'
import { ref, type Ref } from 'vue'

export interface ElementSize {
  /** Of the content box, whole CSS pixels. While the element is hidden, what it was before. */
  readonly width: Readonly<Ref<number>>
  readonly height: Readonly<Ref<number>>
  /** Whether the element takes no room, as behind another tab. */
  readonly isHidden: Readonly<Ref<boolean>>
}

/** @param assumed the size until the element is measured. */
export function useElementSize(
  element: MaybeComputedElementRef,
  assumed: { readonly width: number; readonly height: number },
): ElementSize {
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
