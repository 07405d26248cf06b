import type { TraceEvent } from '../../core/trace/event.ts'

/** Says an event in the words of the interface's language. */
export type WordsOf = (event: TraceEvent) => { readonly sentence: string; readonly detail: string }
