/** Which lines the console shows: of this run and, if they are kept, of those before it. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { PrintedEvent } from '../../core/console/printed.ts'
import { useLogReader } from '../../run/log-reader.ts'
import { usePlayheadStore } from '../../stores/playhead.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'
import { ConsoleMessages } from './console-messages.ts'
import { ConsoleRows } from './console-rows.ts'

const MAX_KEPT = 1000

/** @param isSeen whether the console is in front of its other tabs. */
export function useConsoleLines(isSeen: () => boolean) {
  const recordings = useRecordingsStore()
  const playhead = usePlayheadStore()

  /** The latest lines of earlier runs, above those of the run that is shown. */
  const kept = shallowRef<readonly PrintedEvent[]>([])
  const keeps = ref(false)
  /** Null for all lines. */
  const accepts = shallowRef<((event: PrintedEvent) => boolean) | null>(null)

  // Before the reader turns to the new log.
  watch(
    () => recordings.latest,
    (latest, before) => {
      // What is left of a run that was stopped is no new run.
      if (latest !== null && latest.order === before?.order) return
      kept.value = keeps.value ? [...kept.value, ...ownLines()].slice(-MAX_KEPT) : []
    },
    { flush: 'sync' },
  )

  const { model: messages } = useLogReader({
    log: () => recordings.log,
    isSeen,
    create: (log) => new ConsoleMessages(log),
  })

  /** Messages with a smaller seq were cleared away. */
  const clearedBefore = ref(0)
  const expanded = shallowRef<ReadonlySet<string>>(new Set())
  watch(
    () => recordings.log,
    () => {
      clearedBefore.value = 0
      expanded.value = new Set()
    },
    { flush: 'sync' },
  )

  const from = computed(() => {
    const byProgram = keeps.value ? 0 : messages.value.clearedBefore(playhead.shownBefore)
    return Math.max(clearedBefore.value, byProgram)
  })
  const list = computed(() => messages.value.list(from.value, playhead.shownBefore))

  /** A line by its `seq`; those of earlier runs count down from -1. */
  function lineAt(seq: number): PrintedEvent | undefined {
    return seq < 0 ? kept.value.at(seq) : messages.value.get(seq)
  }

  function linesOf(seqs: readonly number[]): PrintedEvent[] {
    return seqs.map(lineAt).filter((event) => event !== undefined)
  }

  /** All lines of the run that is shown. */
  function ownLines(): PrintedEvent[] {
    return linesOf(messages.value.list(clearedBefore.value, Infinity).seqs)
  }

  /** The lines that are shown: what is folded away or filtered out is not. */
  const shownSeqs = computed(() => {
    const { groups } = messages.value
    const earlier = kept.value.map((_, index) => index - kept.value.length)
    const all = earlier.length === 0 ? list.value.seqs : [...earlier, ...list.value.seqs]
    const accept = accepts.value
    if (accept === null && groups.isEmpty) return all
    return all.filter((seq) => {
      if (seq >= 0 && !groups.isShown(seq, expanded.value)) return false
      const event = lineAt(seq)
      return event !== undefined && (accept === null || accept(event))
    })
  })
  /** They stay the same behind another tab, so that nothing is drawn there. */
  const rows = computed<ConsoleRows>((before) => {
    if (before !== undefined && !isSeen()) return before
    return new ConsoleRows(shownSeqs.value, lineAt, expanded.value, messages.value.groups)
  })

  function clear(): void {
    clearedBefore.value = playhead.shownBefore
    kept.value = []
  }

  /** Opens or closes what has this key. */
  function toggle(key: string): void {
    const next = new Set(expanded.value)
    if (!next.delete(key)) next.add(key)
    expanded.value = next
  }

  return {
    keeps,
    accepts,
    rows,
    /** The number of older lines that are not in the list. */
    omitted: computed(() => list.value.omitted),
    lineAt,
    shownLines: () => linesOf(shownSeqs.value),
    clear,
    toggle,
  }
}
