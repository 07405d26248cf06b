import type { TraceEvent } from '../../core/trace/event.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import { isPrinted, type PrintedEvent } from '../../core/console/printed.ts'
import { ConsoleGroups } from './console-groups.ts'
import { lowerBound } from '../../core/trace/lower-bound.ts'

/** Old messages are dropped in steps, so that the rest seldom moves. */
const STEP = 1000
/** The most messages shown at once. */
export const MAX_MESSAGES = 5 * STEP

/** Some messages of a log, oldest first. */
export interface MessageList {
  readonly seqs: readonly number[]
  /** The number of older messages that are not in the list. */
  readonly omitted: number
}

/** The lines of the console of one log: what was printed, uncaught errors, the browser's own. */
export class ConsoleMessages {
  readonly #log: ReadableLog
  /** The log may have released some. */
  #seqs: number[] = []
  /** The number of messages before `#seqs`, which the log released. */
  #forgotten = 0
  /** Where the program cleared the console. */
  readonly #clears: number[] = []
  readonly groups = new ConsoleGroups()

  constructor(log: ReadableLog) {
    this.#log = log
  }

  accept(event: TraceEvent): void {
    this.groups.accept(event)
    if (event.type === 'consoleMessage' && event.method === 'clear') this.#clears.push(event.seq)
    if (isPrinted(event)) this.#seqs.push(event.seq)
  }

  release(firstSeq: number): void {
    const released = lowerBound(this.#seqs, firstSeq)
    if (released >= STEP) {
      this.#seqs = this.#seqs.slice(released)
      this.#forgotten += released
    }
  }

  /** Undefined if the log has released the message. */
  get(seq: number): PrintedEvent | undefined {
    const event = this.#log.get(seq)
    return event !== undefined && isPrinted(event) ? event : undefined
  }

  /** From where the program's last `console.clear` before this one leaves lines. */
  clearedBefore(before: number): number {
    return this.#clears[lowerBound(this.#clears, before) - 1] ?? 0
  }

  /** The newest messages with `from <= seq < before`. */
  list(from: number, before: number): MessageList {
    const first = lowerBound(this.#seqs, Math.max(from, this.#log.firstSeq))
    const end = lowerBound(this.#seqs, before)
    const cleared = this.#forgotten + lowerBound(this.#seqs, from)
    // Counted from the first message ever, so that the list keeps its beginning for a while.
    const tooMany = Math.ceil((end + this.#forgotten - cleared - MAX_MESSAGES) / STEP) * STEP
    const start = Math.max(first, cleared + Math.max(0, tooMany) - this.#forgotten)
    return {
      seqs: this.#seqs.slice(start, end),
      omitted: Math.max(0, start + this.#forgotten - (from === 0 ? 0 : cleared)),
    }
  }
}
