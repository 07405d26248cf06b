/** The column of times: the time of each row, or, to scale, ticks and folds. */
import { computed } from 'vue'
import { formatInstant, formatNumber } from '../../core/trace/describe/index.ts'
import { useI18n } from '../../locales/i18n.ts'
import type { LivePlacement } from './use-placement.ts'
import type { ShownWire } from './use-shown-wire.ts'
import type { WireDrawing } from './use-wire-drawing.ts'

/** The least distance between two ticks, CSS pixels. */
const TICK_SPACING = 64
/** From this time on, milliseconds, the column has no room for fractions. */
const MANY = 10_000

export function useTimeColumn(
  { layout, firstRow, run }: ShownWire,
  { placement, scale }: LivePlacement,
  { rows, top, bottom }: WireDrawing,
) {
  const { locale } = useI18n()

  function instant(time: number): string {
    return time < MANY
      ? formatInstant(time, locale.value)
      : formatNumber(Math.round(time), locale.value)
  }

  const times = computed(() => {
    if (scale.value !== null) return []
    const held = layout.value.rows
    const { first, last } = rows.value
    const found: { readonly row: number; readonly y: number; readonly text: string }[] = []
    for (let row = first; row <= last; row += 1) {
      const time = held.timeOf(row)
      if (row > firstRow.value && held.timeOf(row - 1) === time) continue
      found.push({ row, y: placement.value.yOf(row), text: instant(time) })
    }
    return found
  })
  const ticks = computed(() => {
    if (scale.value === null) return []
    const { of, base } = scale.value
    return of
      .ticksBetween(top.value + base, bottom.value + base, TICK_SPACING)
      .map((time) => ({ time, y: of.yOf(time) - base, text: instant(time) }))
  })
  const folds = computed(() => {
    if (scale.value === null) return []
    const { of, base } = scale.value
    return of
      .foldsBetween(top.value + base, bottom.value + base)
      .filter(({ to }) => to <= run.time)
      .map(({ from, to, y }) => ({ y: y - base, duration: to - from }))
  })
  return { times, ticks, folds }
}
