/** The interface between the in-page network and its host. */
import type { Recorder, Side, SourcePosition, TraceEvent } from '../core/trace/event.ts'
import type { LinkConditions, TraceHeader } from '../core/trace/header.ts'
import type { PlannedIntervention } from '../core/trace/intervention.ts'
import type { Clock, RealClock, VirtualClock } from './clock/clock.ts'
import type { ClientGlobals, ServerGlobals } from './client/globals.ts'

/** Observes the program. Its methods are called synchronously. */
export interface ProgramObserver {
  /** The place in the program that is calling an API now; `undefined` where no frame of it is. */
  locate(): SourcePosition | undefined
  /** The handlers of the event or timer recorded as `seq` are about to run. */
  dispatching(seq: number): void
  /** They have all run, and the microtasks they queued. */
  dispatched(seq: number): void
  /**
   * The program did not catch an error. Absent: on the client's side `reportError`, which fires the
   * window's `error` event; on the server's an `uncaughtError` event without a source.
   */
  uncaught?(error: unknown, side: Side): void
}

/** The in-page Node modules by specifier, with and without `node:`: `ws`, `node:http`, `http`. */
export type NodeModules = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/**
 * A server: the source of an ES module, or a function that is given the modules to use, and Node's
 * globals on the network's clock and seed. A promise that the function returns is waited for.
 */
export type ServerProgram = string | ((modules: NodeModules, globals: ServerGlobals) => unknown)

export interface NetworkOptions {
  /**
   * An unsigned 32-bit integer. All randomness is drawn from it, one stream a purpose. Default 1.
   */
  readonly seed?: number
  /**
   * Defaults: a latency of 1 ms, no jitter, an unlimited bandwidth, no idle timeout.
   */
  readonly conditions?: Partial<LinkConditions>
  /** Default `real`. */
  readonly clock?: 'virtual' | 'real'
  /**
   * Where events go. It gives each its `seq` and, from `network.clock.now()`, its `time`; nothing
   * is recorded before `createNetwork` has returned. Absent: they go to `network.trace`.
   */
  readonly recorder?: Recorder
  readonly observer?: ProgramObserver
  /**
   * Any URL goes to an in-page server: to the one with the URL's `host:port` or else port, or else
   * to the first that listened. Path and query are kept. Default false: an unknown host fails as
   * on a network.
   */
  readonly routed?: boolean
  /** What relative URLs are resolved against. Default: the document's, or `http://localhost/`. */
  readonly baseUrl?: string
  /** The `Origin` header of handshakes. Default: the origin of `baseUrl`; `null` in a sandbox. */
  readonly origin?: string
  /** Changes made to the run from outside. */
  readonly interventions?: readonly PlannedIntervention[]
  /**
   * Server programs by `host:port`. Each is found under that name, whatever port it listens on; a
   * connection to it waits until all of them are running.
   */
  readonly servers?: Readonly<Record<string, ServerProgram>>
}

export interface RunServerOptions {
  /** The name in stack traces. Default `server.js`. */
  readonly name?: string
  /**
   * Evaluates the text of an ES module that has no import, and resolves or rejects when it has
   * run. Default: `import()` of a blob. In a document of opaque origin that is refused; there,
   * use `inlineModuleLoader(document)`.
   */
  readonly load?: ModuleLoader
}

/** Evaluates the text of an ES module without static imports. */
export type ModuleLoader = (source: string) => Promise<void>

export interface Network<C extends Clock = Clock> {
  readonly WebSocket: typeof globalThis.WebSocket
  readonly fetch: typeof globalThis.fetch
  readonly EventSource: typeof globalThis.EventSource
  readonly clock: C
  /** What was recorded, when no recorder was given; else empty. */
  readonly trace: readonly TraceEvent[]
  readonly modules: NodeModules
  /** What a server program finds besides its imports. */
  readonly serverGlobals: ServerGlobals
  /** What a client program finds in place of the browser's own. */
  readonly clientGlobals: ClientGlobals
  /**
   * May be set while a run goes on: segments that leave from now on obey it, and so does the idle
   * timeout of connections that are open.
   */
  get conditions(): LinkConditions
  /** @throws RangeError for conditions that no link has. */
  set conditions(changed: Partial<LinkConditions>)
  /** Puts the client's globals, `WebSocket`, `fetch` and `EventSource` on a window. */
  installClient(target: typeof globalThis): void
  /**
   * Runs a server program: Node ES module source that may import `ws` and what `modules` has.
   * Rejects with the program's own error; with a `SyntaxError` that names the module and the line
   * where it imports something unknown.
   */
  runServer(source: string, options?: RunServerOptions): Promise<void>
  /** The servers given in the options are running. Rejects when one of them failed. */
  readonly ready: Promise<void>
  /** What a trace says about the run: clock, seed, the conditions at its beginning. */
  header(): TraceHeader
  /** `trace` with its header, as JSON: an event a line, bytes as `{"base64":"…"}`. */
  traceToJson(): string
  /**
   * The `seq` of the event that began this turn of the event loop: a dispatched event, a timer, a
   * receipt. Undefined in the first turn of a program.
   */
  readonly cause: number | undefined
  /** Ends every connection, timer and task. */
  stop(): void
}

export type VirtualNetwork = Network<VirtualClock>
export type RealNetwork = Network<RealClock>
