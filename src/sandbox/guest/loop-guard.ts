/**
 * Called by the guards in an instrumented program: ends endless loops, and reports the first
 * function entered when an event is dispatched.
 */
import type { SourcePosition } from '../../core/trace/event.ts'
import { CHECK, COUNTER, GUARD_LIMIT, type GuardSite } from '../prepared-program.ts'

/** Milliseconds that a program may run without returning to the event loop. */
export const LOOP_LIMIT = 500

export class EndlessLoop extends Error {
  override readonly name = 'EndlessLoop'
  readonly position: SourcePosition

  constructor(position: SourcePosition) {
    super(
      `Line ${position.line} of ${position.file} ran for ${LOOP_LIMIT} ms without a return to the event loop, so it was ended.`,
    )
    this.position = position
  }
}

export interface LoopGuardOptions {
  /** Real milliseconds. */
  readonly now: () => number
  /** Resolves in a new turn of the event loop. */
  readonly nextTurn: () => Promise<void>
}

export class LoopGuard {
  readonly #options: LoopGuardOptions
  readonly #sites: { readonly kind: GuardSite['kind']; readonly position: SourcePosition }[] = []
  #setCounter: (count: number) => void = () => undefined
  /** Time of the first check in the present turn of the event loop. */
  #busySince: number | undefined
  #onEntry: ((position: SourcePosition) => void) | undefined

  constructor(options: LoopGuardOptions) {
    this.#options = options
  }

  /** Called for each file in the order in which their sites are numbered. */
  addSites(file: string, sites: readonly GuardSite[]): void {
    for (const { kind, line, column } of sites) {
      this.#sites.push({ kind, position: { file, line, column } })
    }
  }

  /** Declares counter and check as global lexical bindings, which are fast. */
  install(document: Document): void {
    const connect = (setCounter: (count: number) => void) => {
      this.#setCounter = setCounter
      return (site: number) => this.check(site)
    }
    const script = document.createElement('script')
    script.textContent =
      `let ${COUNTER}=0;` +
      `const ${CHECK}=document.currentScript.connect((count)=>{${COUNTER}=count})`
    document.head.append(Object.assign(script, { connect }))
    script.remove()
  }

  /** Reports the next function that the program enters, once. */
  onNextEntry(callback: (position: SourcePosition) => void): void {
    this.#onEntry = callback
    this.#setCounter(GUARD_LIMIT)
  }

  forgetEntry(): void {
    this.#onEntry = undefined
  }

  /** @throws {EndlessLoop} at each guard until the event loop turns: a program may catch it. */
  check(index: number): void {
    const site = this.#sites[index]
    if (site === undefined) return
    if (this.#onEntry !== undefined && site.kind === 'function') {
      const report = this.#onEntry
      this.#onEntry = undefined
      this.#setCounter(0)
      report(site.position)
      return
    }
    const now = this.#options.now()
    if (this.#busySince === undefined) {
      this.#busySince = now
      void this.#options.nextTurn().then(() => {
        this.#busySince = undefined
      })
    } else if (now - this.#busySince > LOOP_LIMIT) {
      // The counter stays over its limit, so the very next guard checks again.
      throw new EndlessLoop(site.position)
    }
    this.#setCounter(0)
  }
}
