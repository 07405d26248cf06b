import { shallowRef, triggerRef } from 'vue'
import type { TraceEvent } from '../core/trace/event.ts'
import { DEFAULT_LIMITS, TraceLog } from '../core/trace/log.ts'

/** A log as its readers get it. */
export type HeldLog = Omit<TraceLog, 'append'>

/** The log of a recording, reactive as a whole: reading it costs one subscription, not one an event. */
export class LiveLog {
  readonly #log

  /** @param firstSeq of the first event: more than 0 if older ones were released elsewhere. */
  constructor(firstSeq = 0) {
    this.#log = shallowRef(new TraceLog(DEFAULT_LIMITS, firstSeq))
  }

  /** Triggers what has read the log once, however many events there are. */
  append(events: readonly TraceEvent[]): void {
    for (const event of events) this.#log.value.append(event)
    triggerRef(this.#log)
  }

  /**
   * Subscribes the computed or effect that calls, and hands out the log. At capacity the length no
   * longer changes, so this is the only sign of growth. What is returned stays the same object: a
   * computed that only returns it notifies no one.
   */
  read(): HeldLog {
    return this.#log.value
  }
}
