/** What is drawn of the wire: the words, arrows and ribbons that reach into the viewport. */
import { computed, type Ref } from 'vue'
import { itemsInRows, ScaledItems, type WireItems } from './items.ts'
import { lanesOf } from './lanes.ts'
import { linksOf } from './picture/links.ts'
import { pictureOf } from './picture/picture.ts'
import { ROW_HEIGHT } from './placement/evenly.ts'
import type { TimeScale } from './placement/time-scale.ts'
import type { LivePlacement } from './use-placement.ts'
import type { ShownWire } from './use-shown-wire.ts'
import type { Viewport } from './use-viewport.ts'

export type WireDrawing = ReturnType<typeof useWireDrawing>

/** Margin around the viewport, CSS pixels, for rows that reach into it. */
const MARGIN = ROW_HEIGHT

export function useWireDrawing(
  { layout, firstRow, endRow, shownBefore, eventOf, run }: ShownWire,
  { placement, scale, height }: LivePlacement,
  viewport: Viewport,
  highlighted: Readonly<Ref<ReadonlySet<number>>>,
) {
  const lanes = computed(() => {
    const { lifelines, serverSpeaks } = layout.value
    return lanesOf(viewport.width.value, lifelines.columns, serverSpeaks)
  })
  /** The part that is drawn, CSS pixels from the top of the content. */
  const top = computed(() => Math.max(0, viewport.top.value - MARGIN))
  const bottom = computed(() => Math.min(height.value, viewport.bottom.value + MARGIN))
  const rows = computed(() => {
    if (viewport.isHidden.value) return { first: firstRow.value, last: firstRow.value - 1 }
    const { first, last } = placement.value.rowsBetween(top.value, bottom.value)
    return { first: Math.max(first, firstRow.value), last: Math.min(last, endRow.value - 1) }
  })

  /** Items to scale keep their places until a stretch is unfolded or the lanes change. */
  let kept: { readonly items: ScaledItems; readonly of: object; readonly key: string } | null = null
  function scaledItems(of: TimeScale): ScaledItems {
    const key = `${String(of.unfolded)} ${String(lanes.value.serverProgram)}`
    if (kept?.of !== of || kept.key !== key) kept = { items: new ScaledItems(), of, key }
    return kept.items
  }

  const drawn = computed((): WireItems => {
    const view = {
      layout: layout.value,
      placement: placement.value,
      rows: rows.value,
      shownBefore: shownBefore.value,
      eventOf,
      hasServerProgramLane: lanes.value.serverProgram !== undefined,
    }
    return scale.value === null
      ? { items: itemsInRows(view), hidden: [] }
      : scaledItems(scale.value.of).between(view, scale.value.base)
  })
  const places = computed(() =>
    scale.value === null ? null : new Map(drawn.value.items.map(({ seq, y }) => [seq, y])),
  )

  return {
    lanes,
    top,
    bottom,
    rows,
    drawn,
    links: computed(() =>
      scale.value === null
        ? []
        : linksOf(drawn.value.items, lanes.value, (row) => placement.value.yOf(row)),
    ),
    picture: computed(() =>
      pictureOf({
        layout: layout.value,
        lanes: lanes.value,
        placement: placement.value,
        rows: rows.value,
        top: top.value,
        bottom: bottom.value,
        endRow: endRow.value,
        endY: height.value,
        shownBefore: shownBefore.value,
        time: run.time,
        timeOf: (seq) => eventOf(seq)?.time ?? 0,
        isHighlighted: (seq) => highlighted.value.has(seq),
        placeOf: (seq) => places.value?.get(seq),
        mostFall: scale.value === null ? ROW_HEIGHT * 0.7 : Infinity,
      }),
    ),
  }
}
