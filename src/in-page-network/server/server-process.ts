import type { Recorder, SourcePosition } from '../../core/trace/event.ts'
import type { Cause } from '../recording/cause.ts'
import type { ClientWorld } from '../client/client-world.ts'
import type { Clock } from '../clock/clock.ts'
import type { Hosts } from '../link/hosts.ts'
import type { Address } from '../link/transport.ts'
import type { RandomStream } from '../random.ts'
import type { ProcessLife, ServerProcess } from './process-life.ts'
import type { ServerStall } from './server-stall.ts'
import type { EventEmitter, EventsModule } from './stream-types.ts'

/** What tells a process from the others that run the same program. */
export interface ProcessIdentity {
  readonly pid: number
  readonly env: Readonly<Record<string, string>>
}

/** What the in-page Node of one server program is given by the network. */
export interface ServerWorld {
  readonly clock: Clock
  readonly hosts: Hosts
  readonly cause: Cause
  /** What `Date.now()` says, Unix milliseconds. */
  readonly dateNow: () => number
  /** For `node:crypto` and what `ws` draws. */
  readonly random: RandomStream
  /** How the clients of this network connect: a program may be one too. */
  readonly client: ClientWorld
  /** Names that lead to what this program listens on, besides its ports. */
  readonly names: readonly Address[]
  /** Keeps the program from running for a while. */
  readonly stall: ServerStall
  /** Names this process, where there are several. */
  readonly recorder: Recorder
  /** What `process` says of this one. */
  readonly identity: ProcessIdentity
  /** Ends the program. */
  readonly life: ProcessLife
  /** The place in the program that is calling now. */
  locate(): SourcePosition | undefined
}

/** Makes `process` before there are events: `makeEmitter` adds them. */
export function createProcess(world: ServerWorld) {
  const nextTick: ServerProcess['nextTick'] = (callback, ...args) => {
    queueMicrotask(() => guard(world, () => callback(...args)))
  }
  return {
    nextTick,
    argv: ['/usr/bin/node', '/server.js'],
    env: { ...world.identity.env },
    pid: world.identity.pid,
    platform: 'linux',
    exitCode: undefined as ServerProcess['exitCode'],
    exit: (code?: ServerProcess['exitCode']) => world.life.exit(code),
  }
}

/** Gives `process` its events: `exit`, `uncaughtException`, `unhandledRejection`, and signals. */
export function makeEmitter<P extends object>(
  process: P,
  { EventEmitter }: EventsModule,
): P & EventEmitter {
  // The prototype has all of them, and needs no constructor.
  const own = Object.create(EventEmitter.prototype) as EventEmitter
  return Object.setPrototypeOf(process, own) as P & EventEmitter
}

/** Runs code that may be the server program's; what it throws ends its process, as on Node. */
export function guard({ life }: Pick<ServerWorld, 'life'>, run: () => void): void {
  if (life.hasEnded) return
  try {
    run()
  } catch (error) {
    life.threw(error)
  }
}
