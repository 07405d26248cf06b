import { useI18n } from '../../locales/i18n.ts'
import { formatTime } from '../../core/trace/describe/quantity.ts'
import { sourceOfEvent } from '../../core/trace/event-source.ts'
import { placeOfUnheard } from './unheard-place.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import type { Recording } from '../../run/recording.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'

/** An event in the words of the interface's language. */
export type WordsOfEvent = (event: TraceEvent) => {
  readonly sentence: string
  readonly detail: string
}

/** Events of recordings in words, with their time and their line. */
export function useEventPlaces(words: WordsOfEvent) {
  const { locale } = useI18n()
  const recordings = useRecordingsStore()

  const eventOf = (run: Recording | null, seq: number) => run?.log.read().get(seq)

  return {
    time: (milliseconds: number) => formatTime(milliseconds, locale.value),
    wordsOf(run: Recording | null, seq: number): string | null {
      const event = eventOf(run, seq)
      if (event === undefined) return null
      const { sentence, detail } = words(event)
      return detail === '' ? sentence : `${sentence} ${detail}`
    },
    placeOf(run: Recording | null, seq: number) {
      const event = eventOf(run, seq)
      const order = run?.order ?? null
      if (run !== null && order !== null && event?.type === 'eventFired' && event.listeners === 0)
        return placeOfUnheard(run.log.read(), event, order.request.program)
      const found = run === null ? null : sourceOfEvent(run.log.read(), seq)
      return found === null ? null : { file: found.source.file, line: found.source.line }
    },
    isChosen: (run: Recording | null, seq: number) =>
      run !== null && recordings.shown === run && recordings.selected === seq,
  }
}

export type EventPlaces = ReturnType<typeof useEventPlaces>
