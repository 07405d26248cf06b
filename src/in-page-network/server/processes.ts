/** The processes that run one server program: in the sandbox a part, as few runs have several. */
import type { Recorder } from '../../core/trace/event.ts'
import type { Cause } from '../recording/cause.ts'
import { recorderAt } from '../recording/event-base.ts'
import type { NetworkOptions, RunServerOptions, ServerSource } from '../network.ts'
import type { ProcessIdentity } from './server-process.ts'
import type { ServerProgram } from './server-program.ts'
import type { ServerStall } from './server-stall.ts'
import { deliverSignal } from './signals.ts'
import type { EventEmitter } from './stream-types.ts'

/** What a process is given that others of the same program are not. */
export interface OneProcess extends ProcessIdentity {
  /** Records what happens at this process, which has a name where there are several. */
  readonly recorder: Recorder
  /** Goes before the name of its script: in stacks, each process has another. */
  readonly path: string
  /** The port that names it. */
  readonly port?: number
}

export interface Processes {
  /** It is there before a program is. */
  readonly main: ServerProgram
  /** Runs the program in each of them, in their order. Rejects when it failed in one. */
  run(source: string | ServerSource, options?: RunServerOptions): Promise<void>
  /** Sends a signal to the process that this port names, or to all. */
  signal(name: string, port: number | undefined, cause: number): void
  /** A promise was rejected in one of them, and nothing handles it. */
  rejected(reason: unknown, promise: unknown): void
  /** Whether something was thrown by `process.exit()` in one of them. */
  isExit(thrown: unknown): boolean
  /** Records what happens at the server's side of connections to this port. */
  recorderOf(port: number): Recorder
}

export interface ProcessesWorld {
  readonly ports: NetworkOptions['processes']
  readonly recorder: Recorder
  readonly stall: ServerStall
  readonly cause: Cause
  create(one: OneProcess): ServerProgram
}

export function createProcesses(world: ProcessesWorld): Processes {
  const { ports = [], recorder, create } = world
  const named = ports.map((port, index): OneProcess => {
    const text = String(port)
    const own = { recorder: recorderAt(recorder, port), path: `${text}/`, port }
    return { pid: index + 1, env: { PORT: text }, ...own }
  })
  const [first = { pid: 1, env: {}, recorder, path: '' }, ...more] = named
  const main = create(first)
  const all = [
    { port: first.port, program: main },
    ...more.map((one) => ({ port: one.port, program: create(one) })),
  ]

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
    signal(name, port, cause) {
      const send = () => {
        world.cause.current = cause
        for (const { port: own, program } of all)
          if (port === undefined || port === own) {
            // It has been an emitter since the modules were made.
            const process = program.globals.process as unknown as EventEmitter
            deliverSignal({ life: program.life, process }, name)
          }
      }
      if (name === 'SIGKILL') send()
      else world.stall.run(send)
    },
    rejected(reason, promise) {
      const port = reason instanceof Error ? portInStack(reason.stack) : undefined
      const { program } = all.find((one) => one.port === port) ?? { program: main }
      program.life.rejected(reason, promise)
    },
    isExit: (thrown) => all.some(({ program }) => program.life.isExit(thrown)),
    recorderOf: (port) => named.find((one) => one.port === port)?.recorder ?? recorder,
  }
}

function portInStack(stack: unknown): number | undefined {
  const [, port] = /(?:^|[\s(@/])(\d+)\/[\w-]+\.js:\d+/u.exec(String(stack)) ?? []
  return port === undefined ? undefined : Number(port)
}
