import { holdClock, type Clock } from '../clock/clock.ts'
import type { Address } from '../link/transport.ts'
import type { ModuleLoader, ServerProgram } from '../network.ts'
import { addressOf } from '../client/route.ts'
import type { ServerProgram as RunningProgram } from './server-program.ts'

type NamedPrograms = Readonly<Record<string, ServerProgram>>

export interface NamedServers {
  /** All of them are running. Rejects when one of them failed. */
  readonly ready: Promise<void>
  /** Calls back when they are, or have failed: at once where they are already. */
  whenReady(callback: () => void): void
}

/**
 * Runs server programs, each under its name, one after the other.
 *
 * The clock stops while modules load, in real time, and while a function's promise is awaited. Once
 * that function has set a timer the clock runs again, because the function may await the timer.
 *
 * @param load Evaluates modules; absent: as for `runServer`.
 * @param create Makes the process of a program, which calls back when it sets its first timer.
 * @throws TypeError for a name that is not `host:port` and for what is no program.
 */
export function runNamedServers(
  programs: NamedPrograms = {},
  clock: Clock,
  create: (names: readonly Address[], timerSet: () => void) => RunningProgram,
  load?: ModuleLoader,
): NamedServers {
  const starting = Object.entries(programs).map(([name, program]) => {
    if (typeof program !== 'string' && typeof program !== 'function') {
      throw new TypeError(`The server ${name} is the source of a module or a function`)
    }
    return { name, program, address: addressOf(name) }
  })

  const run = async () => {
    // Nothing happens before the network is made.
    await Promise.resolve()
    for (const { name, program, address } of starting) {
      const release = holdClock(clock)
      const server = create([address], release)
      try {
        if (typeof program === 'string')
          await server.run(program, { name, ...(load !== undefined && { load }) }, release)
        else await program(server.modules, server.globals)
      } finally {
        release()
      }
    }
  }

  let isReady = starting.length === 0
  const ready = run().finally(() => {
    isReady = true
  })
  return {
    ready,
    whenReady(callback) {
      if (isReady) callback()
      else void ready.then(callback, callback)
    },
  }
}
