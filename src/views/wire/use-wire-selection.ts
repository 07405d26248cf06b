/** The selection on the wire, its highlights, and the way from event to event. */
import { computed, type ComputedRef } from 'vue'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import type { WireLayout } from './layout/wire-layout.ts'
import { representativeOf } from './representative.ts'

export interface WireSelectionSource {
  readonly log: () => ReadableLog
  readonly layout: () => WireLayout
  readonly selected: () => number | null
  /** Events with a smaller seq are shown. */
  readonly shownBefore: () => number
}

export interface WireSelection {
  /** The selected event, or the drawn one that represents it. */
  readonly representative: ComputedRef<number | null>
  /** The selection with both ends of its arrow, and a ping with its pong. */
  readonly highlighted: ComputedRef<ReadonlySet<number>>
  /**
   * The drawn event `by` places after the selected one, or after the end if none is selected; the
   * last on the way if there are fewer, `null` if there is none.
   */
  eventBy(by: number): number | null
  /** The other end of an event's arrow. */
  otherEnd(seq: number): number | null
}

export function useWireSelection(source: WireSelectionSource): WireSelection {
  const rows = () => source.layout().rows
  const representative = computed(() => {
    const selected = source.selected()
    return selected === null ? null : representativeOf(source.log(), rows(), selected)
  })
  const highlighted = computed(() => {
    const seqs = new Set<number>()
    if (representative.value === null) return seqs
    seqs.add(representative.value)
    const { arrow } = rows().cellOf(representative.value) ?? {}
    for (const one of [arrow, arrow?.partner])
      for (const end of [one?.departure, one?.arrival]) if (end !== undefined) seqs.add(end.seq)
    return seqs
  })

  return {
    representative,
    highlighted,
    eventBy(by) {
      const { firstSeq } = source.log()
      const before = source.shownBefore()
      const selected = source.selected()
      let [from, count] = [Math.min(selected ?? before, before), by]
      // The first and the last event are found faster from outside.
      if (by === -Infinity) [from, count] = [firstSeq - 1, 1]
      else if (by === Infinity || (selected === null && by > 0)) [from, count] = [before, -1]
      const step = Math.sign(count)
      let found: number | null = null
      let left = Math.abs(count)
      for (let at = from + step; left > 0 && at >= firstSeq && at < before; at += step) {
        if (rows().rowOf(at) < 0) continue
        found = at
        left -= 1
      }
      return found
    },
    otherEnd(seq) {
      const { departure, arrival } = rows().cellOf(seq)?.arrow ?? {}
      const other = departure?.seq === seq ? arrival : departure
      return other !== undefined && other.seq < source.shownBefore() ? other.seq : null
    },
  }
}
