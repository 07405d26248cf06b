/** Evaluates what is typed into the console's line, among the variables of `client.js`. */
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import type { PreparedEvaluation } from '../prepared-program.ts'
import { observed } from '../observed-event.ts'
import type { LoopGuard } from './loop-guard.ts'
import type { RecordStream } from './record-stream.ts'

export type Evaluate = (text: string) => unknown

/** As a file of the program, for positions of endless loops and on stacks. */
const CONSOLE = 'console'

interface EvaluationsOptions {
  readonly window: Window
  readonly recorder: RecordStream
  readonly guard: LoopGuard
  /** The global one of the browser, or one that sees the variables of a module. */
  readonly evaluate: Evaluate
  readonly copy: (value: unknown) => RemoteValue
  /** Called after a value that was waited for. */
  readonly recorded: () => void
  /** The sockets that the program made, the latest last. */
  readonly sockets: () => readonly object[]
  /** Undefined where the browser alone could send a Ping frame. */
  readonly ping: (socket: object, payload: Uint8Array) => boolean | undefined
}

export class Evaluations {
  readonly #options: EvaluationsOptions

  #hasNames = false
  #latest: unknown

  constructor(options: EvaluationsOptions) {
    this.#options = options
  }

  /** @param cause the `seq` of the input. */
  perform(evaluation: PreparedEvaluation, cause: number): void {
    const { guard, recorded } = this.#options
    const { code, sites, firstSite, isAsync } = evaluation
    guard.addSites(CONSOLE, sites, firstSite)
    let value: unknown
    this.#name()
    try {
      this.#declare(evaluation.declared)
      value = this.#options.evaluate(`${code}\n//# sourceURL=${CONSOLE}`)
    } catch (error) {
      return this.#record(error, true, cause)
    }
    if (!isAsync) return this.#record(value, false, cause)
    // Our own async function gave it.
    void (value as Promise<unknown>).then(
      (settled) => {
        this.#record(settled, false, cause)
        recorded()
      },
      (error: unknown) => {
        this.#record(error, true, cause)
        recorded()
      },
    )
  }

  /** A module's code is strict: what it assigns to has to be there. */
  #declare(names: readonly string[]): void {
    const { window } = this.#options
    for (const name of names) {
      if (name in window) continue
      const property = { value: undefined, writable: true, enumerable: true, configurable: true }
      Object.defineProperty(window, name, property)
    }
  }

  /** As DevTools has `$_` and `$0`. A program that has such names of its own keeps them. */
  #name(): void {
    if (this.#hasNames) return
    this.#hasNames = true
    const { window, sockets } = this.#options
    const names: Readonly<Record<string, PropertyDescriptor>> = {
      $_: { get: () => this.#latest },
      $ws: { get: () => sockets().at(-1) },
      $sockets: { get: () => sockets().slice() },
      $ping: { value: (text: unknown = '', socket?: unknown) => this.#ping(text, socket) },
    }
    for (const [name, property] of Object.entries(names))
      if (!(name in window))
        Object.defineProperty(window, name, { ...property, configurable: true })
  }

  #ping(text: unknown, given: unknown): undefined {
    const { ping, sockets } = this.#options
    const socket = given ?? sockets().at(-1)
    // The engine refuses what is too long for a control frame.
    const isSent =
      typeof socket === 'object' && socket !== null
        ? ping(socket, new TextEncoder().encode(String(text)))
        : false
    if (isSent === true) return
    throw new TypeError(isSent === false ? 'No socket is open.' : 'Browsers send no Ping frame.')
  }

  #record(value: unknown, threw: boolean, cause: number): void {
    if (!threw) this.#latest = value
    const { recorder, copy } = this.#options
    recorder.record(observed({ type: 'evaluated', value: copy(value), threw, cause }))
  }
}
