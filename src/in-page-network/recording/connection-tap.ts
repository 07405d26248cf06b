import type { Recorder, Side, SourcePosition, TraceEventDraft } from '../../core/trace/event.ts'
import type { CutKind } from '../../core/trace/intervention.ts'
import type { TransportTap, Write } from '../link/transport.ts'
import { connectionBaseOf, type ConnectionBase } from './event-base.ts'

type WithoutBase<E> = E extends TraceEventDraft ? Omit<E, keyof ConnectionBase> : never

/** What an event of a connection says besides where it happened and what caused it. */
export type ConnectionEventDetails = WithoutBase<Extract<TraceEventDraft, { connectionId: string }>>

/** The sending of octets, as the events that follow from it need it. */
export interface Sending {
  readonly seq: number
  readonly cause: number | undefined
  readonly source: SourcePosition | undefined
  /** The writes that it is made up of, where they are known. */
  readonly writes: readonly Write[]
}

/** Records the octets of one connection at both ends, and how its transport ended. */
export abstract class ConnectionTap implements TransportTap {
  protected readonly connectionId: string
  readonly #recorder: Recorder
  readonly #locate: () => SourcePosition | undefined

  constructor(recorder: Recorder, locate: () => SourcePosition | undefined, connectionId: string) {
    this.#recorder = recorder
    this.#locate = locate
    this.connectionId = connectionId
  }

  record(
    side: Side,
    details: ConnectionEventDetails,
    cause: number | undefined,
    source?: SourcePosition,
  ): number {
    const base = connectionBaseOf(this.connectionId, side, cause, source)
    return this.#recorder.record(Object.assign(base, details))
  }

  sent(
    side: Side,
    data: Uint8Array,
    cause: number | undefined,
    writes: readonly Write[] = [],
  ): number {
    const [first] = writes
    // A client's octets follow from a call that has its place already.
    const source = first === undefined && side === 'server' ? this.#locate() : first?.source
    const seq = this.record(side, { type: 'bytesSent', data }, cause, source)
    this.octetsSent(side, data, { seq, cause, source, writes })
    return seq
  }

  received(side: Side, data: Uint8Array, sending: number | undefined): number {
    const receipt = this.record(side, { type: 'bytesReceived', data }, sending)
    return this.octetsReceived(side, data.length, receipt)
  }

  closed(side: Side, how: CutKind, by: Side | 'network', cause: number | undefined): number {
    return this.record(side, { type: 'transportClosed', how, by }, cause)
  }

  /** Records what the octets mean to the protocol. */
  protected abstract octetsSent(side: Side, data: Uint8Array, sending: Sending): void

  /** Records what has arrived whole with these octets. Returns the `seq` of the last event. */
  protected abstract octetsReceived(side: Side, length: number, receipt: number): number
}
