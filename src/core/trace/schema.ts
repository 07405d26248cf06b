/**
 * Validation of events that arrive from a sandbox, where a stranger's program may have made them up:
 * complete for the union, strict about types and unknown properties, bounded in size.
 */
import type { TraceEvent } from './event.ts'
import { EVENT_TYPES, TRAITS } from './events/traits.ts'
import { beginEvent } from './remote-value.ts'
import { isRecord, union, type ShapeProblem } from './shape.ts'

const anyEvent = union<TraceEvent>(
  'type',
  Object.fromEntries(EVENT_TYPES.map((type) => [type, TRAITS[type].shape])),
)

/** What is wrong with a value that should be an event, or null where it is one. */
export function problemOfEvent(value: unknown): ShapeProblem {
  beginEvent()
  const problem = anyEvent(value)
  if (problem === null) return null
  const type = isRecord(value) && typeof value['type'] === 'string' ? value['type'] : 'event'
  return `${type.slice(0, 60)}${problem}`
}

export function isTraceEvent(value: unknown): value is TraceEvent {
  return problemOfEvent(value) === null
}

export type EventsParsed =
  | { readonly ok: true; readonly events: readonly TraceEvent[] }
  | {
      readonly ok: false
      readonly problem: string
      /** Where in the batch; absent where that is no list. */
      readonly index?: number
    }

/**
 * Validates the batches of one run as they arrive: each event by itself, and that `seq` counts up
 * without gaps, that time never goes back, and that a cause came before what it caused.
 */
export class EventStreamValidator {
  #nextSeq: number
  #time = 0

  /** @param firstSeq of the first event: more than 0 where the oldest were dropped. */
  constructor(firstSeq = 0) {
    this.#nextSeq = firstSeq
  }

  /** After a problem the stream is broken: nothing more should be fed. */
  accept(batch: unknown): EventsParsed {
    if (!Array.isArray(batch)) return { ok: false, problem: 'events: expected a list' }
    for (const [index, value] of batch.entries()) {
      const problem = this.#problemOf(value)
      if (problem !== null) return { ok: false, problem, index }
    }
    // The loop has validated every element.
    return { ok: true, events: batch as readonly TraceEvent[] }
  }

  #problemOf(value: unknown): ShapeProblem {
    if (!isTraceEvent(value)) return problemOfEvent(value)
    const { type, seq, time, cause } = value
    if (seq !== this.#nextSeq) return `${type}.seq: ${seq} came where ${this.#nextSeq} was due`
    if (time < this.#time) return `${type}.time: ${time} lies before ${this.#time}`
    if (cause !== undefined && cause >= seq) return `${type}.cause: ${cause} is not before ${seq}`
    this.#nextSeq = seq + 1
    this.#time = time
    return null
  }
}
