/** What a comparison found, in the words of the interface's language. */
import type { Difference, FieldValue, Finding } from '../../core/trace/compare/index.ts'
import {
  formatDuration,
  formatNumber,
  formatTime,
  previewBytes,
  previewText,
} from '../../core/trace/describe/index.ts'
import { useI18n } from '../../locales/i18n.ts'

const TIMES = new Set(['time'])
const DURATIONS = new Set(['by', 'most'])
/** Parameters that choose between texts and appear in none of them. */
const CHOOSING: Readonly<Partial<Record<Finding['key'], string>>> = {
  closedBy: 'here',
  compression: 'where',
}

export interface CompareWords {
  finding(finding: Finding, connectionName: (id: string) => string): string
  /** `close code 1000 ≠ 1006`. */
  difference(difference: Difference): string
}

/** Call in `setup`. What it returns follows the language. */
export function useCompareWords(): CompareWords {
  const { t, textOf, locale } = useI18n()

  function parameter(name: string, value: string | number): string {
    if (typeof value === 'string') return value
    if (TIMES.has(name)) return formatTime(value, locale.value)
    if (DURATIONS.has(name)) return formatDuration(value, locale.value)
    return formatNumber(value, locale.value)
  }

  function value(field: string, shown: FieldValue | undefined): string {
    if (shown === undefined) return t('compare.missing')
    if (shown instanceof Uint8Array) return previewBytes(shown, 12)
    if (field === 'time' && typeof shown === 'number') return formatTime(shown, locale.value)
    return previewText(String(shown), 40)
  }

  return {
    finding({ key, params, count, connectionId }, connectionName) {
      const named: Record<string, string> = {}
      for (const [name, param] of Object.entries(params)) named[name] = parameter(name, param)
      if (connectionId !== undefined) named['connection'] = connectionName(connectionId)
      const choice = CHOOSING[key]
      const path = `compare.finding.${key}${choice === undefined ? '' : `.${String(params[choice])}`}`
      const text = textOf(path, named, count)
      return text.charAt(0).toLocaleUpperCase(locale.value) + text.slice(1)
    },
    difference({ field, here, there }) {
      return `${textOf(`compare.field.${field}`)} ${value(field, here)} ≠ ${value(field, there)}`
    },
  }
}
