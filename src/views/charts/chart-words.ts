/** The numbers of a chart in the words of the interface's language. */
import {
  formatByteLength,
  formatDuration,
  formatNumber,
  formatTime,
} from '../../core/trace/describe/index.ts'
import type { Unit } from './chart.ts'
import { useI18n } from '../../locales/i18n.ts'

interface UnitWords {
  /** Short, for an axis. */
  readonly axis: (value: number) => string
  /** Exact, with its unit, for reading out. */
  readonly exact: (value: number) => string
}

/** Call in `setup`. What it returns follows the language. */
export function useChartWords() {
  const { t, locale } = useI18n()
  const number = (value: number) => formatNumber(value, locale.value)
  const words: Readonly<Record<Unit, UnitWords>> = {
    bytes: {
      axis: (value) => formatByteLength(value, locale.value),
      exact: (value) => t('charts.value.bytes', { count: number(value) }),
    },
    perSecond: {
      axis: number,
      exact: (value) => t('charts.value.perSecond', { count: number(value) }),
    },
    /** `1.5 s` and `1,500.0 ms`. */
    milliseconds: {
      axis: (ms) => formatDuration(ms, locale.value),
      exact: (ms) => formatTime(ms, locale.value),
    },
    sockets: { axis: number, exact: number },
  }
  return words
}
