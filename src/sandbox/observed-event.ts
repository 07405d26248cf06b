/** Drafts of the events that the sandbox observes of a program. */
import type {
  ConsoleLevel,
  ConsoleMessage,
  SourcePosition,
  TraceEventDraft,
} from '../core/trace/event.ts'

type Details<E> = E extends unknown ? Omit<E, 'side' | 'provenance' | 'source'> : never

/** An event of the client. `source` is where the program called, if it is known. */
export function observed(
  details: Details<TraceEventDraft>,
  source?: SourcePosition,
): TraceEventDraft {
  return { ...details, side: 'client', provenance: 'observed', ...(source && { source }) }
}

/** The cause of an event, where there is one. */
export function causedBy(cause: number | undefined): { readonly cause?: number } {
  return cause === undefined ? {} : { cause }
}

/** A line in the console that is one text. */
export function consoleText(
  level: ConsoleLevel,
  text: string,
): Pick<ConsoleMessage, 'type' | 'level' | 'arguments'> {
  const argument = { kind: 'string', text, length: text.length } as const
  return { type: 'consoleMessage', level, arguments: [argument] }
}
