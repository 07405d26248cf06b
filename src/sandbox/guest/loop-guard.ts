/**
 * What the guards in instrumented programs call: ends endless loops, and tells which function of
 * the program is entered first when an event is dispatched.
 */
import type { SourcePosition } from '../../core/trace/event.ts'
import { GUARD_LIMIT, type GuardSite } from '../instrument.ts'

/** Milliseconds that a program may go without a return to the event loop. */
export const LOOP_LIMIT = 500

/** Identifiers of the program's text: what guards count in, and what they call. */
export const COUNTER = 'upgrade101_count'
export const CHECK = 'upgrade101_check'

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
  /** When it was first seen that the event loop has not turned since. */
  #busySince: number | undefined
  #onEntry: ((position: SourcePosition) => void) | undefined

  constructor(options: LoopGuardOptions) {
    this.#options = options
  }

  /** The number that the first site of the next file has. */
  get siteCount(): number {
    return this.#sites.length
  }

  addSites(file: string, sites: readonly GuardSite[]): void {
    for (const { kind, line, column } of sites) {
      this.#sites.push({ kind, position: { file, line, column } })
    }
  }

  /** Makes counter and check known to programs as global lexical bindings, which are fast. */
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

  /** The next function of the program that is entered is reported, once. */
  onNextEntry(callback: (position: SourcePosition) => void): void {
    this.#onEntry = callback
    this.#setCounter(GUARD_LIMIT)
  }

  forgetEntry(): void {
    this.#onEntry = undefined
  }

  /** @throws {EndlessLoop} again and again until the event loop turns, should it be caught. */
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
      // The counter stays beyond its limit: the very next guard asks again.
      throw new EndlessLoop(site.position)
    }
    this.#setCounter(0)
  }
}
