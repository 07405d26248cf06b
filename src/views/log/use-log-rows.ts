/** `LogRows` kept in step with a growing log, a moving playhead and a filter. */
import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { EventGroup } from '../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import type { LiveLog } from '../../run/live-log.ts'
import { useLogReader } from '../../run/log-reader.ts'
import { parseTextFilter, type LogFilter } from './log-filter.ts'
import { GroupCounts, LogRows, type EventFilter } from './log-rows.ts'

export interface LogRowsSource {
  readonly log: () => LiveLog
  readonly isSeen: () => boolean
  /** Events with a smaller seq are shown. */
  readonly shownBefore: () => number
  readonly filter: () => LogFilter
  /** What a text filter looks at; reactive where the language changes it. */
  readonly textOf: (event: TraceEvent) => string
  readonly locale: () => string
}

export interface GroupCount {
  readonly group: EventGroup
  /** Events of the group before the playhead, shown or not. */
  readonly count: number
}

export interface LiveLogRows {
  readonly rowCount: ComputedRef<number>
  /** Groups of which the log holds an event. */
  readonly groups: ComputedRef<readonly GroupCount[]>
  readonly eventAt: (index: number) => TraceEvent | undefined
  readonly countBefore: (seq: number) => number
  readonly indexOf: (seq: number) => number
  /** A text filter is still reading the log. */
  readonly searching: Readonly<Ref<boolean>>
  /** What is wrong with the regular expression; the filter before it goes on to hold. */
  readonly problem: ComputedRef<string | null>
  /** Called with the number of rows that went at the start, when the log lets go of its oldest. */
  onReleased: (rows: number) => void
}

export function useLogRows(source: LogRowsSource): LiveLogRows {
  const { log, isSeen } = source
  const parsed = computed(() => parseTextFilter(source.filter().text))
  const matches = shallowRef<((text: string) => boolean) | null>(null)
  watch(
    parsed,
    (now) => {
      if (now.valid) matches.value = now.matches
    },
    { immediate: true },
  )
  const accepts = computed((): EventFilter => {
    const { groups } = source.filter()
    const { value: matchesText } = matches
    // In another language the same text matches other events.
    source.locale()
    return (event, group) =>
      groups.has(group) && (matchesText === null || matchesText(source.textOf(event)))
  })

  const { model: counts } = useLogReader({ log, isSeen, create: () => new GroupCounts() })
  const { model: rows, reading } = useLogReader({
    log,
    isSeen,
    key: () => accepts.value,
    create: (held) => new LogRows(held, accepts.value),
  })
  watch([rows, () => rows.value.released], ([now, released], [before, earlier]) => {
    if (now === before && released > earlier) live.onReleased(released - earlier)
  })

  const live: LiveLogRows = {
    rowCount: computed(() => rows.value.countBefore(source.shownBefore())),
    groups: computed(() => counts.value.before(source.shownBefore())),
    eventAt: (index) => rows.value.eventAt(index),
    countBefore: (seq) => rows.value.countBefore(seq),
    indexOf: (seq) => rows.value.indexOf(seq),
    searching: reading,
    problem: computed(() => (parsed.value.valid ? null : parsed.value.problem)),
    onReleased: () => undefined,
  }
  return live
}
