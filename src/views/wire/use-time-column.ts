/** The column of times: event by event the time of each row, to scale ticks and folds. */
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { formatInstant, formatNumber } from '../../core/trace/describe/index.ts'
import type { WireRows } from './layout/rows.ts'
import type { Placement, RowRange } from './placement/placement.ts'
import type { TimeScale } from './placement/time-scale.ts'

export interface TimeColumnSource {
  readonly held: () => WireRows
  /** The rows in the viewport. */
  readonly rows: () => RowRange
  /** The first row of all. */
  readonly firstRow: () => number
  readonly placement: () => Placement
  readonly scale: () => { readonly of: TimeScale; readonly base: number } | null
  /** The viewport, CSS pixels from the top. */
  readonly top: () => number
  readonly bottom: () => number
  /** The playhead's time, milliseconds. */
  readonly time: () => number
}

export interface TimeColumn {
  readonly times: ComputedRef<
    readonly { readonly row: number; readonly y: number; readonly text: string }[]
  >
  readonly ticks: ComputedRef<
    readonly { readonly y: number; readonly time: number; readonly text: string }[]
  >
  readonly folds: ComputedRef<readonly { readonly y: number; readonly duration: number }[]>
}

/** Between two ticks, CSS pixels at least. */
const TICK_SPACING = 64
/** From here on, milliseconds, the column has no room for fractions. */
const MANY = 10_000

export function useTimeColumn(source: TimeColumnSource): TimeColumn {
  const { locale } = useI18n()

  function instant(time: number): string {
    return time < MANY
      ? formatInstant(time, locale.value)
      : formatNumber(Math.round(time), locale.value)
  }

  const times = computed(() => {
    if (source.scale() !== null) return []
    const held = source.held()
    const { first, last } = source.rows()
    const found: { readonly row: number; readonly y: number; readonly text: string }[] = []
    for (let row = first; row <= last; row += 1) {
      const time = held.timeOf(row)
      if (row > source.firstRow() && held.timeOf(row - 1) === time) continue
      found.push({ row, y: source.placement().yOf(row), text: instant(time) })
    }
    return found
  })
  const ticks = computed(() => {
    const scale = source.scale()
    if (scale === null) return []
    const { of, base } = scale
    return of
      .ticksBetween(source.top() + base, source.bottom() + base, TICK_SPACING)
      .map((time) => ({ time, y: of.yOf(time) - base, text: instant(time) }))
  })
  const folds = computed(() => {
    const scale = source.scale()
    if (scale === null) return []
    const { of, base } = scale
    return of
      .foldsBetween(source.top() + base, source.bottom() + base)
      .filter(({ to }) => to <= source.time())
      .map(({ from, to, y }) => ({ y: y - base, duration: to - from }))
  })
  return { times, ticks, folds }
}
