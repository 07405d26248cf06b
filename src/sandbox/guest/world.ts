/**
 * What a program runs in: time, globals and a network, and the rules by which the run goes on and
 * ends. There are two: the in-page world on virtual time, and the browser's own, observed.
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
  /** What a realm that the program makes begins with. */
  readonly prelude: string
  /** Hands the page the port of a realm that the program makes. */
  announceRealm(name: string, port: MessagePort): void
  locate(): SourcePosition | undefined
  dispatching(seq: number): void
  dispatched(seq: number): void
  /** Resolves in a new turn of the real event loop. */
  nextTurn(): Promise<void>
  /** Whether the run cannot go on, and ends. */
  failed(): boolean
  /** The world put this many characters before the first line of a file. */
  shiftFirstLine(name: string, characters: number): void
  /** Records an error that nobody caught. */
  report(thrown: unknown, kind: UncaughtError['kind'], side?: Side): void
  /** Records an error that the run ends with. */
  fail(thrown: unknown, kind: UncaughtError['kind']): void
  /** Real milliseconds, by the browser's own timer. */
  wait(delay: number): Promise<void>
}

export interface World {
  /** Milliseconds since the run began. */
  time(): number
  /** Gives the window what a program finds in this world. */
  install(): void
  /** Runs `server.js`; rejects with what keeps it from running. */
  runServer(file: PreparedFile): Promise<void>
  /** Calls back as a task of its own. */
  queueTask(task: () => void): void
  /** Goes on from where the program has begun, to the end of the run. */
  run(): Promise<RunEnd>
}

export type WorldFactory = (context: WorldContext) => World
