/** Samples of events: what tests that must hold for every type are made from. */
import type { ConnectionEventBase, EventBase } from '../events/event-base.ts'
import type { TraceFrame } from '../events/trace-frame.ts'

type Common = Partial<Omit<ConnectionEventBase, 'seq' | 'time'>> & {
  /** Milliseconds; by default the time of the event before. */
  readonly at?: number
}

/** An event without the properties that a test rarely needs. */
export type Sketch<E> = E extends EventBase
  ? Omit<E, keyof EventBase | 'connectionId'> & Common
  : never

/** At least one for each type of a family. */
export type SamplesOf<Family extends EventBase & { readonly type: string }> = {
  readonly [T in Family['type']]: readonly Sketch<Extract<Family, { readonly type: T }>>[]
}

/** A frame with a header of two octets: not masked, payload shorter than 126 octets. */
export function shortFrame(
  opcode: number,
  payload: Uint8Array | string = '',
  { fin = true, rsv1 = false }: { readonly fin?: boolean; readonly rsv1?: boolean } = {},
): TraceFrame {
  const octets = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload
  return {
    fin,
    rsv1,
    rsv2: false,
    rsv3: false,
    opcode,
    masked: false,
    header: Uint8Array.of((fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | opcode, octets.length),
    payload: octets,
  }
}

/** The same frame as a client sends it, with this masking key. */
export function maskedFrame(frame: TraceFrame, key: Uint8Array): TraceFrame {
  const [first = 0, second = 0] = frame.header
  return { ...frame, masked: true, header: Uint8Array.of(first, second | 0x80, ...key) }
}
