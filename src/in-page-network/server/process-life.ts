import type { UncaughtError } from '../../core/trace/event.ts'
import type { Clock } from '../clock/clock.ts'
import type { EventEmitter } from './stream-types.ts'

/** How an error was not caught. */
export type UncaughtKind = Extract<UncaughtError['kind'], 'exception' | 'unhandledRejection'>

/** `process`, as far as a server program and the packages under it look at it. */
export interface ServerProcess {
  exitCode: number | string | null | undefined
  nextTick(callback: (...args: unknown[]) => void, ...args: unknown[]): void
}

type Process = EventEmitter & ServerProcess
type ExitCode = ServerProcess['exitCode']

/** Unwinds the code that called `process.exit()`, which never returns. */
class ProcessExit extends Error {
  override readonly name = 'ProcessExit'
}

/** As Node exits after an error that nothing caught, and after one in a handler of such errors. */
const UNCAUGHT = 1
const UNCAUGHT_IN_HANDLER = 7

/** Whether the process of one server program runs, and what ends with it. */
export class ProcessLife {
  readonly #uncaught: (error: unknown, kind: UncaughtKind) => void
  readonly #atEnd = new Set<() => void>()
  #process: Process | undefined
  #isExiting = false
  #hasEnded = false

  /** @param uncaught Prints an error that ends the process. */
  constructor(uncaught: (error: unknown, kind: UncaughtKind) => void) {
    this.#uncaught = uncaught
  }

  /** `process` tells the program. */
  begin(process: Process): void {
    this.#process = process
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Calls back when the process ends, unless the function that it returns is called before. */
  whenEnded(end: () => void): () => void {
    this.#atEnd.add(end)
    return () => this.#atEnd.delete(end)
  }

  /** Whether it was thrown by `process.exit()`, and means nothing else. */
  isExit(error: unknown): boolean {
    return error instanceof ProcessExit
  }

  /** The program did not catch an error. */
  threw(error: unknown): void {
    if (this.#hasEnded || this.isExit(error)) return
    if (this.#isHandled(error, 'uncaughtException')) return
    this.#die(UNCAUGHT, () => this.#uncaught(error, 'exception'))
  }

  /** A promise of the program was rejected, and nothing handles it. */
  rejected(reason: unknown, promise: unknown): void {
    const process = this.#process
    if (this.#hasEnded || this.isExit(reason)) return
    if (process !== undefined && process.listenerCount('unhandledRejection') > 0) {
      try {
        process.emit('unhandledRejection', reason, promise)
      } catch (error) {
        this.threw(error)
      }
      return
    }
    if (this.#isHandled(reason, 'unhandledRejection')) return
    this.#die(UNCAUGHT, () => this.#uncaught(reason, 'unhandledRejection'))
  }

  /** `process.exit()`. */
  exit(code: ExitCode): never {
    const process = this.#process
    if (process !== undefined && code !== undefined) process.exitCode = code
    if (this.#isExiting) this.#end()
    else this.#die(process?.exitCode ?? 0)
    throw new ProcessExit('The process has ended')
  }

  /** Whether the program's own handler takes what its top level threw. */
  handles(error: unknown): boolean {
    return !this.#hasEnded && !this.isExit(error) && this.#isHandled(error, 'uncaughtException')
  }

  /** A signal that the program does not handle ends it, and nothing is told. */
  kill(): void {
    if (!this.#hasEnded) this.#end()
  }

  /** The module threw at its top level, which whoever runs it says. */
  failedToStart(): void {
    if (!this.#hasEnded) this.#die(UNCAUGHT)
  }

  #isHandled(error: unknown, origin: 'uncaughtException' | 'unhandledRejection'): boolean {
    const process = this.#process
    if (process === undefined) return false
    this.#guarded(() => process.emit('uncaughtExceptionMonitor', error, origin))
    if (this.#hasEnded) return true
    if (process.listenerCount('uncaughtException') === 0) return false
    this.#guarded(() => process.emit('uncaughtException', error, origin))
    return true
  }

  /** Runs a handler of errors: what it throws itself ends the process, and `exit` is not emitted. */
  #guarded(run: () => void): void {
    try {
      run()
    } catch (error) {
      if (this.#hasEnded || this.isExit(error)) return
      if (this.#process !== undefined) this.#process.exitCode = UNCAUGHT_IN_HANDLER
      this.#uncaught(error, 'exception')
      this.#end()
    }
  }

  /** `exit` is emitted before an error is printed, as Node does. */
  #die(code: NonNullable<ExitCode>, print?: () => void): void {
    this.#isExiting = true
    const process = this.#process
    if (process !== undefined) {
      process.exitCode = code
      try {
        process.emit('exit', code)
      } catch (error) {
        if (!this.isExit(error)) this.#uncaught(error, 'exception')
      }
    }
    print?.()
    this.#end()
  }

  /** As when the operating system ends it: sockets, listeners and timers go, and nothing is told. */
  #end(): void {
    this.#hasEnded = true
    const ends = [...this.#atEnd]
    this.#atEnd.clear()
    for (const end of ends) end()
  }
}

/** A clock whose timers and tasks end with a process. */
export function clockOf(life: ProcessLife, clock: Clock): Clock {
  return {
    ...clock,
    setTimer(callback, delay) {
      const timer = clock.setTimer(() => {
        stay()
        return callback()
      }, delay)
      const stay = life.whenEnded(() => timer.clear())
      return {
        clear() {
          stay()
          timer.clear()
        },
      }
    },
    queueTask: (task) => clock.queueTask((turn) => (life.hasEnded ? undefined : task(turn))),
  }
}
