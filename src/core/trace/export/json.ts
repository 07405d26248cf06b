/**
 * A trace as JSON: the header on the first line, then an event a line, so that two traces can be
 * compared byte for byte and a difference has a line. Bytes are `{"base64":"…"}`.
 */
import type { TraceEvent } from '../event.ts'
import type { TraceHeader } from '../header.ts'
import { isRecord } from '../shape.ts'
import { toBase64 } from '../../protocol/base64.ts'

export interface Trace {
  readonly header: TraceHeader
  /** The files of the program that made it, by name; `source` of an event points into one. */
  readonly program?: Readonly<Record<string, string>>
  /** How connections began and ended among the events that were dropped; by `seq`. */
  readonly skeleton?: readonly TraceEvent[]
  /** By `seq`, without gaps; from 0, unless the oldest were dropped. */
  readonly events: readonly TraceEvent[]
}

export function traceToJson(trace: Trace): string {
  return [...traceJsonParts(trace)].join('')
}

/** The same in parts, for a trace that is too large to be one string. */
export function* traceJsonParts(trace: Trace): Iterable<string> {
  const { header, program, skeleton = [], events } = trace
  yield `{"header":${JSON.stringify(header)},`
  if (program !== undefined) yield `\n"program":${JSON.stringify(program)},\n`
  if (skeleton.length > 0) yield* listParts('skeleton', skeleton, ',\n')
  yield* listParts('events', events, '}\n')
}

function* listParts(name: string, events: readonly TraceEvent[], end: string): Iterable<string> {
  yield `"${name}":[`
  let separator = '\n'
  for (const event of events) {
    yield separator + eventToJson(event)
    separator = ',\n'
  }
  yield `\n]${end}`
}

/** An event as it stands in a trace, on one line. */
export const eventToJson = (event: TraceEvent): string => JSON.stringify(event, withBytes)

/** `this` is the object that has the value: Node's Buffer would already have become its own JSON. */
function withBytes(this: unknown, key: string, value: unknown): unknown {
  const original = isRecord(this) ? this[key] : value
  return original instanceof Uint8Array ? { base64: toBase64(original) } : value
}
