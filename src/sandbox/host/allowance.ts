/**
 * How many messages a sandbox may still send. Our sandbox waits for more when it has none left, so
 * only a program that has got hold of its port sends more, and that starves the page: a browser
 * hands over one message after the other.
 */
import { isRecord } from '../../core/trace/shape.ts'
import { MAX_CREDIT, MAX_UNCOUNTED } from '../credit.ts'

/** Batches that may come between two grants: a run may end when all of its credit is on the way. */
const MAX_BATCHES = MAX_CREDIT + 1

/** Milliseconds between two grants: time in which the page draws and answers. */
const INTERVAL = 16

interface AllowanceOptions {
  readonly grant: (count: number) => void
  readonly later: (callback: () => void, delay: number) => void
}

export class Allowance {
  readonly #options: AllowanceOptions
  #batches = MAX_BATCHES
  #others = MAX_UNCOUNTED
  #isDue = false

  constructor(options: AllowanceOptions) {
    this.#options = options
  }

  /**
   * @param message as it arrived, not yet validated
   * @returns whether it was allowed
   */
  take(message: unknown): boolean {
    if (isRecord(message) && message['type'] === 'records') this.#batches -= 1
    else this.#others -= 1
    if (this.#batches < 0 || this.#others < 0) return false
    if (!this.#isDue) {
      this.#isDue = true
      this.#options.later(this.#grant, INTERVAL)
    }
    return true
  }

  readonly #grant = (): void => {
    const count = Math.min(MAX_CREDIT, MAX_BATCHES - this.#batches)
    this.#isDue = false
    this.#batches = MAX_BATCHES
    this.#others = MAX_UNCOUNTED
    if (count > 0) this.#options.grant(count)
  }
}
