/** Finds where an event's handler starts: the first function entered during its dispatch. */
import type { LoopGuard } from './loop-guard.ts'
import type { RecordStream } from './record-stream.ts'

export class Dispatches {
  readonly #stream: RecordStream
  readonly #guard: LoopGuard
  #current: number | undefined
  #turn: number | undefined

  constructor(stream: RecordStream, guard: LoopGuard) {
    this.#stream = stream
    this.#guard = guard
  }

  /** Holds the event until its handler is known, or known not to be the program's. */
  readonly dispatching = (seq: number): void => {
    this.#end()
    this.#turn = seq
    this.#current = seq
    this.#stream.hold(seq)
    this.#guard.onNextEntry((position) => {
      this.#stream.setSource(seq, position)
      this.#end()
    })
  }

  readonly dispatched = (seq: number): void => {
    if (this.#turn === seq) this.#turn = undefined
    if (this.#current === seq) this.#end()
  }

  /** The event whose handlers run in this turn of the event loop. */
  readonly now = (): number | undefined => this.#turn

  #end(): void {
    if (this.#current === undefined) return
    const seq = this.#current
    this.#current = undefined
    this.#guard.forgetEntry()
    this.#stream.release(seq)
  }
}
