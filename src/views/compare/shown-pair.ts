/** Two runs side by side, and what the other views show of them. */
import type { ComparedRow, Comparison } from '../../core/trace/compare/index.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import type { ComparedSide } from '../../stores/compared-pair.ts'

export interface ShownPair {
  readonly logs: Readonly<Record<ComparedSide, ReadableLog>>
  readonly mode: Comparison['mode']
  /** Which of the two the other views show. */
  readonly shownSide: ComparedSide | null
  /** The selected event of that run. */
  readonly selected: number | null
  /** The playhead's time, milliseconds. */
  readonly time: number
  /** Events of the shown run with a smaller seq have happened. */
  readonly shownBefore: number
}

export const SIDES = ['here', 'there'] as const
export const LETTERS: Readonly<Record<ComparedSide, string>> = { here: 'A', there: 'B' }

/** The event of one side of a row, if it has one. */
export function eventAt(pair: ShownPair, row: ComparedRow, side: ComparedSide) {
  const seq = row[side]
  return seq === null ? undefined : pair.logs[side].get(seq)
}

export function isSelected(pair: ShownPair, side: ComparedSide, { seq }: TraceEvent): boolean {
  return side === pair.shownSide && seq === pair.selected
}

/** Whether an event is after the playhead. On two clocks, only the shown run has a playhead. */
export function isAhead(pair: ShownPair, side: ComparedSide, event: TraceEvent): boolean {
  if (side === pair.shownSide) return event.seq >= pair.shownBefore
  return pair.mode === 'sameWorld' && event.time > pair.time
}
