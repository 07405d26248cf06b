import { shallowRef, triggerRef } from 'vue'
import type { TraceEvent } from '../core/trace/event.ts'
import { DEFAULT_LIMITS, TraceLog } from '../core/trace/log.ts'

/** A log as its readers see it. */
export type HeldLog = Omit<TraceLog, 'append'>

/** The log of a recording, reactive as a whole: a reader subscribes once, not to each event. */
export class LiveLog {
  readonly #log

  /** @param firstSeq of the first event: more than 0 if older ones were released elsewhere. */
  constructor(firstSeq = 0, skeleton: readonly TraceEvent[] = []) {
    this.#log = shallowRef(new TraceLog(DEFAULT_LIMITS, firstSeq, skeleton))
  }

  /** Triggers the log's readers once for all these events. */
  append(events: readonly TraceEvent[]): void {
    for (const event of events) this.#log.value.append(event)
    triggerRef(this.#log)
  }

  /**
   * Subscribes the computed or effect that calls it to the log's growth: at capacity, the length no
   * longer changes. It always returns the same object, so a computed that only returns the log
   * notifies nobody.
   */
  read(): HeldLog {
    return this.#log.value
  }
}
