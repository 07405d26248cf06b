/** `LogRows` kept in step with a growing log, a moving playhead and a filter. */
import { computed, shallowRef, watch } from 'vue'
import { useI18n } from '../../locales/i18n.ts'
import { useLogReader } from '../../run/log-reader.ts'
import { useShownRun } from '../shown-run.ts'
import { parseTextFilter, type LogFilter } from './log-filter.ts'
import { GroupCounts, LogRows, type EventFilter } from './log-rows.ts'
import { searchedText } from './searched-text.ts'

export type LiveLogRows = ReturnType<typeof useLogRows>

/**
 * Call in the `setup` of a view.
 * @param onReleased gets the number of rows that went when the log released its oldest events.
 */
export function useLogRows(filter: () => LogFilter, onReleased: (rows: number) => void) {
  const run = useShownRun()
  const { locale } = useI18n()
  const parsed = computed(() => parseTextFilter(filter().text))
  const matches = shallowRef<((text: string) => boolean) | null>(null)
  watch(
    parsed,
    (now) => {
      if (now.valid) matches.value = now.matches
    },
    { immediate: true },
  )
  const accepts = computed((): EventFilter => {
    const { groups } = filter()
    const { value: matchesText } = matches
    // In another language the same text matches other events.
    void locale.value
    return (event, group) => {
      if (!groups.has(group)) return false
      if (matchesText === null) return true
      const { sentence, detail } = run.words(event)
      return matchesText(`${sentence} ${detail} ${searchedText(event)}`)
    }
  })

  const source = { log: () => run.recording.log, isSeen: () => run.isSeen }
  const { model: counts } = useLogReader({ ...source, create: () => new GroupCounts() })
  const { model: rows, reading } = useLogReader({
    ...source,
    key: () => accepts.value,
    create: (held) => new LogRows(held, accepts.value, held.skeleton),
  })
  watch([rows, () => rows.value.released], ([now, released], [before, earlier]) => {
    if (now === before && released > earlier) onReleased(released - earlier)
  })

  return {
    rowCount: computed(() => rows.value.countBefore(run.shownBefore)),
    groups: computed(() => counts.value.before(run.shownBefore)),
    eventAt: (index: number) => rows.value.eventAt(index),
    countBefore: (seq: number) => rows.value.countBefore(seq),
    indexOf: (seq: number) => rows.value.indexOf(seq),
    /** A text filter is still reading the log. */
    searching: reading,
    /** What is wrong with the regular expression; the filter before it stays in force. */
    problem: computed(() => (parsed.value.valid ? null : parsed.value.problem)),
  }
}
