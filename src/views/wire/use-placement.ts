/** Where the rows of a growing layout are: event by event, or to scale. */
import { computed, ref, watch } from 'vue'
import { evenly, ROW_HEIGHT } from './placement/evenly.ts'
import { TimeScale } from './placement/time-scale.ts'
import { toScale } from './placement/to-scale.ts'
import type { ShownWire } from './use-shown-wire.ts'

export type LivePlacement = ReturnType<typeof usePlacement>

/** The space above and below a wire to scale. */
const MARGIN = 28
/** How far an arrow of typical duration falls, CSS pixels. */
const TYPICAL_FALL = 64
/** The most height for the time after the last event. */
const MAX_TAIL = 120
/** Browsers draw no higher list, CSS pixels. */
const MAX_HEIGHT = 8_000_000
/** The assumed duration of a flight before there is one, milliseconds. */
const FALLBACK_TRIP = 40

export function usePlacement(wire: ShownWire) {
  const { firstRow, endRow, isToScale, run } = wire
  // A layout grows in place, so only another layout or zoom needs a new scale.
  const layout = computed(() => wire.layout.value)
  /** CSS pixels a millisecond, if the reader has chosen. */
  const chosen = ref<number | null>(null)
  watch(layout, () => {
    chosen.value = null
  })
  const zoom = computed(() => {
    const { rows, inFlight } = wire.layout.value
    const duration = rows.timeOf(rows.end - 1)
    const typical = inFlight.typical || FALLBACK_TRIP
    const most = MAX_HEIGHT / Math.max(1, duration)
    return Math.min(chosen.value ?? TYPICAL_FALL / typical, most)
  })
  const empty = computed(() => ({ of: new TimeScale(zoom.value), layout: layout.value }))
  /** Only if the wire is to scale. `base`: where the wire begins, CSS pixels from time 0. */
  const scale = computed(() => {
    if (!isToScale.value) return null
    const { of } = empty.value
    const { rows, inFlight } = wire.layout.value
    of.extend({ rows, inFlight })
    return { of, base: of.yOf(rows.timeOf(firstRow.value)) - MARGIN }
  })

  return {
    scale,
    placement: computed(() =>
      scale.value === null
        ? evenly(firstRow.value)
        : toScale(scale.value.of, wire.layout.value.rows, scale.value.base),
    ),
    /** Where the shown part of the wire ends, CSS pixels. */
    height: computed(() => {
      const rows = endRow.value - firstRow.value
      if (rows <= 0) return 0
      if (scale.value === null) return (rows + 1) * ROW_HEIGHT
      const { of, base } = scale.value
      const last = wire.layout.value.rows.timeOf(endRow.value - 1)
      const tail = Math.min(MAX_TAIL, Math.max(0, run.time - last) * of.zoom)
      return of.yOf(last) - base + tail + MARGIN + ROW_HEIGHT
    }),
    zoomBy(factor: number): void {
      chosen.value = zoom.value * factor
    },
    /** Zooms so that the whole run is this high, CSS pixels. */
    fit(height: number): void {
      const { rows } = wire.layout.value
      const duration = rows.timeOf(endRow.value - 1) - rows.timeOf(firstRow.value)
      const room = height - 2 * MARGIN - ROW_HEIGHT
      if (duration > 0 && room > 0) chosen.value = room / duration
    },
  }
}
