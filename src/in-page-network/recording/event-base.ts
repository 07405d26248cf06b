import type { EventBase, Side, SourcePosition } from '../../core/trace/event.ts'

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
