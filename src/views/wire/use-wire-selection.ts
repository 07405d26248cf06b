/** The selection on the wire, its highlights, and the way from event to event. */
import { computed } from 'vue'
import { representativeOf } from './representative.ts'
import type { ShownWire } from './use-shown-wire.ts'

export type WireSelection = ReturnType<typeof useWireSelection>

export function useWireSelection({ log, layout, shownBefore, run }: ShownWire) {
  const rows = () => layout.value.rows
  /** The selected event, or the drawn one that represents it. */
  const representative = computed(() => {
    const { selected } = run
    return selected === null ? null : representativeOf(log.value, rows(), selected)
  })
  /** The selection with both ends of its arrow, and a ping with its pong. */
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
    /**
     * The drawn event `by` places after the selected one, or after the end if none is selected; the
     * last on the way if there are fewer, `null` if there is none.
     */
    eventBy(by: number): number | null {
      const { firstSeq } = log.value
      const before = shownBefore.value
      const { selected } = run
      let [from, count] = [Math.min(selected ?? before, before), by]
      // The search for the first or the last event is faster from outside.
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
    /**
     * What is selected with a label. An answer to the opening handshake that a server has written by
     * hand is octets where it leaves; where it arrives, it has its headers.
     */
    openedBy(seq: number): number {
      const { departure, arrival } = rows().cellOf(seq)?.arrow ?? {}
      if (departure?.seq !== seq || arrival === undefined || arrival.seq >= shownBefore.value)
        return seq
      const isAnswer =
        log.value.get(seq)?.type === 'bytesSent' &&
        log.value.get(arrival.seq)?.type === 'handshakeResponseReceived'
      return isAnswer ? arrival.seq : seq
    },
    /** The other end of an event's arrow. */
    otherEnd(seq: number): number | null {
      const { departure, arrival } = rows().cellOf(seq)?.arrow ?? {}
      const other = departure?.seq === seq ? arrival : departure
      return other !== undefined && other.seq < shownBefore.value ? other.seq : null
    },
  }
}
