/** The time of an animation frame in which logs are read, shared by all their readers. */
import { shallowRef, triggerRef, watch } from 'vue'
import { animationFrames, type BatchClock } from './batched.ts'

/** What reads a log in pieces. */
export interface Reading {
  /** On the screen: read before those that are not. */
  readonly isSeen: () => boolean
  /** Reads a few events more. @returns whether all that has come is read. */
  readPiece(): boolean
  /** Called once a turn, after its last piece. */
  publish(): void
}

/** Milliseconds a frame. */
const BUDGET = 6
/** Milliseconds after which another frame has begun. */
const FRAME = 16

export class ReadingBudget {
  readonly #clock: Pick<BatchClock, 'nextFrame' | 'now'>
  /** Triggered in place of a call: the turn comes before components are rendered, once for all. */
  readonly #requested = shallowRef()
  /** Those that have something to read. The next to read is the first. */
  readonly #waiting = new Set<Reading>()
  #isFrameAsked = false
  #frameBegan = -Infinity
  #spent = 0

  constructor(clock: Pick<BatchClock, 'nextFrame' | 'now'> = animationFrames) {
    this.#clock = clock
    watch(this.#requested, () => this.#turn())
  }

  request(reading: Reading): void {
    this.#waiting.add(reading)
    triggerRef(this.#requested)
  }

  cancel(reading: Reading): void {
    this.#waiting.delete(reading)
  }

  #turn(): void {
    const began = this.#clock.now()
    if (began - this.#frameBegan >= FRAME) {
      this.#frameBegan = began
      this.#spent = 0
    }
    const deadline = began + BUDGET - this.#spent
    const read = new Set<Reading>()
    for (let now = began; now < deadline; now = this.#clock.now()) {
      const next = this.#next()
      if (next === undefined) break
      read.add(next)
      this.#waiting.delete(next)
      // In line behind the others of its kind.
      if (!next.readPiece()) this.#waiting.add(next)
    }
    this.#spent += this.#clock.now() - began
    for (const reading of read) reading.publish()
    if (this.#waiting.size === 0 || this.#isFrameAsked) return
    this.#isFrameAsked = true
    this.#clock.nextFrame(() => {
      this.#isFrameAsked = false
      this.#spent = 0
      this.#turn()
    })
  }

  #next(): Reading | undefined {
    for (const reading of this.#waiting) if (reading.isSeen()) return reading
    const [first] = this.#waiting
    return first
  }
}

export const readingBudget = new ReadingBudget()
