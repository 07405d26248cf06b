/** Traces for tests, written as short as they can be told. */
import type { ConnectionEventBase, EventBase, TraceEvent } from '../event.ts'

type Common = Partial<Omit<ConnectionEventBase, 'seq' | 'time'>> & {
  /** Milliseconds; by default the time of the event before. */
  readonly at?: number
}

type Own<E> = E extends TraceEvent ? Omit<E, keyof EventBase | 'connectionId'> & Common : never

/** An event without what a test does not care about. */
export type EventSketch = Own<TraceEvent>

/** These happen to the program, not to a connection. */
const withoutConnection: ReadonlySet<EventSketch['type']> = new Set([
  'timerSet',
  'timerFired',
  'timerCleared',
  'pageLifecycle',
  'userInput',
  'consoleMessage',
  'uncaughtError',
  'prediction',
] as const)

/** Events observed at the client of `ws-1`, from time 0, unless a sketch says otherwise. */
export function traceOf(...sketches: readonly EventSketch[]): TraceEvent[] {
  return traceFrom(sketches)
}

export function traceFrom(sketches: readonly EventSketch[]): TraceEvent[] {
  let time = 0
  return sketches.map((sketch, seq) => {
    const { at = time, ...own } = sketch
    time = at
    const event = {
      seq,
      time,
      side: 'client',
      provenance: 'observed',
      ...(withoutConnection.has(sketch.type) ? {} : { connectionId: 'ws-1' }),
      ...own,
    }
    // A sketch is its event without the common properties, which were just added.
    return event as TraceEvent
  })
}

/** A text message of ASCII characters, with its length. */
export function asciiMessage(text: string) {
  return { data: { kind: 'text', text }, byteLength: text.length } as const
}
