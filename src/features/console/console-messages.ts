import type { TraceLog } from '../../core/trace/log.ts'
import type { PrintedEvent } from './printed.ts'
import { lowerBound } from '../../core/trace/lower-bound.ts'

/** The oldest messages go this many at a time, so that the rest seldom moves. */
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
  readonly #log: Pick<TraceLog, 'firstSeq' | 'nextSeq' | 'get'>
  /** The seqs of those that the log held when they were read. */
  #seqs: number[] = []
  /** How many were forgotten, because the log released them. */
  #forgotten = 0
  #next = 0

  constructor(log: Pick<TraceLog, 'firstSeq' | 'nextSeq' | 'get'>) {
    this.#log = log
  }

  /** Reads what the log gained since the last time. */
  update(): void {
    const { firstSeq, nextSeq } = this.#log
    for (let seq = Math.max(this.#next, firstSeq); seq < nextSeq; seq += 1) {
      const type = this.#log.get(seq)?.type
      if (type === 'consoleMessage' || type === 'uncaughtError') this.#seqs.push(seq)
    }
    this.#next = nextSeq
    const released = lowerBound(this.#seqs, firstSeq)
    if (released >= STEP) {
      this.#seqs = this.#seqs.slice(released)
      this.#forgotten += released
    }
  }

  /** The message `seq`; undefined where the log has let go of it. */
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
