/** Which events of the log are shown. */
import { EVENT_GROUPS, type EventGroup } from '../../core/trace/describe/index.ts'

export interface LogFilter {
  readonly groups: ReadonlySet<EventGroup>
  /** Plain text, or a regular expression between slashes: `/close|error/i`. */
  readonly text: string
}

/** Bytes and timers are details that make a log hard to read. */
const DEFAULT_GROUPS: ReadonlySet<EventGroup> = new Set(
  EVENT_GROUPS.filter((group) => group !== 'bytes' && group !== 'timers'),
)

export const DEFAULT_FILTER: LogFilter = { groups: DEFAULT_GROUPS, text: '' }

export function withGroup(filter: LogFilter, group: EventGroup, shown: boolean): LogFilter {
  const groups = new Set(filter.groups)
  if (shown) groups.add(group)
  else groups.delete(group)
  return { ...filter, groups }
}

export type TextFilter =
  /** `matches` is null if every text matches. */
  | { readonly valid: true; readonly matches: ((text: string) => boolean) | null }
  | { readonly valid: false; readonly problem: string }

/**
 * Plain text matches without regard to case. `/…/flags` is a JavaScript regular expression, without
 * regard to case unless it has flags. A pattern that is still being typed (`/clo`) is plain text.
 */
export function parseTextFilter(text: string): TextFilter {
  const wanted = text.trim()
  if (wanted === '') return { valid: true, matches: null }
  const pattern = /^\/(.+)\/([a-z]*)$/s.exec(wanted)
  if (pattern === null) {
    const lower = wanted.toLowerCase()
    return { valid: true, matches: (candidate) => candidate.toLowerCase().includes(lower) }
  }
  const [, source = '', flags = ''] = pattern
  try {
    // `g` and `y` would make each test start where the last one ended.
    const expression = new RegExp(source, flags === '' ? 'i' : flags.replace(/[gy]/g, ''))
    return { valid: true, matches: (candidate) => expression.test(candidate) }
  } catch (error) {
    return { valid: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
