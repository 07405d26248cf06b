import type { LinkConditions } from '../../core/trace/header.ts'
import type { Clock, ClockTimer } from '../clock/clock.ts'
import { concatenate } from '../../core/protocol/octets.ts'
import { Fifo } from '../../core/trace/fifo.ts'
import type { RandomStream } from '../random.ts'

/** What pipes of one network share. */
export interface LinkWorld {
  readonly clock: Clock
  /** Called for every segment, because conditions may change during a run. */
  readonly conditions: () => LinkConditions
  readonly random: RandomStream
  readonly middlebox?: Middlebox | undefined
}

/** Octets that a receiver may leave unread before its sender waits. */
export const RECEIVE_WINDOW = 256 * 1024

/** The largest segment on a link without a bandwidth, in octets. */
const MAX_SEGMENT = 64 * 1024

/** How long a segment takes on a link with a bandwidth, in milliseconds. */
const SEGMENT_DURATION = 20

/** Ethernet's: no segment is cut smaller than this to fit a duration. */
const MIN_MAX_SEGMENT = 1460

/** `cut` is a FIN that the network itself sends. */
export type Signal = 'open' | 'fin' | 'rst' | 'cut'

/** The middlebox every connection passes through. */
export interface Middlebox {
  /** A connection through it. `cut` sends a FIN both ways; what leaves later is lost. */
  connect(cut: () => void): Passage
}

/** Sees both directions of one connection. */
export interface Passage {
  /** The client knows that the connection is there. */
  established(): void
  /** This has left one side and will arrive at the other. */
  left(content: Uint8Array | Signal): void
  /** Nothing passes any more. */
  over(): void
}

export interface PipeReceiver {
  /**
   * What has arrived at one instant, as one read. `tag` is the one that was given to `send` for the
   * first of its octets.
   */
  receiveData(data: Uint8Array, tag: number | undefined): void
  receiveSignal(signal: Signal, tag: number | undefined): void
}

interface Waiting {
  readonly content: Uint8Array | Signal
  readonly tag: number | undefined
  readonly left: ((octets: number) => void) | undefined
  /** How much of the data has left. */
  offset: number
}

/** An acknowledgement on its way back. */
interface Credit {
  readonly arrival: number
  octets: number
}

interface InFlight {
  readonly content: Uint8Array | Signal
  readonly tag: number | undefined
  readonly arrival: number
}

/**
 * One direction of a connection: octets arrive once and in order, with the delay of the link's
 * conditions, and no faster than the receiver reads.
 */
export class Pipe {
  readonly #world: LinkWorld
  readonly #receiver: PipeReceiver
  readonly #passage: Passage | undefined
  readonly #waiting = new Fifo<Waiting>()
  readonly #inFlight = new Fifo<InFlight>()
  readonly #credits = new Fifo<Credit>()
  #lastCredit: Credit | undefined
  /** Callbacks for octets that have left, called in the next task. */
  #left: { readonly left: (octets: number) => void; readonly octets: number }[] = []
  /** Sent and, as far as the sender knows, not read yet. */
  #outstanding = 0
  #lastArrival = 0
  #serialising = false
  #delivery: ClockTimer | undefined
  #creditTimer: ClockTimer | undefined
  /** What leaves from now on is lost. */
  #silent = false
  #closed = false
  /** The FIN has left. */
  #finished = false

  constructor(world: LinkWorld, receiver: PipeReceiver, passage?: Passage) {
    this.#world = world
    this.#receiver = receiver
    this.#passage = passage
  }

