import type { NetworkOptions, RunServerOptions, ServerSource } from '../network.ts'
import type { ServerProgram } from './server-program.ts'

/** The processes that run one server program. The first is there before a program is. */
export interface Processes {
  readonly main: ServerProgram
  /** Runs the program in each of them, in their order. Rejects when it failed in one. */
  run(source: string | ServerSource, options?: RunServerOptions): Promise<void>
  /** Sends a signal to the process that this port names, or to all. */
  signal(name: string, port: number | undefined): void
  /** A promise was rejected in one of them, and nothing handles it. */
  rejected(reason: unknown, promise: unknown): void
  /** Whether something was thrown by `process.exit()` in one of them. */
  isExit(thrown: unknown): boolean
}

/** @param create Makes the process that a port names, or the only one; `pid` counts from 1. */
export function createProcesses(
  ports: NetworkOptions['processes'] = [],
  create: (pid: number, port: number | undefined) => ServerProgram,
): Processes {
  const main = create(1, ports[0])
  const others = ports.slice(1).map((port, index) => ({ port, program: create(index + 2, port) }))
  const all = [{ port: ports[0], program: main }, ...others]

  return {
    main,
    async run(source, options) {
      const running: Promise<void>[] = []
      for (const { program } of all)
        // The next begins with the first statement of this one, which may wait for clients forever.
        await new Promise<void>((begun) => {
          const run = program.run(source, options, begun).finally(begun)
          // It may fail while another begins; whoever awaits them all learns of it.
          run.catch(() => undefined)
          running.push(run)
        })
      await Promise.all(running)
    },
    signal(name, port) {
      for (const one of all)
        if (port === undefined || one.port === port) one.program.life.signal(name)
    },
    rejected(reason, promise) {
      const port = all.length > 1 && reason instanceof Error ? portInStack(reason.stack) : undefined
      const { program } = all.find((one) => one.port === port) ?? { program: main }
      program.life.rejected(reason, promise)
    },
    isExit: (thrown) => all.some(({ program }) => program.life.isExit(thrown)),
  }
}

/** What a script is called in stacks: the same program is another script in each process. */
export const scriptName = (name: string, port: number | undefined): string =>
  port === undefined ? name : `${String(port)}/${name}`

function portInStack(stack: unknown): number | undefined {
  const [, port] = /(?:^|[\s(@/])(\d+)\/[\w-]+\.js:\d+/u.exec(String(stack)) ?? []
  return port === undefined ? undefined : Number(port)
}
