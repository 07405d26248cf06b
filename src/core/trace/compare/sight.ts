import type { HandshakeResponseReceived, TraceEvent } from '../event.ts'
import type { ComparedTrace } from './comparison.ts'

/** How much of what happened a trace could see: less on a real connection than in the page. */
export class Sight {
  readonly #trace: ComparedTrace
  /** By connection: its place among those of the trace. */
  readonly #ordinals = new Map<string, number>()
  /** By connection: the `seq` of the first event that has the answer to its handshake. */
  readonly #responses = new Map<number, number>()
  readonly #withFrames = new Set<number>()
  readonly #seesAll: boolean
  /** What arrives at the server and leaves it. */
  readonly seesServer: boolean
  /** What its program prints and throws. */
  readonly seesServerProgram: boolean
  readonly seesBytes: boolean
  readonly seesHttp: boolean

  constructor(trace: ComparedTrace) {
    this.#trace = trace
    this.#seesAll = trace.header.endpoint.kind === 'built-in'
    this.seesServer = this.#seesAll
    this.seesServerProgram = this.#seesAll
    this.seesBytes = this.#seesAll
    this.seesHttp = this.#seesAll
    for (const event of this.events()) {
      if (event.type === 'created') this.#ordinals.set(event.connectionId, this.#ordinals.size)
      if (event.provenance === 'hidden') continue
      this.seesServer ||= event.side === 'server'
      if (!('connectionId' in event) || event.connectionId === undefined) continue
      const ordinal = this.ordinalOf({ connectionId: event.connectionId })
      if (
        event.type === 'handshakeResponseReceived' &&
        event.side === 'client' &&
        !this.#responses.has(ordinal)
      )
        this.#responses.set(ordinal, event.seq)
      if (event.provenance !== 'observed') continue
      if (event.side === 'server' && (event.type === 'frameSent' || event.type === 'frameReceived'))
        this.#withFrames.add(ordinal)
      this.seesBytes ||= event.type === 'bytesSent' || event.type === 'bytesReceived'
      this.seesHttp ||= event.type === 'httpRequest'
    }
  }

  *events(): Iterable<TraceEvent> {
    const { log } = this.#trace
    for (let seq = log.firstSeq; seq < log.nextSeq; seq += 1) {
      const event = log.get(seq)
      if (event !== undefined) yield event
    }
  }

  /** From 0; −1 for what was there before the oldest event held. */
  ordinalOf({ connectionId }: { readonly connectionId: string }): number {
    return this.#ordinals.get(connectionId) ?? -1
  }

  /** Whether the answer to the opening handshake of this connection is known. */
  hasResponse(ordinal: number): boolean {
    return this.#seesAll || this.#responses.has(ordinal)
  }

  /** Whether an earlier event reported the answer: the browser's report, before its octets came. */
  isRepetition(response: HandshakeResponseReceived): boolean {
    return this.#responses.get(this.ordinalOf(response)) !== response.seq
  }

  /** Whether the frames of this connection were observed at the server's end. */
  seesFrames(ordinal: number): boolean {
    return this.#seesAll || this.#withFrames.has(ordinal)
  }
}
