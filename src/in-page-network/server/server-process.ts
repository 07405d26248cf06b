import type { Side, SourcePosition } from '../../core/trace/event.ts'
import type { Cause } from '../recording/cause.ts'
import type { Clock } from '../clock/clock.ts'
import type { Hosts } from '../link/hosts.ts'
import type { Address } from '../link/transport.ts'
import type { RandomStream } from '../random.ts'
import type { ServerStall } from './server-stall.ts'

/** What the in-page Node of one server program is given by the network. */
export interface ServerWorld {
  readonly clock: Clock
  readonly hosts: Hosts
  readonly cause: Cause
  /** What `Date.now()` says, Unix milliseconds. */
  readonly dateNow: () => number
  /** For `node:crypto` and what `ws` draws. */
  readonly random: RandomStream
  /** Names that lead to what this program listens on, besides its ports. */
  readonly names: readonly Address[]
  /** Keeps the program from running for a while. */
  readonly stall: ServerStall
  /** The place in the program that is calling now. */
  locate(): SourcePosition | undefined
  /** Nothing caught what the program threw. */
  uncaught(error: unknown, side: Side): void
}

/** `process`, as far as a server program and the packages under it look at it. */
export function createProcess(world: ServerWorld) {
  const nextTick = (callback: (...args: unknown[]) => void, ...args: unknown[]) => {
    queueMicrotask(() => guard(world, () => callback(...args)))
  }
  const hrtime = Object.assign(
    (previous?: readonly [number, number]) => {
      const nanoseconds = Math.round(world.clock.now() * 1e6)
      const seconds = Math.floor(nanoseconds / 1e9) - (previous?.[0] ?? 0)
      const rest = (nanoseconds % 1e9) - (previous?.[1] ?? 0)
      return rest < 0 ? [seconds - 1, rest + 1e9] : [seconds, rest]
    },
    { bigint: () => BigInt(Math.round(world.clock.now() * 1e6)) },
  )
  return {
    nextTick,
    hrtime,
    uptime: () => world.clock.now() / 1000,
    argv: ['node', 'server.js'],
    env: {},
    execArgv: [],
    pid: 1,
    platform: 'browser',
    version: 'v20.19.0',
    versions: { node: '20.19.0' },
    cwd: () => '/',
    // Signals and exit never come: a program that listens for them waits.
    on: () => undefined,
    once: () => undefined,
    off: () => undefined,
    removeListener: () => undefined,
    emit: () => false,
    emitWarning: () => undefined,
    listenerCount: () => 0,
  }
}

/** Runs code that may be the server program's; what it throws ends nothing but that call. */
export function guard(world: ServerWorld, run: () => void): void {
  try {
    run()
  } catch (error) {
    world.uncaught(error, 'server')
  }
}
