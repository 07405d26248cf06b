/** The events of a trace by line of the program. */
import type { TraceEvent } from '../../core/trace/event.ts'
import { lowerBound } from '../../core/trace/lower-bound.ts'

/** Released events that a line keeps before it drops them. */
const SLACK = 256

/**
 * The events that have a source, by file and line. `before` is a seq: that event and later ones have
 * not happened yet.
 */
export class LineEvents {
  #firstSeq = 0
  readonly #files = new Map<string, Map<number, number[]>>()

  accept({ source, seq }: TraceEvent): void {
    if (source !== undefined) this.#seqs(source.file, source.line).push(seq)
  }

  release(firstSeq: number): void {
    this.#firstSeq = firstSeq
  }

  /** The lines of a file that have events, in order. */
  lines(file: string, before: number): number[] {
    const lines = [...(this.#files.get(file) ?? [])]
    return lines
      .filter(([, seqs]) => {
        const { from, to } = this.#held(seqs, before)
        return to > from
      })
      .map(([line]) => line)
      .sort((one, other) => one - other)
  }

  /** The number of the line's events, and the place of the event `seq` among them, from 1. */
  position(file: string, line: number, before: number, seq: number): { of: number; at: number } {
    const seqs = this.#files.get(file)?.get(line) ?? []
    const { from, to } = this.#held(seqs, before)
    return { of: to - from, at: lowerBound(seqs, seq) - from + 1 }
  }

  /** The line's event after `selected`; after the last one, the first. */
  next(file: string, line: number, before: number, selected: number | null): number | null {
    const seqs = this.#files.get(file)?.get(line) ?? []
    const { from, to } = this.#held(seqs, before)
    const index = selected === null ? -1 : lowerBound(seqs, selected)
    const follows = index >= from && index < to - 1 && seqs[index] === selected
    return to === from ? null : (seqs[follows ? index + 1 : from] ?? null)
  }

  #seqs(file: string, line: number): number[] {
    let lines = this.#files.get(file)
    if (lines === undefined) this.#files.set(file, (lines = new Map<number, number[]>()))
    let seqs = lines.get(line)
    if (seqs === undefined) lines.set(line, (seqs = []))
    return seqs
  }

  /** The range of a line's events that have happened and that the log holds. */
  #held(seqs: number[], before: number): { from: number; to: number } {
    const released = lowerBound(seqs, this.#firstSeq)
    if (released > SLACK) seqs.splice(0, released)
    const from = released > SLACK ? 0 : released
    return { from, to: Math.max(from, lowerBound(seqs, before)) }
  }
}
