/** Why a program did not start: nothing of what it was meant to do can be judged. */
import type { TraceEvent } from '../trace/event.ts'

export interface StartFault {
  /** Of the error's event. */
  readonly seq: number
  /** `client.js`, and the line in it; absent where the browser does not tell. */
  readonly file?: string
  readonly line?: number
  /** For example `SyntaxError`. */
  readonly name: string
  readonly message: string
}

/** Watches a run for a fault that kept its program from starting. */
export class StartWatch {
  #syntaxError: StartFault | null = null
  #latest: { readonly isLoop: boolean; readonly fault: StartFault } | null = null

  accept(event: TraceEvent): void {
    if (event.type !== 'uncaughtError') return
    const fault = faultOf(event)
    this.#latest = { isLoop: event.kind === 'endlessLoop', fault }
    if (event.kind === 'syntaxError') this.#syntaxError ??= fault
  }

  /**
   * @param hasFailed whether the run ended because the program could not go on. Its client did not
   *   start then if its server threw, and did if it was stopped in an endless loop.
   */
  fault(hasFailed: boolean): StartFault | null {
    if (this.#syntaxError !== null) return this.#syntaxError
    return hasFailed && this.#latest?.isLoop === false ? this.#latest.fault : null
  }
}

function faultOf({
  seq,
  name,
  message,
  source,
}: Extract<TraceEvent, { type: 'uncaughtError' }>): StartFault {
  const place = source === undefined ? {} : { file: source.file, line: source.line }
  return { seq, name, message, ...place }
}
