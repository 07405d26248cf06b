/** Which events of a trace belong to which line of the program. */
import type { TraceLog } from '../../core/trace/log.ts'

type Events = Pick<TraceLog, 'firstSeq' | 'nextSeq' | 'get'>

/** How many released events a line keeps before it lets go of them. */
const SLACK = 256

/** The index in a sorted list of the first number that is not smaller. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The events that have a source, by file and line. It reads each event of one log once; `before` in
 * its questions is a seq: that event and later ones have not happened yet for who asks.
 */
export class LineEvents {
  readonly #log: Events
  readonly #files = new Map<string, Map<number, number[]>>()
  #next = 0

  constructor(log: Events) {
    this.#log = log
  }

  /** Reads what the log gained since the last time. */
  update(): void {
    const { firstSeq, nextSeq } = this.#log
    for (let seq = Math.max(this.#next, firstSeq); seq < nextSeq; seq += 1) {
      const source = this.#log.get(seq)?.source
      if (source !== undefined) this.#seqs(source.file, source.line).push(seq)
    }
    this.#next = nextSeq
  }

  /** The lines of a file that have events, and how many, by line. */
  lines(file: string, before: number): { readonly line: number; readonly events: number }[] {
    const lines = this.#files.get(file) ?? []
    return [...lines]
      .map(([line, seqs]) => ({ line, events: this.#held(seqs, before).length }))
      .filter(({ events }) => events > 0)
      .sort((one, other) => one.line - other.line)
  }

  /** The seqs of a line's events that are still held, oldest first. */
  of(file: string, line: number, before: number): readonly number[] {
    return this.#held(this.#files.get(file)?.get(line) ?? [], before)
  }

  /** The event of the line to select after `selected`: the next, and after the last the first. */
  next(file: string, line: number, before: number, selected: number | null): number | null {
    const seqs = this.of(file, line, before)
    const index = selected === null ? -1 : seqs.indexOf(selected)
    return seqs[index + 1] ?? seqs[0] ?? null
  }

  #seqs(file: string, line: number): number[] {
    let lines = this.#files.get(file)
    if (lines === undefined) this.#files.set(file, (lines = new Map<number, number[]>()))
    let seqs = lines.get(line)
    if (seqs === undefined) lines.set(line, (seqs = []))
    return seqs
  }

  #held(seqs: number[], before: number): readonly number[] {
    const released = lowerBound(seqs, this.#log.firstSeq)
    if (released > SLACK) {
      seqs.splice(0, released)
      return this.#held(seqs, before)
    }
    return seqs.slice(released, lowerBound(seqs, before))
  }
}
