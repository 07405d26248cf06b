/** A schedule in words: what is done to the run, and when. */
import { formatDuration, formatTime } from '../../core/trace/describe/quantity.ts'
import { added, type Schedule } from '../../core/schedule/schedule.ts'
import type { PlannedIntervention } from '../../core/trace/intervention.ts'
import type { Locale } from '../../core/locale/locale.ts'
import type { Translate } from '../../locales/messages.ts'

/** One line for each thing that the schedule does beyond the plain run, in the order of time. */
export function wordsOfSchedule(
  schedule: Schedule,
  plain: Schedule,
  t: Translate,
  locale: Locale,
): readonly string[] {
  const lines = added(schedule, plain)
    .toSorted((one, other) => timeOf(one) - timeOf(other))
    .map((planned) => wordsOf(planned, t, locale))
  if (schedule.jitter === plain.jitter) return lines
  const duration = formatDuration(schedule.jitter, locale)
  return [t('break-it.does.jitter', { duration }), ...lines]
}

function timeOf(planned: PlannedIntervention): number {
  return 'time' in planned ? planned.time : 0
}

function wordsOf(planned: PlannedIntervention, t: Translate, locale: Locale): string {
  const time = formatTime(timeOf(planned), locale)
  switch (planned.kind) {
    case 'delay':
    case 'stallServer':
      return t(`break-it.does.${planned.kind}`, {
        time,
        duration: formatDuration(planned.duration, locale),
      })
    case 'slowTimers':
      return planned.duration === undefined
        ? t('break-it.does.slowTimersOn', { time })
        : t('break-it.does.slowTimers', {
            time,
            duration: formatDuration(planned.duration, locale),
          })
    case 'cut':
      return 'within' in planned
        ? t('break-it.does.cutMessage', { time })
        : t(`break-it.does.cut.${planned.how}`, { time })
    // The search proposes neither.
    case 'dropFrame':
    case 'stopServer':
      return ''
  }
}
