import { formatDuration, formatNumber } from '../../core/trace/describe/quantity.ts'
import type { Values } from '../../locales/messages.ts'
import { compareGuess, type Guesses } from './guess.ts'
import { headerShare, outcomeOf } from './outcome.ts'
import type { NumberSetting, RaceSettings } from './settings.ts'
import type { RaceNumbers } from './tally.ts'

type Translate = (key: string, values?: Values) => string

/** Two digits are enough to say how many times. */
const times = (value: number, locale: string) =>
  formatNumber(value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value), locale)
const bytes = (value: number, locale: string) => `${formatNumber(value, locale)}\u00a0B`
const percent = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value)

/** A setting's value in words. */
export function sayValue(
  t: Translate,
  locale: string,
  setting: NumberSetting,
  value: number,
): string {
  switch (setting) {
    case 'gap':
      return t(`conditions.rate.${value}`)
    case 'cookie':
      return value === 0
        ? t('conditions.none')
        : t('conditions.bytes', { bytes: formatNumber(value, locale) })
    default:
      return formatDuration(value, locale)
  }
}

export function sayConditions(t: Translate, locale: string, settings: RaceSettings): string {
  const say = (setting: NumberSetting) => sayValue(t, locale, setting, settings[setting])
  return t('conditions.summary', {
    gap: say('gap'),
    pollEvery: say('pollEvery'),
    latency: say('latency'),
    cookie: say('cookie'),
    keepAlive: t(settings.keepAlive ? 'conditions.kept' : 'conditions.closed'),
  })
}

/** How a guess turned out. */
export function sayGuess(t: Translate, locale: string, guess: number, counted: number): string {
  const { kind, times: factor } = compareGuess(guess, counted)
  return t(`guess.${kind}`, { guess: bytes(guess, locale), times: times(factor, locale) })
}

/** How many times too much or too little a guess is that deserves a kind word. */
const FAR_OFF = 5

/** What a race has shown, a sentence each. */
export function sayOutcome(
  t: Translate,
  locale: string,
  numbers: RaceNumbers,
  guesses: Guesses | null,
): readonly string[] {
  const { more, less, times: factor } = outcomeOf(numbers)
  const { polling, webSocket } = numbers
  const sentences = [
    t('outcome.bytes', {
      more: t(`inText.${more}`),
      moreBytes: bytes(numbers[more].bytes, locale),
      less: t(`lane.${less}`),
      lessBytes: bytes(numbers[less].bytes, locale),
      times: times(factor, locale),
    }),
    t('outcome.headers', {
      polling: percent(headerShare(polling), locale),
      webSocket: percent(headerShare(webSocket), locale),
    }),
    t('outcome.delay', {
      polling: formatDuration(polling.meanDelay, locale),
      webSocket: formatDuration(webSocket.meanDelay, locale),
    }),
  ]
  const isFarOff =
    guesses !== null &&
    (compareGuess(guesses.polling, polling.bytes).times > FAR_OFF ||
      compareGuess(guesses.webSocket, webSocket.bytes).times > FAR_OFF)
  return isFarOff ? [...sentences, t('outcome.guess')] : sentences
}
