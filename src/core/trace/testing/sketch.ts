/** Traces for tests, in as few words as possible. */
import type { TraceEvent } from '../event.ts'
import type { Sketch } from './sample.ts'
import { TRAITS } from '../events/traits.ts'

/** An event without what a test does not care about. */
export type EventSketch = Sketch<TraceEvent>

/** Events observed at the client of `ws-1`, from time 0, unless a sketch says otherwise. */
export function traceOf(...sketches: readonly EventSketch[]): TraceEvent[] {
  return traceFrom(sketches)
}

export function traceFrom(sketches: readonly EventSketch[]): TraceEvent[] {
  let time = 0
  return sketches.map((sketch, seq) => {
    const { at = time, ...own } = sketch
    time = at
    const { properties = {} } = TRAITS[sketch.type].shape
    const event = {
      seq,
      time,
      side: 'client',
      provenance: 'observed',
      ...('connectionId' in properties ? { connectionId: 'ws-1' } : {}),
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
