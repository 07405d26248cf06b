/** Makes the explanation of a verdict. */
import type { TraceEvent } from '../trace/event.ts'
import type { Bindings } from './condition.ts'
import type { EventPattern, Mismatch } from './pattern.ts'
import { phraseOfPattern, short, wantedBy } from './phrase.ts'
import type { Explanation, Phrase } from './result.ts'

/** Milliseconds with one decimal, as the log shows them. */
export function shownTime(time: number): number {
  return Math.round(time * 10) / 10
}

interface Parts {
  readonly params?: Readonly<Record<string, string | number>>
  readonly phrases?: Readonly<Record<string, Phrase>>
  /** The event that came instead, or broke the rule. */
  readonly event?: TraceEvent
}

export function explain(key: string, { params = {}, phrases, event }: Parts = {}): Explanation {
  return {
    key,
    params: event === undefined ? params : { time: shownTime(event.time), ...params },
    ...(phrases === undefined ? {} : { phrases }),
    ...(event === undefined ? {} : placeOf(event)),
  }
}

/** Where an event is, so that the explanation can link to it. */
export function placeOf(event: TraceEvent): Pick<Explanation, 'seq' | 'time' | 'line' | 'file'> {
  const { seq, time, source } = event
  return { seq, time, ...(source === undefined ? {} : { line: source.line, file: source.file }) }
}

/** An event of the right kind came, but one of its fields had the wrong value. */
export function explainMismatch(
  pattern: EventPattern,
  event: TraceEvent,
  mismatch: Mismatch,
  bindings: Bindings,
): Explanation {
  const phrases = { expected: phraseOfPattern(pattern) }
  const { field, actual } = mismatch
  if (field === 'connection') return explain('instead.connection', { phrases, event })
  const wanted = wantedBy(pattern[field], (name) => bindings.get(name))
  const params = { field, actual: short(actual) }
  return wanted === undefined
    ? explain('instead.field', { phrases, event, params })
    : explain('instead.value', { phrases, event, params: { ...params, wanted } })
}

/** No event matched the pattern. */
export function explainMissing(pattern: EventPattern, previous?: TraceEvent): Explanation {
  const expected = phraseOfPattern(pattern)
  return previous === undefined
    ? explain('missing', { phrases: { expected } })
    : explain('missingAfter', { phrases: { expected }, event: previous })
}
