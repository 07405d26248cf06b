/** Events in the words of the interface's language. */
import { describeEvent, formatNumber } from '../core/trace/describe/index.ts'
import type { TraceEvent } from '../core/trace/event.ts'
import { useI18n } from '../locales/i18n.ts'

export interface EventWords {
  /** `TEXT frame sent`. */
  readonly sentence: string
  /** Data, not language: `“Hello”`. Empty if there is none. */
  readonly detail: string
}

export type WordsOf = (event: TraceEvent) => EventWords

/** Call in `setup`. What it returns follows the language. */
export function useEventWords(): WordsOf {
  const { textOf, locale } = useI18n()
  return (event) => {
    const { key, params, count, detail = '' } = describeEvent(event)
    const named: Record<string, string> = {}
    for (const [name, value] of Object.entries(params))
      named[name] = typeof value === 'number' ? formatNumber(value, locale.value) : value
    return { sentence: textOf(key, named, count), detail }
  }
}
