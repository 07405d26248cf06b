/** Tells which events were caused by an event that a pattern describes. */
import type { TraceEvent } from '../trace/event.ts'
import { matchPattern, noBindings, type EventPattern } from './pattern.ts'

/** How many events with a known cause are remembered; beyond that the oldest is forgotten. */
const MAX_EVENTS = 10_000

/**
 * Follows causes back to the nearest event of the pattern's kind. A line that is printed when the
 * second connection closes is not caused by the close of the first, though without that there would
 * be no second.
 */
export class CauseWatch {
  readonly #pattern: EventPattern
  /** By `seq`: whether the nearest event of the kind, the event itself or a cause, matches. */
  readonly #known = new Map<number, boolean>()

  constructor(pattern: EventPattern) {
    this.#pattern = pattern
  }

  /** Takes the next event of the run. */
  isCausedBy(event: TraceEvent): boolean {
    const { cause, seq } = event
    const inherited = cause === undefined ? undefined : this.#known.get(cause)
    const { kind } = matchPattern(this.#pattern, event, noBindings)
    const own = kind === 'other' ? inherited : kind === 'match'
    if (own !== undefined) {
      this.#known.set(seq, own)
      if (this.#known.size > MAX_EVENTS)
        for (const oldest of this.#known.keys()) {
          this.#known.delete(oldest)
          break
        }
    }
    return inherited ?? false
  }
}
