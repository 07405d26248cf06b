/**
 * A program's surroundings: time, globals, a network, and the rules for when the run ends. There
 * are two worlds: the in-page one on virtual time, and the browser's own, observed.
 */
import type { Side, SourcePosition, UncaughtError } from '../../core/trace/event.ts'
import type { StartMessage } from '../messages.ts'
import type { PreparedFile } from './program-files.ts'
import type { RecordStream } from './record-stream.ts'
import type { RunControl } from './run-control.ts'
import type { RunEnd } from './virtual-run.ts'

export interface WorldContext {
  readonly window: Window & typeof globalThis
  readonly start: StartMessage
  readonly control: RunControl
  readonly stream: RecordStream
  /** The script that runs first in each realm that the program makes. */
  readonly prelude: string
  /** Sends the page the port of a realm that the program made. */
  announceRealm(name: string, port: MessagePort): void
  locate(): SourcePosition | undefined
  dispatching(seq: number): void
  dispatched(seq: number): void
  /** The event that is dispatched in this turn. */
  dispatchedNow(): number | undefined
  /** Resolves in a new turn of the real event loop. */
  nextTurn(): Promise<void>
  /** Whether the run cannot go on, and ends. */
  failed(): boolean
  /** Accounts for characters that the world put before the first line of a file. */
  shiftFirstLine(name: string, characters: number): void
  /** Records an uncaught error. */
  report(thrown: unknown, kind: UncaughtError['kind'], side?: Side): void
  /** Records an error that ends the run. */
  fail(thrown: unknown, kind: UncaughtError['kind']): void
  /** Real milliseconds, by the browser's own timer. */
  wait(delay: number): Promise<void>
}

export interface World {
  /** Milliseconds since the run began. */
  time(): number
  /** The `seq` of the event whose handlers run in this turn, for what the program prints. */
  cause(): number | undefined
  /** Installs the globals of this world in the window. */
  install(): void
  /** Runs `server.js`; rejects with the error that keeps it from running. */
  runServer(file: PreparedFile): Promise<void>
  /** Calls back in a separate task. */
  queueTask(task: () => void): void
  /** Runs from the loaded program to the end of the run. */
  run(): Promise<RunEnd>
}

export type WorldFactory = (context: WorldContext) => World
