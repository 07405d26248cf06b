import { nextTick } from 'vue'
import type { LivePlacement } from './use-placement.ts'
import type { Viewport } from './use-viewport.ts'

/** Zooms a wire to scale, and keeps the moment in the middle of the viewport in its place. */
export function useWireZoom(
  { scale, zoomBy }: Pick<LivePlacement, 'scale' | 'zoomBy'>,
  { top, bottom, centre }: Pick<Viewport, 'top' | 'bottom' | 'centre'>,
) {
  /** @param around another moment to bring to the middle, milliseconds. */
  function zoom(factor: number, around?: number): void {
    if (scale.value === null) return
    const { of, base } = scale.value
    const moment = around ?? of.timeAt((top.value + bottom.value) / 2 + base)
    zoomBy(factor)
    void nextTick(() => {
      if (scale.value !== null) centre(scale.value.of.yOf(moment) - scale.value.base)
    })
  }

  function onWheel(event: WheelEvent): void {
    if (!event.ctrlKey || scale.value === null) return
    event.preventDefault()
    zoom(event.deltaY < 0 ? 1.25 : 0.8)
  }

  return { zoom, onWheel }
}
