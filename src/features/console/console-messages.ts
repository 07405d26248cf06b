import type { TraceEvent } from '../../core/trace/event.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import type { PrintedEvent } from './printed.ts'
import { lowerBound } from '../../core/trace/lower-bound.ts'

/** The oldest messages are dropped this many at a time, so that the rest seldom moves. */
const STEP = 1000
/** The most messages shown at once. */
export const MAX_MESSAGES = 5 * STEP

/** Some messages of a log, oldest first. */
export interface MessageList {
  readonly seqs: readonly number[]
  /** How many older ones are not in the list. */
  readonly omitted: number
}

/** What the program printed: the console messages and uncaught errors of one log. */
export class ConsoleMessages {
  readonly #log: ReadableLog
  /** Some may have been released since. */
  #seqs: number[] = []
  /** How many were forgotten, because the log released them. */
  #forgotten = 0

  constructor(log: ReadableLog) {
    this.#log = log
  }

  accept({ type, seq }: TraceEvent): void {
    if (type === 'consoleMessage' || type === 'uncaughtError') this.#seqs.push(seq)
  }

  release(firstSeq: number): void {
    const released = lowerBound(this.#seqs, firstSeq)
    if (released >= STEP) {
      this.#seqs = this.#seqs.slice(released)
      this.#forgotten += released
    }
  }

  /** The message `seq`; undefined where the log has released it. */
  get(seq: number): PrintedEvent | undefined {
    const event = this.#log.get(seq)
    return event?.type === 'consoleMessage' || event?.type === 'uncaughtError' ? event : undefined
  }

  /** Those with `from <= seq < before`, only the newest where they are very many. */
  list(from: number, before: number): MessageList {
    const first = lowerBound(this.#seqs, Math.max(from, this.#log.firstSeq))
    const end = lowerBound(this.#seqs, before)
    const cleared = this.#forgotten + lowerBound(this.#seqs, from)
    // Counted from the first message ever, so that the list begins at the same one for a while.
    const tooMany = Math.ceil((end + this.#forgotten - cleared - MAX_MESSAGES) / STEP) * STEP
    const start = Math.max(first, cleared + Math.max(0, tooMany) - this.#forgotten)
    return {
      seqs: this.#seqs.slice(start, end),
      omitted: Math.max(0, start + this.#forgotten - (from === 0 ? 0 : cleared)),
    }
  }
}
