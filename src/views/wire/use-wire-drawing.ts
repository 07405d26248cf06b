/** What of the wire is drawn: the words, arrows and ribbons that reach into the viewport. */
import { computed, type ComputedRef } from 'vue'
import type { TraceEvent } from '../../core/trace/event.ts'
import { itemsInRows, ScaledItems, type WireItems } from './items.ts'
import type { Lanes } from './lanes.ts'
import type { WireLayout } from './layout/wire-layout.ts'
import { linksOf } from './picture/links.ts'
import { pictureOf } from './picture/picture.ts'
import { ROW_HEIGHT } from './placement/evenly.ts'
import type { Placement, RowRange } from './placement/placement.ts'
import type { TimeScale } from './placement/time-scale.ts'

export interface WireDrawingSource {
  readonly layout: () => WireLayout
  readonly lanes: () => Lanes
  readonly placement: () => Placement
  /** Only where the wire is to scale. */
  readonly scale: () => { readonly of: TimeScale; readonly base: number } | null
  readonly rows: () => RowRange
  /** CSS pixels from the top of the content. */
  readonly top: () => number
  readonly bottom: () => number
  /** The row after the last that is shown, and where the wire ends. */
  readonly endRow: () => number
  readonly height: () => number
  /** Events with a smaller seq are shown. */
  readonly shownBefore: () => number
  /** The playhead's time, milliseconds. */
  readonly time: () => number
  readonly eventOf: (seq: number) => TraceEvent | undefined
  readonly isHighlighted: (seq: number) => boolean
}

export interface WireDrawing {
  readonly drawn: ComputedRef<WireItems>
  readonly links: ComputedRef<ReturnType<typeof linksOf>>
  readonly picture: ComputedRef<ReturnType<typeof pictureOf>>
}

export function useWireDrawing(source: WireDrawingSource): WireDrawing {
  /** Items to scale keep their places until a fold is opened or the lanes change. */
  let kept: { readonly items: ScaledItems; readonly of: object; readonly key: string } | null = null
  function scaledItems(of: TimeScale): ScaledItems {
    const key = `${String(of.unfolded)} ${String(source.lanes().serverProgram)}`
    if (kept?.of !== of || kept.key !== key) kept = { items: new ScaledItems(), of, key }
    return kept.items
  }

  const drawn = computed(() => {
    const view = {
      layout: source.layout(),
      placement: source.placement(),
      rows: source.rows(),
      shownBefore: source.shownBefore(),
      eventOf: source.eventOf,
      hasServerProgramLane: source.lanes().serverProgram !== undefined,
    }
    const scale = source.scale()
    return scale === null
      ? { items: itemsInRows(view), hidden: [] }
      : scaledItems(scale.of).between(view, scale.base)
  })
  const places = computed(() =>
    source.scale() === null ? null : new Map(drawn.value.items.map(({ seq, y }) => [seq, y])),
  )

  return {
    drawn,
    links: computed(() =>
      source.scale() === null
        ? []
        : linksOf(drawn.value.items, source.lanes(), (row) => source.placement().yOf(row)),
    ),
    picture: computed(() =>
      pictureOf({
        layout: source.layout(),
        lanes: source.lanes(),
        placement: source.placement(),
        rows: source.rows(),
        top: source.top(),
        bottom: source.bottom(),
        endRow: source.endRow(),
        endY: source.height(),
        shownBefore: source.shownBefore(),
        time: source.time(),
        timeOf: (seq) => source.eventOf(seq)?.time ?? 0,
        isHighlighted: source.isHighlighted,
        placeOf: (seq) => places.value?.get(seq),
        mostFall: source.scale() === null ? ROW_HEIGHT * 0.7 : Infinity,
      }),
    ),
  }
}
