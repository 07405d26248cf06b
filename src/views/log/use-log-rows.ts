/** `LogRows` kept in step with a growing log, a moving playhead and a filter. */
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { EVENT_GROUPS, type EventGroup } from '../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import { parseTextFilter, type LogFilter } from './log-filter.ts'
import { LogRows, type EventFilter, type ReadableLog } from './log-rows.ts'

export interface LogRowsSource {
  /** Not reactive inside: `version` tells of its changes. */
  readonly log: () => ReadableLog
  readonly version: () => number
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

/** Milliseconds of a frame that reading the log may take. */
const SCAN_BUDGET = 6

export function useLogRows(source: LogRowsSource): LiveLogRows {
  const parsed = computed(() => parseTextFilter(source.filter().text))
  const matches = shallowRef<((text: string) => boolean) | null>(null)
  watch(
    parsed,
    (now) => {
      if (now.valid) matches.value = now.matches
    },
    { immediate: true },
  )

  function currentFilter(): EventFilter {
    const { groups } = source.filter()
    const matchesText = matches.value
    return (event, group) =>
      groups.has(group) && (matchesText === null || matchesText(source.textOf(event)))
  }

  let rows = new LogRows(source.log(), currentFilter())
  /** Changes with the rows. */
  const revision = ref(0)
  const searching = ref(false)
  let frame: number | null = null

  function scan(): void {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
    const deadline = performance.now() + SCAN_BUDGET
    searching.value = !rows.scan(() => performance.now() > deadline)
    if (searching.value) frame = requestAnimationFrame(scan)
    revision.value += 1
  }
  onScopeDispose(() => {
    if (frame !== null) cancelAnimationFrame(frame)
  })

  watch(source.log, (log) => {
    rows = new LogRows(log, currentFilter())
    scan()
  })
  watch(source.version, () => {
    const released = rows.release()
    scan()
    if (released > 0) live.onReleased(released)
  })
  watch([() => source.filter().groups, matches, source.locale], () => {
    rows.filter(currentFilter())
    scan()
  })
  scan()

  const live: LiveLogRows = {
    rowCount: computed(() => {
      void revision.value
      return rows.countBefore(source.shownBefore())
    }),
    groups: computed(() => {
      void revision.value
      const before = source.shownBefore()
      return EVENT_GROUPS.filter((group) => rows.hasGroup(group)).map((group) => ({
        group,
        count: rows.groupCountBefore(group, before),
      }))
    }),
    eventAt: (index) => {
      // Another filter may give as many rows: their number alone does not tell that they changed.
      void revision.value
      return rows.eventAt(index)
    },
    countBefore: (seq) => rows.countBefore(seq),
    indexOf: (seq) => rows.indexOf(seq),
    searching,
    problem: computed(() => (parsed.value.valid ? null : parsed.value.problem)),
    onReleased: () => undefined,
  }
  return live
}
