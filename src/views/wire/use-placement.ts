/** Where the rows of a growing layout are: event by event, or to scale. */
import { computed, ref, watch, type ComputedRef } from 'vue'
import type { WireLayout } from './layout/wire-layout.ts'
import { evenly, ROW_HEIGHT } from './placement/evenly.ts'
import type { Placement } from './placement/placement.ts'
import { TimeScale } from './placement/time-scale.ts'
import { toScale } from './placement/to-scale.ts'

export interface PlacementSource {
  readonly layout: () => WireLayout
  readonly isToScale: () => boolean
  /** The rows that are shown: the first, and the one after the last. */
  readonly firstRow: () => number
  readonly endRow: () => number
  /** The playhead's time, milliseconds. */
  readonly time: () => number
}

export interface LivePlacement {
  readonly placement: ComputedRef<Placement>
  /** Where the shown part of the wire ends, CSS pixels. */
  readonly height: ComputedRef<number>
  /** Only where it is to scale. */
  readonly scale: ComputedRef<{ readonly of: TimeScale; readonly base: number } | null>
  zoomBy(factor: number): void
  /** Zooms so that the whole run is this high, CSS pixels. */
  fit(height: number): void
}

/** Above and below a wire that is to scale. */
const MARGIN = 28
/** How far an arrow of typical duration falls, CSS pixels. */
const TYPICAL_FALL = 64
/** The most height that the time after the last event takes. */
const MAX_TAIL = 120
/** Browsers draw no list that is higher, CSS pixels. */
const MAX_HEIGHT = 8_000_000
/** Assumed duration of a flight before there is any, milliseconds. */
const FALLBACK_TRIP = 40

export function usePlacement(source: PlacementSource): LivePlacement {
  /** CSS pixels a millisecond, if the reader has chosen. */
  const chosen = ref<number | null>(null)
  watch(source.layout, () => {
    chosen.value = null
  })
  const zoom = computed(() => {
    const layout = source.layout()
    const duration = layout.rows.timeOf(layout.rows.end - 1)
    const typical = layout.inFlight.typical || FALLBACK_TRIP
    const most = MAX_HEIGHT / Math.max(1, duration)
    return Math.min(chosen.value ?? TYPICAL_FALL / typical, most)
  })
  // A layout grows in place, so a new scale is needed only for another layout or zoom.
  const layout = computed(source.layout)
  const empty = computed(() => ({ of: new TimeScale(zoom.value), layout: layout.value }))
  const scale = computed(() => {
    if (!source.isToScale()) return null
    const { of } = empty.value
    const { rows, inFlight } = source.layout()
    of.extend({ rows, inFlight })
    return { of, base: of.yOf(rows.timeOf(source.firstRow())) - MARGIN }
  })

  return {
    scale,
    placement: computed(() =>
      scale.value === null
        ? evenly(source.firstRow())
        : toScale(scale.value.of, source.layout().rows, scale.value.base),
    ),
    height: computed(() => {
      const rows = source.endRow() - source.firstRow()
      if (rows <= 0) return 0
      if (scale.value === null) return (rows + 1) * ROW_HEIGHT
      const { of, base } = scale.value
      const last = source.layout().rows.timeOf(source.endRow() - 1)
      const tail = Math.min(MAX_TAIL, Math.max(0, source.time() - last) * of.zoom)
      return of.yOf(last) - base + tail + MARGIN + ROW_HEIGHT
    }),
    zoomBy(factor) {
      chosen.value = zoom.value * factor
    },
    fit(height) {
      const { rows } = source.layout()
      const duration = rows.timeOf(source.endRow() - 1) - rows.timeOf(source.firstRow())
      const room = height - 2 * MARGIN - ROW_HEIGHT
      if (duration > 0 && room > 0) chosen.value = room / duration
    },
  }
}
