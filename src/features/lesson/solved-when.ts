import { useI18n } from '../../locales/i18n.ts'

/** When a lesson was solved: a time of today, or a date. */
export function useSolvedWhen(): (time: number | null) => string {
  const { t, locale } = useI18n()

  return (time) => {
    if (time === null) return ''
    const isToday = new Date(time).toDateString() === new Date().toDateString()
    if (!isToday) return new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(time)
    const clock = new Intl.DateTimeFormat(locale.value, { timeStyle: 'short' }).format(time)
    return t('lesson.result.today', { time: clock })
  }
}
