import type { ConsoleLevel } from '../../../core/trace/event.ts'
import type { packages } from '../packages.ts'
import type { ServerWorld } from '../server-process.ts'
import type { SocketClass } from '../socket.ts'
import type { BufferClass, EventEmitter, StreamModule } from '../stream-types.ts'
import type { createNodeTimers } from '../timers.ts'

/** What the modules that every server has are for the others, which add to them. */
export interface NodeCore {
  readonly world: ServerWorld
  /** Node's modules by name, without `node:`: what `require` gives. */
  readonly builtIn: Record<string, unknown>
  /** What only packages ask for, as long as no program does. */
  readonly forPackages: Record<string, unknown>
  /** `require` of the packages' files. */
  readonly require: (name: string) => unknown
  /** Adds files of packages that come with these modules. */
  readonly addPackages: (table: typeof packages) => void
  readonly streams: StreamModule
  readonly Buffer: BufferClass
  readonly Socket: SocketClass
  readonly process: EventEmitter & {
    readonly pid: number
    readonly nextTick: (callback: AnyFunction, ...args: unknown[]) => void
    readonly emitWarning: (warning: unknown, type?: unknown, code?: unknown) => void
  }
  readonly timers: ReturnType<typeof createNodeTimers>
  readonly createRequire: () => unknown
  /** Files of the program's folder, by name. */
  readonly files: Map<string, string>
  /** Prints a line, also when the process has just ended. */
  readonly print: (level: ConsoleLevel, text: string) => void
  readonly unfinished: { out: string; err: string }
}

export type AnyFunction = (...args: unknown[]) => unknown

export const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function'
