import type { TraceEvent } from '../../core/trace/event.ts'
import { lowerBound } from '../../core/trace/lower-bound.ts'

/** What a run printed and sent, for panes that are out of sight. */
export class RunTally {
  readonly #lines: number[] = []
  readonly #frames: number[] = []

  accept({ type, seq, side }: TraceEvent): void {
    if (type === 'consoleMessage' || type === 'uncaughtError') this.#lines.push(seq)
    // Each frame is seen at both ends.
    else if (side === 'client' && (type === 'frameSent' || type === 'frameReceived'))
      this.#frames.push(seq)
  }

  /** Lines of the console and frames on the wire, of the events before `seq`. */
  before(seq: number): { readonly code: number; readonly wire: number } {
    return { code: lowerBound(this.#lines, seq), wire: lowerBound(this.#frames, seq) }
  }
}
