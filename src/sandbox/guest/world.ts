/**
 * A program's surroundings: time, globals, a network, and the rules for when the run ends. There
 * are two worlds: the in-page one on virtual time, and the browser's own, observed.
 */
import type { Side, SourcePosition, UncaughtError } from '../../core/trace/event.ts'
import type { Getter } from '../../core/trace/sight.ts'
import type { ScheduledInput, StartMessage } from '../messages.ts'
import type { PreparedServer } from '../prepared-program.ts'
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
  /** Does now what a user did at a time of the run before. */
  perform(input: ScheduledInput): void
  /** Accounts for characters that the world put before the first line of a file. */
  shiftFirstLine(name: string, characters: number): void
  /** Records an uncaught error. */
  report(thrown: unknown, kind: UncaughtError['kind'], side?: Side, server?: number): void
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
  /** Runs `server.js`, and the proxy before it; rejects with the error that keeps one from running. */
  runServer(name: string, file: PreparedServer): Promise<void>
  /** A promise of `server.js` was rejected, and nothing handles it. */
  readonly rejectedOnServer?: (reason: unknown, promise: Promise<unknown>) => void
  /** Whether something was thrown to end `server.js`, and is no error. */
  readonly isServerExit?: (thrown: unknown) => boolean
  /** Calls back in a separate task. */
  queueTask(task: () => void): void
  /** Told when no event is held any more: events whose Blobs are read, or whose handlers run. */
  readonly released?: () => void
  /** The sockets that the program made, the latest last. */
  sockets(): readonly object[]
  /** Sends a Ping frame, which no API of a browser does; undefined where nothing else can. */
  readonly ping?: (socket: object, payload: Uint8Array) => boolean
  /** For an accessor of this world's own, what gives its value without recording the read. */
  untoldGetter(getter: object): Getter | undefined
  /** Runs from the loaded program to the end of the run. */
  run(): Promise<RunEnd>
}

export type WorldFactory = (context: WorldContext) => World