  /**
   * Sends octets, which must not be changed afterwards. `left` is called in later tasks, each time
   * with how many more octets have gone onto the link.
   */
  send(data: Uint8Array, tag?: number, left?: (octets: number) => void): void {
    if (this.#closed || data.length === 0) return
    this.#waiting.push({ content: data, tag, left, offset: 0 })
    this.#pump()
  }

  /** Sends a signal behind the octets. Nothing can be sent after `fin`. */
  signal(signal: 'open' | 'fin', tag?: number): void {
    if (this.#closed) return
    this.#waiting.push({ content: signal, tag, left: undefined, offset: 0 })
    if (signal === 'fin') this.#closed = true
    this.#pump()
  }

  /** Sends RST at once and discards what has not left yet. */
  reset(tag?: number): void {
    this.#closed = true
    this.#waiting.clear()
    this.#transmit('rst', tag)
  }

  /** Loses everything from now on, also what is on its way. */
  silence(): void {
    this.#silent = true
    this.#passage?.over()
    this.#inFlight.clear()
    this.#delivery?.clear()
    this.#delivery = undefined
  }

  /** The network sends a FIN behind what has left, unless one has; what leaves later is lost. */
  cut(): void {
    if (!this.#finished) this.#transmit('cut', undefined)
    this.#silent = true
  }

  /** The receiver has read this many octets. */
  acknowledge(octets: number): void {
    if (octets === 0 || this.#silent) return
    const arrival = this.#world.clock.now() + this.#world.conditions().latency
    if (this.#credits.length > 0 && this.#lastCredit?.arrival === arrival) {
      this.#lastCredit.octets += octets
    } else {
      this.#lastCredit = { arrival, octets }
      this.#credits.push(this.#lastCredit)
    }
    if (this.#waiting.length > 0) this.#pump()
  }

  #pump(): void {
    this.#takeCredits()
    while (!this.#serialising) {
      const next = this.#waiting.peek()
      if (next === undefined) return
      if (typeof next.content === 'string') {
        this.#waiting.shift()
        this.#transmit(next.content, next.tag)
        continue
      }
      const { bandwidth } = this.#world.conditions()
      const rest = next.content.length - next.offset
      const length = Math.min(rest, largestSegment(bandwidth))
      // RFC 9293 §3.8.6.2.1: the sender waits for room for a whole segment. One that took what room
      // there is would make small segments, whose acknowledgements make smaller ones.
      if (length > RECEIVE_WINDOW - this.#outstanding) {
        this.#awaitCredit()
        return
      }
      // A copy of a part, for a view would drag all of the data along wherever it is cloned.
      const isWhole = length === next.content.length
      const segment = isWhole ? next.content : next.content.slice(next.offset, next.offset + length)
      next.offset += length
      this.#outstanding += length
      if (length === rest) this.#waiting.shift()
      if (bandwidth === null) {
        this.#depart(segment, next)
      } else {
        this.#serialising = true
        this.#world.clock.setTimer(
          () => {
            this.#serialising = false
            this.#depart(segment, next)
            this.#pump()
          },
          (length / bandwidth) * 1000,
        )
      }
    }
  }

  #depart(segment: Uint8Array, { tag, left }: Waiting): void {
    this.#transmit(segment, tag)
    if (left === undefined) return
    if (this.#left.length === 0) {
      this.#world.clock.queueTask(() => {
        const told = this.#left
        this.#left = []
        for (const { left: tell, octets } of told) tell(octets)
      })
    }
    this.#left.push({ left, octets: segment.length })
  }

  #transmit(content: Uint8Array | Signal, tag: number | undefined): void {
    if (this.#silent) return
    this.#passage?.left(content)
    if (content === 'fin') this.#finished = true
    // Jitter makes segments late, never early: TCP delivers them in order.
    const arrival = Math.max(this.#lastArrival, this.#world.clock.now() + delayOf(this.#world))
    this.#lastArrival = arrival
    this.#inFlight.push({ content, tag, arrival })
    this.#scheduleDelivery()
  }

  #scheduleDelivery(): void {
    const next = this.#inFlight.peek()
    if (next === undefined || this.#delivery !== undefined) return
    this.#delivery = this.#world.clock.setTimer(() => {
      this.#delivery = undefined
      this.#inFlight.shift()
      if (typeof next.content === 'string') {
        this.#scheduleDelivery()
        this.#receiver.receiveSignal(next.content, next.tag)
      } else {
        const read = concatenate([next.content, ...this.#arrivedWith(next)])
        this.#scheduleDelivery()
        this.#receiver.receiveData(read, next.tag)
      }
    }, next.arrival - this.#world.clock.now())
  }

  /** Takes the octets behind a segment that have arrived too, up to the next signal. */
  #arrivedWith({ arrival }: InFlight): Uint8Array[] {
    // The real clock's timers fire late, and at times a little early.
    const now = Math.max(arrival, this.#world.clock.now())
    const pieces: Uint8Array[] = []
    for (;;) {
      const next = this.#inFlight.peek()
      if (next === undefined || next.arrival > now || typeof next.content === 'string')
        return pieces
      this.#inFlight.shift()
      pieces.push(next.content)
    }
  }

  #takeCredits(): void {
    const now = this.#world.clock.now()
    for (;;) {
      const credit = this.#credits.peek()
      if (credit === undefined || credit.arrival > now) return
      this.#credits.shift()
      this.#outstanding -= credit.octets
    }
  }

  #awaitCredit(): void {
    const credit = this.#credits.peek()
    if (credit === undefined || this.#creditTimer !== undefined) return
    this.#creditTimer = this.#world.clock.setTimer(() => {
      this.#creditTimer = undefined
      this.#pump()
    }, credit.arrival - this.#world.clock.now())
  }
}

/** Draws the delay of what leaves now, in milliseconds. */
export function delayOf({ conditions, random }: LinkWorld): number {
  const { latency, jitter } = conditions()
  return latency + (jitter > 0 ? random.nextDouble() * jitter : 0)
}

function largestSegment(bandwidth: number | null): number {
  if (bandwidth === null) return MAX_SEGMENT
  const length = Math.ceil((bandwidth * SEGMENT_DURATION) / 1000)
  return Math.min(MAX_SEGMENT, Math.max(MIN_MAX_SEGMENT, length))
}
