/** Which lines of the console a reader wants to see. */
import type { PrintedEvent } from '../../core/console/printed.ts'
import { levelOf, type LineLevel, type Translate } from './line-segments.ts'
import { lineText } from './line-text.ts'

interface Wanted {
  /** In the line, whatever its case. */
  readonly text: string
  /** Null for all. */
  readonly level: LineLevel | null
}

/** In the order in which they are offered. */
export const LEVELS: readonly LineLevel[] = ['error', 'warn', 'info', 'log', 'debug']

/** Null where every line is shown, so that nobody asks each. */
export function lineFilter(
  { text, level }: Wanted,
  t: Translate,
): ((event: PrintedEvent) => boolean) | null {
  const part = text.trim().toLowerCase()
  if (part === '' && level === null) return null
  return (event) =>
    (level === null || levelOf(event) === level) && lineText(event, t).toLowerCase().includes(part)
}
