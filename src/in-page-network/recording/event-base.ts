import type {
  EventBase,
  Recorder,
  Side,
  SourcePosition,
  TraceEvent,
} from '../../core/trace/event.ts'

type Base = Omit<EventBase, 'seq' | 'time'>
type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What every event of the in-page network has. One object without spreads, for speed. */
export function baseOf(side: Side, cause: number | undefined, source?: SourcePosition): Base {
  const base: Writable<Base> = { side, provenance: 'observed' }
  if (cause !== undefined) base.cause = cause
  if (source !== undefined) base.source = source
  return base
}

export type ConnectionBase = Base & { readonly connectionId: string }

/** The same for an event of a connection. */
export function connectionBaseOf(
  connectionId: string,
  side: Side,
  cause: number | undefined,
  source?: SourcePosition,
): ConnectionBase {
  const base: Writable<ConnectionBase> = { connectionId, side, provenance: 'observed' }
  if (cause !== undefined) base.cause = cause
  if (source !== undefined) base.source = source
  return base
}

/** Names the process at which what is recorded of the server's side happened, where there are several. */
export function recorderAt(recorder: Recorder, server: number | undefined): Recorder {
  if (server === undefined) return recorder
  return {
    record: (draft) =>
      recorder.record(draft.side === 'server' ? Object.assign(draft, { server }) : draft),
  }
}

/** Records into a list, at the times of a clock. */
export function recordInto(events: TraceEvent[], now: () => number): Recorder {
  return {
    record(draft) {
      const seq = events.length
      // A draft and its position make the event of the draft's type.
      events.push({ ...draft, seq, time: now() } as TraceEvent)
      return seq
    },
  }
}

/** What was thrown, as an error: any value can be. */
export const errorOf = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown))
