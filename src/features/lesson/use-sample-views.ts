import { useI18n } from '../../locales/i18n.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'
import { NEUTRAL_WALK, type SampleView } from './lesson-walk.ts'
import { printedLines } from './printed-lines.ts'
import type { EventPlaces } from './use-event-places.ts'

/** The samples of a lesson, and what they printed. */
export function useSampleViews(places: EventPlaces) {
  const { t } = useI18n()
  const recordings = useRecordingsStore()

  function viewOf(id: string): SampleView {
    const run = recordings.besideOwn({ kind: 'try', id })
    if (run === null) return NEUTRAL_WALK.sample(id)
    const isShown = recordings.shown === run
    const { lines, omitted, only } = printedLines(run.log.read())
    const place = only === null ? null : places.placeOf(run, only.seq)
    return {
      state: run.complete ? 'ran' : 'running',
      isShown,
      printed: lines,
      omitted,
      where:
        only === null || place === null
          ? ''
          : t('lesson.try.at', { line: place.line, time: places.time(only.time) }),
    }
  }

  return { viewOf }
}
