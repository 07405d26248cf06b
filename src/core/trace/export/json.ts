/**
 * A trace as JSON: the header on the first line, then an event a line, so that two traces can be
 * compared byte for byte and a difference has a line. Bytes are `{"base64":"…"}`.
 */
import type { TraceEvent } from '../event.ts'
import { TRACE_VERSION, type TraceHeader } from '../header.ts'
import { problemOfHeader } from '../header-schema.ts'
import { EventStreamValidator } from '../schema.ts'
import { isRecord, text } from '../shape.ts'
import { MAX_TEXT } from '../limits.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { migrate } from './migrate.ts'
import { TraceFormatError } from './trace-format-error.ts'

export interface Trace {
  readonly header: TraceHeader
  /** The files of the program that made it, by name: what `source` of an event points into. */
  readonly program?: Readonly<Record<string, string>>
  /** By `seq`, without gaps; from 0, unless the oldest were let go. */
  readonly events: readonly TraceEvent[]
}

/** The most files that a program is taken to have. */
const MAX_FILES = 64

export function traceToJson(trace: Trace): string {
  return [...traceJsonParts(trace)].join('')
}

/** The same in parts, for a trace that is too large to be one string. */
export function* traceJsonParts({ header, program, events }: Trace): Iterable<string> {
  yield `{"header":${JSON.stringify(header)},`
  if (program !== undefined) yield `\n"program":${JSON.stringify(program)},\n`
  yield '"events":['
  let separator = '\n'
  for (const event of events) {
    yield separator + JSON.stringify(event, withBytes)
    separator = ',\n'
  }
  yield '\n]}\n'
}

/**
 * Reads a trace of this version or an older one.
 * @throws TraceFormatError that says what is wrong with it.
 */
export function traceFromJson(json: string): Trace {
  let parsed: unknown
  try {
    parsed = JSON.parse(json, fromBytes)
  } catch {
    throw new TraceFormatError({ kind: 'noJson' }, 'this is not JSON')
  }
  const { header, program, events } = migrate(parsed, TRACE_VERSION)
  const problem = problemOfHeader(header)
  if (problem !== null) throw new TraceFormatError({ kind: 'badHeader', detail: problem }, problem)
  if (!Array.isArray(events))
    throw new TraceFormatError({ kind: 'noTrace' }, 'a trace has a list of events')
  const validated = new EventStreamValidator(firstSeqOf(events)).accept(events)
  if (!validated.ok) {
    const { problem: detail, index = 0 } = validated
    throw new TraceFormatError({ kind: 'badEvent', index, detail }, `event ${index}: ${detail}`)
  }
  return {
    // The header was just seen to have no problem.
    header: header as TraceHeader,
    ...(program === undefined ? {} : { program: checkedProgram(program) }),
    events: validated.events,
  }
}

function firstSeqOf(events: readonly unknown[]): number {
  const [first] = events
  const seq = isRecord(first) ? first['seq'] : undefined
  // Where it is no number, the validator says so.
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0 ? seq : 0
}

const fileText = text(MAX_TEXT)

function checkedProgram(program: unknown): Readonly<Record<string, string>> {
  const refuse = (detail: string): never => {
    throw new TraceFormatError({ kind: 'badProgram', detail }, detail)
  }
  if (!isRecord(program)) return refuse('program: expected an object')
  const files = Object.entries(program)
  if (files.length > MAX_FILES) return refuse(`program: more than ${MAX_FILES} files`)
  for (const [name, content] of files) {
    const problem = fileText(content)
    if (problem !== null) refuse(`program.${name.slice(0, 60)}${problem}`)
  }
  // Every value was just seen to be a text.
  return program as Readonly<Record<string, string>>
}

/** `this` is the object that has the value: Node's Buffer would already have become its own JSON. */
function withBytes(this: unknown, key: string, value: unknown): unknown {
  const original = isRecord(this) ? this[key] : value
  return original instanceof Uint8Array ? { base64: toBase64(original) } : value
}

/**
 * No event has an object whose only property is `base64`, so nothing else is taken for bytes. What
 * is not Base64 stays as it is, for the validation of its event to name.
 */
function fromBytes(_key: string, value: unknown): unknown {
  if (!isRecord(value) || typeof value['base64'] !== 'string' || Object.keys(value).length !== 1)
    return value
  return fromBase64(value['base64']) ?? value
}
