/** How long an answer takes. */
import { Opcode } from '../../core/protocol/opcode.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import { passOver } from '../../core/trace/pass-over.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import { halved } from './halved.ts'

/**
 * `handshake`: from the request to the response, at the client. `ping`: from a Ping frame to the
 * Pong frame with its payload, at the sender of the ping. `message`: from a client's message to the
 * first message that it caused, at the client.
 */
export type RoundTripKind = 'handshake' | 'ping' | 'message'

export interface RoundTrip {
  readonly kind: RoundTripKind
  /** `seq` of the answer. */
  readonly seq: number
  /** When the answer came, milliseconds since the run began. */
  readonly time: number
  /** Milliseconds. */
  readonly duration: number
}

/** At twice as many round trips, only the slower of each two is kept. */
export const MAX_ROUND_TRIPS = 1000
/** How many pings may wait for their pongs. */
const MAX_PENDING = 1000
/** How many causes lead from an answer back to its message, at most. */
const MAX_CHAIN = 64

export class RoundTrips {
  readonly #log: Pick<ReadableLog, 'get'>
  #found: RoundTrip[] = []
  /** How many round trips each kept one stands for. */
  #each = 1
  #waiting: RoundTrip | null = null
  #waitingCount = 0
  readonly #requests = new Map<string, number>()
  readonly #pings = new Map<string, number>()
  /** The seqs of messages that have an answer. */
  readonly #answered = new Set<number>()

  constructor(log: Pick<ReadableLog, 'get'>) {
    this.#log = log
  }

  /** In the order of the answers. */
  get found(): readonly RoundTrip[] {
    return this.#waiting === null ? this.#found : [...this.#found, this.#waiting]
  }

  /** How many round trips each one found stands for, as their slowest. */
  get each(): number {
    return this.#each
  }

  add(event: TraceEvent): void {
    switch (event.type) {
      case 'willSendHandshakeRequest':
        if (event.side === 'client') this.#requests.set(event.connectionId, event.time)
        break
      case 'handshakeResponseReceived': {
        const asked = this.#requests.get(event.connectionId)
        if (event.side !== 'client' || asked === undefined) break
        this.#requests.delete(event.connectionId)
        this.#answer('handshake', event, asked)
        break
      }
      case 'frameSent':
        if (event.frame.opcode === Opcode.Ping && this.#pings.size < MAX_PENDING)
          this.#pings.set(pingKey(event.connectionId, event.side, event.frame.payload), event.time)
        break
      case 'frameReceived': {
        if (event.frame.opcode !== Opcode.Pong) break
        const key = pingKey(event.connectionId, event.side, event.frame.payload)
        const asked = this.#pings.get(key)
        // RFC 6455 §5.5.3: an unsolicited Pong frame answers nothing.
        if (asked === undefined) break
        this.#pings.delete(key)
        this.#answer('ping', event, asked)
        break
      }
      case 'messageReceived':
        if (event.side === 'client') this.#answerToMessage(event)
        break
      default:
        passOver('roundTrips', event)
    }
  }

  #answerToMessage(answer: TraceEvent): void {
    let cause = answer.cause
    for (let step = 0; step < MAX_CHAIN && cause !== undefined; step += 1) {
      const event: TraceEvent | undefined = this.#log.get(cause)
      if (event?.type === 'messageSent' && event.side === 'client') {
        if (this.#answered.has(event.seq)) return
        this.#answered.add(event.seq)
        this.#answer('message', answer, event.time)
        return
      }
      cause = event?.cause
    }
  }

  #answer(kind: RoundTripKind, { seq, time }: TraceEvent, asked: number): void {
    const trip = { kind, seq, time, duration: time - asked }
    const slower = this.#waiting === null || trip.duration > this.#waiting.duration
    if (slower) this.#waiting = trip
    this.#waitingCount += 1
    if (this.#waitingCount < this.#each) return
    if (this.#waiting !== null) this.#found.push(this.#waiting)
    this.#waiting = null
    this.#waitingCount = 0
    if (this.#found.length < 2 * MAX_ROUND_TRIPS) return
    this.#found = halved(this.#found, (one, other) =>
      one.duration >= other.duration ? one : other,
    )
    this.#each *= 2
  }
}

const pingKey = (connectionId: string, side: string, payload: Uint8Array): string =>
  `${connectionId} ${side} ${payload.join(',')}`
