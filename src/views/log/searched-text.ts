import type { TraceEvent } from '../../core/trace/event.ts'

/** Deeper values than the trace has. */
const MAX_DEPTH = 12

/** All that an event says, whole: a line of the log shows the beginning of its data. */
export function searchedText(event: TraceEvent): string {
  return textsIn(event, MAX_DEPTH).join(' ')
}

function textsIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof Uint8Array) return [new TextDecoder().decode(value)]
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.values(value).flatMap((part) => textsIn(part, depth - 1))
}
