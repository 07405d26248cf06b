import { inject, type InjectionKey } from 'vue'
import type { TraceEvent } from '../core/trace/event.ts'
import type { Recording } from '../run/recording.ts'
import type { WordsOf } from './event-words.ts'

/** The connections as all views name them, and the one in focus. */
export interface ConnectionFocus {
  /** `null` until there is a WebSocket connection. */
  readonly id: string | null
  /** How many connections there are at the playhead. */
  readonly count: number
  nameOf(id: string): string
}

/** What a view shows. Reactive; while the view is hidden, only the recording changes. */
export interface ShownRun {
  readonly recording: Recording
  /** Events with a smaller seq are shown. */
  readonly shownBefore: number
  /** The playhead's time, milliseconds. */
  readonly time: number
  /** How far the run is computed, milliseconds. */
  readonly end: number
  /** The `seq` of the selected event. */
  readonly selected: number | null
  readonly connection: ConnectionFocus
  /** An event in the words of the interface's language. */
  readonly words: WordsOf
  /** False behind another tab. */
  readonly isSeen: boolean
  select(seq: number | null): void
  /** Moves the focus to the details of the selected event. */
  openDetails(): void
}

export const shownRunKey: InjectionKey<ShownRun> = Symbol('shown run')

export function useShownRun(): ShownRun {
  const run = inject(shownRunKey)
  if (run === undefined) throw new Error('useShownRun is for the component of a view')
  return run
}

export function connectionIdOf(event: TraceEvent): string | undefined {
  return 'connectionId' in event ? event.connectionId : undefined
}
