/**
 * Called by the guards in an instrumented program: ends endless loops, and reports the first
 * function entered when an event is dispatched.
 */
import type { SourcePosition } from '../../core/trace/event.ts'
import { CHECK, COUNTER, GUARD_LIMIT, type GuardSite } from '../prepared-program.ts'

/** Milliseconds that a program may run without returning to the event loop. */
export const LOOP_LIMIT = 500

/**
 * Passes of one file after that time until it is ended: other things take time too, such as the reading
 * of a large program, and only a file that goes on is to blame.
 */
const MAX_PASSES_AFTER = 64

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

interface Site {
  readonly kind: GuardSite['kind']
  readonly position: SourcePosition
}

export interface LoopGuardOptions {
  /** Real milliseconds. */
  readonly now: () => number
  /** Resolves in a new turn of the event loop. */
  readonly nextTurn: () => Promise<void>
}

export class LoopGuard {
  readonly #options: LoopGuardOptions
  readonly #sites: Site[] = []
  /** Of texts that are typed into the console's line. */
  readonly #later = new Map<number, Site>()
  #setCounter: (count: number) => void = () => undefined
  /** Time of the first check in the present turn of the event loop. */
  #busySince: number | undefined
  /** Passes of each file since the limit, in the present turn. */
  readonly #passes = new Map<string, number>()
  #onEntry: ((position: SourcePosition) => void) | undefined

  constructor(options: LoopGuardOptions) {
    this.#options = options
  }

  /**
   * Called for each file in the order in which their sites are numbered.
   * @param first where those of a text begin that comes when the program runs.
   */
  addSites(file: string, sites: readonly GuardSite[], first?: number): void {
    for (const [index, { kind, line, column }] of sites.entries()) {
      const site = { kind, position: { file, line, column } }
      if (first === undefined) this.#sites.push(site)
      else this.#later.set(first + index, site)
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
    const site = this.#sites[index] ?? this.#later.get(index)
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
        this.#passes.clear()
      })
    } else if (now - this.#busySince > LOOP_LIMIT) {
      // The counter stays over its limit, so the very next guard checks again.
      const { file } = site.position
      const passes = (this.#passes.get(file) ?? 0) + 1
      this.#passes.set(file, passes)
      if (passes <= MAX_PASSES_AFTER) return
      throw new EndlessLoop(site.position)
    }
    this.#setCounter(0)
  }
}
