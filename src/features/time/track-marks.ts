/** What happened when, on the scrubber: at most one mark of each kind in each small stretch. */
import { directionOf } from '../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'

export const MARK_KINDS = [
  'out',
  'in',
  'error',
  'intervention',
  'state-0',
  'state-1',
  'state-2',
  'state-3',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export interface TrackMark {
  readonly kind: MarkKind
  /** Milliseconds. */
  readonly time: number
}

/** The mark that an event leaves, if any. A frame is marked where it set out. */
export function markOf(event: TraceEvent): MarkKind | undefined {
  switch (event.type) {
    case 'frameSent':
      return directionOf(event)
    case 'readyStateChanged':
      return event.side === 'client' ? `state-${event.to}` : undefined
    case 'intervention':
      return 'intervention'
    case 'frameError':
    case 'uncaughtError':
      return 'error'
    case 'apiCall':
      return event.exception === undefined ? undefined : 'error'
    default:
      return undefined
  }
}

/** How many stretches the track is cut into at most: about one for each pixel that a mark needs. */
const STRETCHES = 256

/**
 * Takes events in their order and keeps a bounded number of marks, however long the run: when the
 * track is full, two stretches become one.
 */
export class TrackMarks {
  /** Milliseconds a stretch. */
  #stretch = 0.1
  /** By stretch: the kinds that were seen, each with the first time. */
  #stretches: Map<MarkKind, number>[] = []

  accept(event: TraceEvent): void {
    const kind = markOf(event)
    if (kind === undefined) return
    while (event.time >= this.#stretch * STRETCHES) this.#merge()
    const index = Math.floor(event.time / this.#stretch)
    while (this.#stretches.length <= index) this.#stretches.push(new Map())
    const seen = this.#stretches[index]
    if (seen !== undefined && !seen.has(kind)) seen.set(kind, event.time)
  }

  #merge(): void {
    const merged: Map<MarkKind, number>[] = []
    for (let index = 0; index < this.#stretches.length; index += 2) {
      const first = this.#stretches[index] ?? new Map<MarkKind, number>()
      for (const [kind, time] of this.#stretches[index + 1] ?? [])
        if (!first.has(kind)) first.set(kind, time)
      merged.push(first)
    }
    this.#stretches = merged
    this.#stretch *= 2
  }

  /** In order of time. */
  all(): TrackMark[] {
    return this.#stretches.flatMap((seen) => Array.from(seen, ([kind, time]) => ({ kind, time })))
  }
}
