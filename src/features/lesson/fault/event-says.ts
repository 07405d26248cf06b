/** What an event says that is not where it goes wrong: in the case's words, or made from the event. */
import type { LessonNode } from '../../../core/lesson/lesson-text.ts'
import { formatTime } from '../../../core/trace/describe/quantity.ts'
import { useI18n } from '../../../locales/i18n.ts'
import { useCourseStore } from '../../../stores/course.ts'
import { useFaultStore, type WrongEvent } from '../../../stores/fault.ts'
import type { WordsOfEvent } from '../use-event-places.ts'

export interface EventSays {
  /** The event in words, with its time. */
  readonly event: string
  readonly nodes: readonly LessonNode[]
}

/** Call in `setup`. Null where the recording has let the event go. */
export function useEventSays(wordsOf: WordsOfEvent): (wrong: WrongEvent) => EventSays | null {
  const { t, textOf, has, locale } = useI18n()
  const course = useCourseStore()
  const fault = useFaultStore()

  return ({ seq, says }) => {
    const event = fault.recording?.log.read().get(seq)
    if (event === undefined) return null
    const { sentence, detail } = wordsOf(event)
    const words = detail === '' ? sentence : `${sentence} ${detail}`
    const kind = event.type === 'eventFired' ? event.eventType : event.type
    const sentenceOf = `fault.says.${kind}`
    const own = says === null ? undefined : course.text?.fault?.says[says]
    return {
      event: t('fault.point.at', { event: words, time: formatTime(event.time, locale.value) }),
      nodes: own ?? [textOf(has(sentenceOf) ? sentenceOf : `log.about.${event.type}`)],
    }
  }
}
