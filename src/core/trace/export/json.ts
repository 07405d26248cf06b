/**
 * A trace as JSON: the header on the first line, then an event a line, so that two traces can be
 * compared byte for byte and a difference has a line. Bytes are `{"base64":"…"}`.
 */
import type { TraceEvent } from '../event.ts'
import { TRACE_VERSION, type TraceHeader } from '../header.ts'
import { EventStreamValidator, problemOfHeader } from '../schema.ts'
import { isRecord } from '../shape.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { migrate, TraceFormatError } from './migrate.ts'

export interface Trace {
  readonly header: TraceHeader
  /** From `seq` 0, without gaps. */
  readonly events: readonly TraceEvent[]
}

export function traceToJson({ header, events }: Trace): string {
  const lines = events.map((event) => JSON.stringify(event, withBytes))
  return `{"header":${JSON.stringify(header)},"events":[\n${lines.join(',\n')}\n]}\n`
}

/**
 * Reads a trace of this version or an older one.
 * @throws TraceFormatError that says what is wrong with it.
 */
export function traceFromJson(text: string): Trace {
  let parsed: unknown
  try {
    parsed = JSON.parse(text, fromBytes)
  } catch (error) {
    if (error instanceof TraceFormatError) throw error
    throw new TraceFormatError('this is not JSON')
  }
  const { header, events } = migrate(parsed, TRACE_VERSION)
  const problem = problemOfHeader(header)
  if (problem !== null) throw new TraceFormatError(problem)
  const validated = new EventStreamValidator().accept(events)
  if (!validated.ok) throw new TraceFormatError(validated.problem)
  // The header was just seen to have no problem.
  return { header: header as TraceHeader, events: validated.events }
}

/** `this` is the object that has the value: Node's Buffer would already have become its own JSON. */
function withBytes(this: unknown, key: string, value: unknown): unknown {
  const original = isRecord(this) ? this[key] : value
  return original instanceof Uint8Array ? { base64: toBase64(original) } : value
}

/** No event has an object whose only property is `base64`, so nothing else is taken for bytes. */
function fromBytes(_key: string, value: unknown): unknown {
  if (!isRecord(value) || typeof value['base64'] !== 'string' || Object.keys(value).length !== 1)
    return value
  const bytes = fromBase64(value['base64'])
  if (bytes === null) throw new TraceFormatError('the bytes of an event are not Base64')
  return bytes
}
