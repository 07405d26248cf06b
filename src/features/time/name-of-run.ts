import { formatDuration } from '../../core/trace/describe/quantity.ts'
import type { Recording } from '../../run/recording.ts'

/** Such as `10:42:13 · 320 ms`: when it began, and how long it is. */
export function nameOfRun({ header, end }: Recording, locale: string): string {
  const duration = formatDuration(end, locale)
  const startedAt = header?.startedAt ?? null
  if (startedAt === null) return duration
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(startedAt)
  return `${time} · ${duration}`
}
