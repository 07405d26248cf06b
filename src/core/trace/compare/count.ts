/** Counting rows by their kind, and by what kind of event they are about. */
import { EVENT_GROUPS, groupOf, type EventGroup } from '../describe/index.ts'
import type { TraceEvent } from '../event.ts'
import type { ReadableLog } from '../readable-log.ts'
import type { ComparedRow, Comparison, RowKind } from './comparison.ts'

/** The logs whose events the rows name. */
export interface RowLogs {
  readonly here: ReadableLog
  readonly there: ReadableLog
}

/** The event of a row: the one here where there are two. */
export function eventOf({ here, there }: ComparedRow, logs: RowLogs): TraceEvent | undefined {
  return here === null ? logs.there.get(there ?? -1) : logs.here.get(here)
}

type Counting = Record<RowKind, number>

function none(): Counting {
  return { agrees: 0, moved: 0, differs: 0, onlyHere: 0, onlyThere: 0 }
}

export function countRows(
  rows: readonly ComparedRow[],
  logs: RowLogs,
): Pick<Comparison, 'counts' | 'aspects' | 'first'> {
  const counts = none()
  const aspects = new Map<EventGroup, { counts: Counting; first: number | null }>()
  let first: number | null = null
  for (const [index, row] of rows.entries()) {
    counts[row.kind] += 1
    const event = eventOf(row, logs)
    if (row.kind !== 'agrees') first ??= index
    if (event === undefined) continue
    const group = groupOf(event)
    let aspect = aspects.get(group)
    if (aspect === undefined) {
      aspect = { counts: none(), first: null }
      aspects.set(group, aspect)
    }
    aspect.counts[row.kind] += 1
    if (row.kind !== 'agrees') aspect.first ??= index
  }
  return {
    counts,
    first,
    aspects: EVENT_GROUPS.flatMap((group) => {
      const aspect = aspects.get(group)
      return aspect === undefined ? [] : [{ group, ...aspect }]
    }),
  }
}
