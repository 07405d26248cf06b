import { onBeforeUnmount, ref, type Ref } from 'vue'
import type { Block } from './blocks.ts'

/** Pixels that a pointer may tremble by in a click. */
const TREMBLE = 4

interface DragHandlers {
  /** The block was taken along. */
  begin(block: Block): void
  move(block: Block, to: number): void
}

/**
 * Blocks of the `ol` in an element, whose rows are equally high, moved as the pointer moves. A finger
 * scrolls the page, unless it is at the grip. Call in `setup`.
 */
export function usePointerDrag(
  list: Readonly<Ref<HTMLElement | null>>,
  { begin, move }: DragHandlers,
) {
  const dragged = ref<Block>()
  let letGo = () => {}

  function pointerdown(event: PointerEvent, block: Block): void {
    const { target, pointerId, pointerType, button, clientY } = event
    if (button !== 0 || !(target instanceof Element)) return
    if (pointerType === 'touch' && target.closest('.grip') === null) return
    letGo()
    const ending = new AbortController()
    const { signal } = ending
    letGo = () => {
      ending.abort()
      dragged.value = undefined
    }
    const pointermove = (event: PointerEvent) => {
      if (event.pointerId !== pointerId) return
      if (dragged.value === undefined) {
        if (Math.abs(event.clientY - clientY) < TREMBLE) return
        dragged.value = block
        begin(block)
      }
      const place = placeAt(event.clientY)
      if (place !== undefined) move(block, place)
    }
    const pointerup = (event: PointerEvent) => {
      if (event.pointerId !== pointerId) return
      // What was dragged is not clicked as well.
      if (dragged.value !== undefined)
        addEventListener('click', (event) => event.stopPropagation(), { capture: true, once: true })
      letGo()
    }
    addEventListener('pointermove', pointermove, { signal })
    addEventListener('pointerup', pointerup, { signal })
    addEventListener('pointercancel', letGo, { signal })
  }

  function placeAt(y: number): number | undefined {
    const rows = list.value?.querySelector('ol')
    if (rows === null || rows === undefined) return undefined
    const { top, height } = rows.getBoundingClientRect()
    return Math.floor(((y - top) / height) * rows.childElementCount)
  }

  onBeforeUnmount(() => letGo())

  return { dragged, pointerdown }
}
