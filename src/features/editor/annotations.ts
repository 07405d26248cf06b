/** Notes, marks and highlights at the lines of one file. */
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { nameOfEvent, toneOf } from '../../core/trace/describe/index.ts'
import { formatTime } from '../../core/trace/describe/quantity.ts'
import { sourceOfEvent } from '../../core/trace/event-source.ts'
import { useI18n } from '../../locales/i18n.ts'
import { useLogReader } from '../../run/log-reader.ts'
import { useAdviceStore } from '../../stores/advice.ts'
import { usePlayheadStore } from '../../stores/playhead.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'
import { useWorkspaceStore } from '../../stores/workspace.ts'
import type { HighlightedLine, LineNote, Marker } from './contract.ts'
import { LineEvents } from './line-events.ts'
import { shiftLines } from './line-shift.ts'
import type { ProgramFile } from '../../core/program/program-file.ts'
import { RoutedLines } from './routed-lines.ts'

/** A `computed` whose equal values stay one object, so that nothing is drawn again. */
function steady<T>(get: () => T): ComputedRef<T> {
  return computed<T>((before) => {
    const next = get()
    return before !== undefined && JSON.stringify(before) === JSON.stringify(next) ? before : next
  })
}

interface Looks {
  readonly nameOfEvent: typeof nameOfEvent
  readonly toneOf: typeof toneOf
}

/** @param file the file that is shown. */
export function useAnnotations(file: () => ProgramFile) {
  const { t, locale } = useI18n()
  const recordings = useRecordingsStore()
  const playhead = usePlayheadStore()
  const workspace = useWorkspaceStore()
  const advice = useAdviceStore()

  /** The program that ran: the trace's lines are lines of it. */
  const ran = computed<Readonly<Record<string, string>>>(
    () =>
      recordings.shown.program ??
      (recordings.shown.imported === null ? { ...workspace.files } : {}),
  )

  const log = () => recordings.log
  const { model: lineEvents } = useLogReader({ log, create: () => new LineEvents() })
  const { model: routedLines } = useLogReader({ log, create: (held) => new RoutedLines(held) })
  const shift = computed(() => shiftLines(ran.value[file()] ?? '', workspace.files[file()] ?? ''))

  function toCurrent(lines: readonly number[]): number[] {
    return lines.map(shift.value.toCurrent).filter((line) => line !== null)
  }

  const marks = steady(() => toCurrent(lineEvents.value.lines(file(), playhead.shownBefore)))

  const selectedEvent = computed(() =>
    recordings.selected === null ? null : sourceOfEvent(recordings.log.read(), recordings.selected),
  )
  /** The selected event's place in the program, by the lines of now. */
  const selectedPlace = steady(() => {
    const source = selectedEvent.value?.source
    if (source === undefined) return null
    if (source.file !== file()) return { file: source.file, line: source.line }
    const line = shift.value.toCurrent(source.line)
    return line === null ? null : { file: source.file, line }
  })
  /** How events look and what they are called: loaded when the first is selected. */
  const looks = shallowRef<Looks | null>(null)
  watch(
    () => recordings.selected,
    async () => {
      looks.value ??= await import('../../core/trace/describe/index.ts')
    },
    { once: true },
  )
  const highlighted = steady<HighlightedLine | null>(() => {
    const place = selectedPlace.value
    const event = selectedEvent.value?.event
    if (place === null || event === undefined || place.file !== file()) return null
    return looks.value === null ? null : { line: place.line, tone: looks.value.toneOf(event) }
  })

  /** Such as `message at 123.6 ms · 2 of 5`. */
  function noteOfSelected(): LineNote[] {
    const selected = selectedEvent.value
    const shown = highlighted.value
    if (selected === null || shown === null || looks.value === null) return []
    const { event, source } = selected
    // The line shows its message already.
    if (event.type === 'uncaughtError') return []
    const time = formatTime(event.time, locale.value)
    const text = t('editor.eventAt', { event: looks.value.nameOfEvent(event), time })
    const before = Math.max(playhead.shownBefore, event.seq + 1)
    const position = lineEvents.value.position(source.file, source.line, before, event.seq)
    const place = position.of > 1 ? ` · ${t('editor.eventOf', position)}` : ''
    return [{ line: shown.line, tone: shown.tone, text: text + place }]
  }

  /** Advice about URLs, before the program runs. */
  const aboutUrls = computed(() => advice.urls.filter((about) => about.file === file()))

  const errors = computed<Marker[]>(() =>
    recordings.problems.flatMap((problem) => {
      if (problem.file !== file() || problem.line === undefined) return []
      const line = shift.value.toCurrent(problem.line)
      if (line === null) return []
      const { kind, column = 1 } = problem
      const message = kind === 'endlessLoop' ? t('editor.endlessLoop') : problem.message
      return [{ line, column, message }]
    }),
  )

  const markers = steady<Marker[]>(() => [
    ...aboutUrls.value
      .filter(({ isRefused }) => isRefused)
      .map(({ line, column, text: message }) => ({ line, column, message })),
    ...errors.value,
  ])

  const notes = steady<LineNote[]>(() => {
    const endpoint = recordings.header?.endpoint
    const routed =
      endpoint === undefined
        ? []
        : toCurrent(routedLines.value.of(file(), playhead.shownBefore)).map((line): LineNote => ({
            line,
            tone: 'plain',
            text:
              endpoint.kind === 'built-in'
                ? t('editor.routedHere')
                : t('editor.routedTo', { name: endpoint.name }),
          }))
    // A line that fails repeatedly gets one note.
    const failed = new Map(errors.value.map((marker) => [marker.line, marker]))
    const saysOnce = [...failed.values()].map(({ line, message }): LineNote => {
      const [text = ''] = message.split('\n')
      return { line, tone: 'bad', text }
    })
    const before = aboutUrls.value.map(({ line, isRefused, text }): LineNote => {
      // The list of problems has the rest.
      const [sentence = text] = text.split(/(?<=\.)\s+|(?<=。)/)
      return { line, tone: isRefused ? 'bad' : 'plain', text: sentence }
    })
    return [...before, ...routed, ...noteOfSelected(), ...saysOnce]
  })

  /** Selects the first event of a line, or the one after the selected. False if it has none. */
  function selectNext(line: number): boolean {
    const ranLine = shift.value.toRan(line)
    if (ranLine === null) return false
    const { shownBefore } = playhead
    const next = lineEvents.value.next(file(), ranLine, shownBefore, recordings.selected)
    if (next !== null) recordings.select(next)
    return next !== null
  }

  return { notes, marks, markers, highlighted, selectedPlace, selectNext }
}
