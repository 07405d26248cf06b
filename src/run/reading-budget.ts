/** The time for reading logs in an animation frame, which all readers share. */
import { shallowRef, triggerRef, watch } from 'vue'
import { animationFrames, type BatchClock } from './batched.ts'

/** A reader that takes a log in pieces. */
export interface Reading {
  /** Readers on the screen come first. */
  readonly isSeen: () => boolean
  /** Reads a few more events. @returns whether none are left. */
  readPiece(): boolean
  /** Called once a turn, after its last piece. */
  publish(): void
}

/** Milliseconds a frame. */
const BUDGET = 6
/** A new frame begins after this, milliseconds. */
const FRAME = 16

export class ReadingBudget {
  readonly #clock: Pick<BatchClock, 'nextFrame' | 'now'>
  /** Triggering it, in place of a call, runs one turn for all readers before components render. */
  readonly #requested = shallowRef()
  /** The readers with something left to read, in their order. */
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
      // It goes to the end of the line.
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
