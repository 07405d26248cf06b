/**
 * What the header says to a reader who comes back. The page says it before its app is there, from
 * the same texts, so nothing changes when the app takes over.
 */
import type { Locale } from '../../core/locale/locale.ts'
import {
  countOf,
  isCase,
  wayOn,
  type CourseEntry,
  type ReaderFacts,
} from '../../core/lesson/way-on.ts'
import { fillIn } from '../../locales/fill-in.ts'
import type english from '../../locales/en/course.ts'
import type { Translation } from '../../locales/messages.ts'

export type BackTexts = Translation<(typeof english)['back']>

export interface BackHeader {
  readonly entries: readonly CourseEntry[]
  readonly texts: BackTexts
  readonly locale: Locale
}

/** The words of the header, by the name of their place in it. */
export interface BackWords {
  readonly over: string
  readonly lead: string
  readonly door: string
  readonly count: string
}

/**
 * @param at when the reader was there, Unix milliseconds; null where that is not known
 * @returns null without a lesson to go to
 */
export function backWords(
  { entries, texts, locale }: BackHeader,
  facts: ReaderFacts,
  at: number | null,
  now: number,
): BackWords | null {
  const way = wayOn(entries, facts)
  if (way === null) return null
  const { entry } = way
  const title = titleIn(entry, texts)
  const { lessons, solved, cases, found, minutesLeft } = countOf(entries, facts)
  const place =
    entry.number === undefined ? [] : [fillIn(texts.lesson, { number: entry.number, lessons })]
  const day =
    at === null || way.to !== 'step' || entry.slug !== facts.place ? [] : [dayOf(at, now, locale)]
  const counts = [
    fillIn(texts.solved, { solved, lessons }),
    ...(cases === 0 ? [] : [fillIn(texts.found, { found, cases })]),
  ]
  return {
    over: [entry.part, ...place, ...day].join(' · '),
    lead: leadOf(way, texts),
    door: fillIn(way.to === 'again' ? texts.again : texts.on, { title }),
    count: fillIn(texts.sum, {
      counts: counts.join(texts.comma),
      left: leftOf(minutesLeft, texts, locale),
    }).trim(),
  }
}

function titleIn(entry: CourseEntry, texts: BackTexts): string {
  return isCase(entry) ? fillIn(texts.case, { title: entry.title }) : entry.title
}

function leadOf(way: NonNullable<ReturnType<typeof wayOn>>, texts: BackTexts): string {
  const { entry } = way
  switch (way.to) {
    case 'again':
      return texts.all
    case 'next':
      return fillIn(texts.next, { after: titleIn(way.after, texts), minutes: entry.minutes })
    case 'step': {
      const { number, step } = way
      // A question ends as it is.
      const stop = /[?!.？！。]$/.test(step.title) ? '' : texts.stop
      const values = { number, total: entry.steps.length, title: step.title, stop }
      return fillIn(step.title === '' ? texts.step : texts.titledStep, values)
    }
  }
}

/** Yesterday, 3 days ago. */
function dayOf(at: number, now: number, locale: Locale): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0)
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000)
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.min(0, days), 'day')
}

/** To the half hour, or in minutes below an hour. */
function leftOf(minutes: number, texts: BackTexts, locale: Locale): string {
  if (minutes === 0) return ''
  if (minutes < 60) return fillIn(texts.minutesLeft, { minutes })
  const hours = Math.round(minutes / 30) / 2
  return fillIn(texts.hoursLeft, { hours: new Intl.NumberFormat(locale).format(hours) })
}
