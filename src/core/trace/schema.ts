/**
 * Validation of events that arrive from a sandbox, where a stranger's program may have made them up:
 * complete for the union, strict about types and unknown properties, bounded in size.
 */
import type { TraceEvent } from './event.ts'
import { EVENT_TYPES, TRAITS, withoutBody } from './events/traits.ts'
import { beginEvent } from './remote-value.ts'
import { cutToFit, isRecord, union, type ShapeProblem } from './shape.ts'

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

/**
 * The event, with what is too long in it cut and marked: a text ends in how long it was, and a body
 * that is too large is left out and counted, as in a log that has grown too large.
 */
function fittingEvent(value: unknown): unknown {
  beginEvent()
  const cut = cutToFit(anyEvent, value)
  return problemOfEvent(cut) === null ? cut : withoutLargeBody(cut)
}

function withoutLargeBody(value: unknown): unknown {
  const body = isRecord(value) ? value['data'] : undefined
  const isKnown = isRecord(value) && EVENT_TYPES.some((type) => type === value['type'])
  const frame = isRecord(value) && isRecord(value['frame']) ? value['frame'] : undefined
  const holdsBytes = [body, isRecord(body) ? body['bytes'] : undefined, frame?.['payload']].some(
    (bytes) => bytes instanceof Uint8Array,
  )
  // Its type is known and its body is bytes, which is all that is asked of it; it is validated next.
  return isKnown && holdsBytes ? withoutBody(value as unknown as TraceEvent) : value
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
    let events = batch as readonly unknown[]
    for (const [index, value] of batch.entries()) {
      if (this.#problemOf(value) === null) continue
      const fitting = fittingEvent(value)
      const problem = this.#problemOf(fitting)
      if (problem !== null) return { ok: false, problem, index }
      if (events === batch) events = [...batch]
      // The copy made above.
      ;(events as unknown[])[index] = fitting
    }
    // The loop has validated every element.
    return { ok: true, events: events as readonly TraceEvent[] }
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
