/** The numbers of a chart in the words of the interface's language. */
import { useI18n } from 'vue-i18n'
import {
  formatByteLength,
  formatDuration,
  formatNumber,
  formatTime,
} from '../../core/trace/describe/index.ts'
import type { Unit } from './chart.ts'

export interface ChartWords {
  /** A time on an axis: `1.5 s`. */
  readonly axisTime: (ms: number) => string
  /** A time that is read out: `1,500.0 ms`. */
  readonly time: (ms: number) => string
  /** A value on an axis: short. */
  readonly axisValue: (unit: Unit, value: number) => string
  /** A value that is read out: exact, with its unit. */
  readonly value: (unit: Unit, value: number) => string
}

/** Call in `setup`. What is returned follows the language. */
export function useChartWords(): ChartWords {
  const { t, locale } = useI18n()
  const number = (value: number) => formatNumber(value, locale.value)
  return {
    axisTime: (ms) => formatDuration(ms, locale.value),
    time: (ms) => formatTime(ms, locale.value),
    axisValue(unit, value) {
      switch (unit) {
        case 'bytes':
          return formatByteLength(value, locale.value)
        case 'milliseconds':
          return formatDuration(value, locale.value)
        case 'perSecond':
        case 'sockets':
          return number(value)
      }
      return unit satisfies never
    },
    value(unit, value) {
      switch (unit) {
        case 'bytes':
          return t('charts.value.bytes', { count: number(value) })
        case 'milliseconds':
          return formatTime(value, locale.value)
        case 'perSecond':
          return t('charts.value.perSecond', { count: number(value) })
        case 'sockets':
          return number(value)
      }
      return unit satisfies never
    },
  }
}
