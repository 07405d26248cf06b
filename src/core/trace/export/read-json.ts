/** Reading a trace from JSON, of this version or an older one, or from a HAR; wholly validated. */
import { problemOfHeader, type TraceHeader } from '../header.ts'
import { TRACE_VERSION } from '../trace-versions.ts'
import { MAX_SOURCE } from '../event-limits.ts'
import type { TraceEvent } from '../event.ts'
import { isSkeleton } from '../events/skeleton.ts'
import { MAX_SKELETON } from '../log.ts'
import { EventStreamValidator, isTraceEvent, problemOfEvent } from '../schema.ts'
import { isRecord, text } from '../shape.ts'
import { fromBase64 } from '../../protocol/base64.ts'
import { isHar, traceFromHar } from './har/trace-from-har.ts'
import type { Trace } from './json.ts'
import { migrate } from './migrate.ts'
import { TraceFormatError } from './trace-format-error.ts'

const MAX_FILES = 64

/** @throws TraceFormatError that says what is wrong with the trace. */
export function traceFromJson(json: string): Trace {
  let parsed: unknown
  try {
    parsed = JSON.parse(json, fromBytes)
  } catch {
    throw new TraceFormatError({ kind: 'noJson' }, 'this is not JSON')
  }
  if (isHar(parsed)) return traceFromHar(parsed)
  const { header, program, skeleton, events } = migrate(parsed, TRACE_VERSION)
  const problem = problemOfHeader(header)
  if (problem !== null) throw new TraceFormatError({ kind: 'badHeader', detail: problem }, problem)
  if (!Array.isArray(events))
    throw new TraceFormatError({ kind: 'noTrace' }, 'a trace has a list of events')
  const firstSeq = firstSeqOf(events)
  const validated = new EventStreamValidator(firstSeq).accept(events)
  if (!validated.ok) {
    const { problem: detail, index = 0 } = validated
    throw new TraceFormatError({ kind: 'badEvent', index, detail }, `event ${index}: ${detail}`)
  }
  return {
    // `problemOfHeader` found nothing wrong with it.
    header: header as TraceHeader,
    ...(program === undefined ? {} : { program: checkedProgram(program) }),
    ...(skeleton === undefined ? {} : { skeleton: checkedSkeleton(skeleton, firstSeq) }),
    events: validated.events,
  }
}

function firstSeqOf(events: readonly unknown[]): number {
  const [first] = events
  const seq = isRecord(first) ? first['seq'] : undefined
  // The validator reports a `seq` that is not a number.
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0 ? seq : 0
}

function checkedSkeleton(skeleton: unknown, before: number): readonly TraceEvent[] {
  const refuse = (index: number, detail: string): never => {
    throw new TraceFormatError({ kind: 'badEvent', index, detail }, `skeleton ${index}: ${detail}`)
  }
  if (!Array.isArray(skeleton)) return refuse(0, 'skeleton: expected a list')
  if (skeleton.length > MAX_SKELETON) refuse(0, `skeleton: more than ${MAX_SKELETON} events`)
  const checked: TraceEvent[] = []
  for (const [index, event] of skeleton.entries()) {
    if (!isTraceEvent(event)) return refuse(index, problemOfEvent(event) ?? 'not an event')
    const { seq, time } = event
    const last = checked.at(-1)
    if (!isSkeleton(event)) refuse(index, `${event.type}: not of the skeleton`)
    if (seq >= before || (last !== undefined && (seq <= last.seq || time < last.time)))
      refuse(index, `${event.type}.seq: ${seq} is out of order`)
    checked.push(event)
  }
  return checked
}

const fileText = text(MAX_SOURCE)

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
  // The loop has validated every value.
  return program as Readonly<Record<string, string>>
}

/**
 * No event has an object whose only property is `base64`, so nothing else becomes bytes. A text
 * that is not Base64 stays as it is, and the validation of its event names it.
 */
function fromBytes(_key: string, value: unknown): unknown {
  if (!isRecord(value) || typeof value['base64'] !== 'string' || Object.keys(value).length !== 1)
    return value
  return fromBase64(value['base64']) ?? value
}
