import type { EventBase, Side, SourcePosition } from '../../core/trace/event.ts'

type Base = Omit<EventBase, 'seq' | 'time'>
type Writable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * What every event of the in-page network has. One object, without spreads: there are many.
 * All is observed; nothing here is ever guessed.
 */
export function baseOf(side: Side, cause: number | undefined, source?: SourcePosition): Base {
  const base: Writable<Base> = { side, provenance: 'observed' }
  if (cause !== undefined) base.cause = cause
  if (source !== undefined) base.source = source
  return base
}

/** The same for an event of a connection. */
export function connectionBaseOf(
  connectionId: string,
  side: Side,
  cause: number | undefined,
  source?: SourcePosition,
): Base & { readonly connectionId: string } {
  const base: Writable<Base> & { connectionId: string } = {
    connectionId,
    side,
    provenance: 'observed',
  }
  if (cause !== undefined) base.cause = cause
  if (source !== undefined) base.source = source
  return base
}
