import type { Clock } from '../clock/clock.ts'

/** A part of a server program that pauses with it. */
export interface Stallable {
  pause(): void
  resume(): void
}

/**
 * Stops server programs for a while, like a process that gets no CPU time: its sockets are not read
 * and its timers fire late. Nothing is lost.
 */
export class ServerStall {
  readonly #clock: Clock
  readonly #members = new Set<Stallable>()
  /** Calls to the program that wait for the end of the stall, in order. */
  #waiting: (() => void)[] = []
  /** When the programs go on, milliseconds since the run began. */
  #end = -Infinity

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get isStalled(): boolean {
    return this.#clock.now() < this.#end
  }

  begin(duration: number): void {
    const end = this.#clock.now() + duration
    if (end <= this.#end || duration === 0) return
    this.#end = end
    for (const member of this.#members) member.pause()
    this.#clock.setTimer(() => {
      // Another stall may have begun, which ends later.
      if (!this.isStalled) this.#goOn()
      return undefined
    }, duration)
  }

  /** Calls the program: at once, or when it resumes. */
  run(tell: () => void): void {
    if (this.isStalled) this.#waiting.push(tell)
    else tell()
  }

  /** Adds what pauses while the programs are stalled. */
  join(member: Stallable): void {
    this.#members.add(member)
  }

  leave(member: Stallable): void {
    this.#members.delete(member)
  }

  /** A clock whose timers fire late while the programs do not run. */
  get clock(): Clock {
    const clock = this.#clock
    return {
      ...clock,
      setTimer: (callback, delay) => {
        let timer = clock.setTimer(() => {
          if (!this.isStalled) return callback()
          timer = clock.setTimer(callback, this.#end - clock.now())
          return undefined
        }, delay)
        return { clear: () => timer.clear() }
      },
    }
  }

  #goOn(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const tell of waiting) tell()
    for (const member of [...this.#members]) member.resume()
  }
}
