/** The interface between the in-page network and its host. */
import type { Header, Recorder, Side, SourcePosition, TraceEvent } from '../core/trace/event.ts'
import type { LinkConditions, TraceHeader } from '../core/trace/header.ts'
import type { PlannedIntervention } from '../core/trace/intervention.ts'
import type { Clock, RealClock, VirtualClock } from './clock/clock.ts'
import type { UncaughtKind } from './server/process-life.ts'
import type { ClientGlobals, ServerGlobals } from './client/globals.ts'
import type { MadeSockets } from './websocket/made-sockets.ts'

/** Observes the program. Its methods are called synchronously. */
export interface ProgramObserver {
  /** The place in the program that is calling an API now; `undefined` where no frame of it is. */
  locate(): SourcePosition | undefined
  /** The handlers of the event or timer recorded as `seq` are about to run. */
  dispatching(seq: number): void
  /** They have all run, and the microtasks they queued. */
  dispatched(seq: number): void
  /**
   * The program did not catch an error; on the server's side it has then ended. `server` names one of
   * several `processes`. Absent: on the client's side `reportError`, which fires the
   * window's `error` event; on the server's an `uncaughtError` event without a source.
   */
  uncaught?(error: unknown, side: Side, kind: UncaughtKind, server?: number): void
}

/** The in-page Node modules by specifier, with and without `node:`: `ws`, `node:http`, `http`. */
export type NodeModules = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** A name that an import declares. */
interface ImportedName {
  readonly local: string
  /** `null` for all that the module exports. */
  readonly exported: string | null
}

/** An import declaration. Line and column count from 1. */
export interface ServerImport {
  readonly specifier: string
  readonly names: readonly ImportedName[]
  readonly line: number
  readonly column: number
}

/** The two kinds of module that Node has. */
export type ModuleKind = 'esm' | 'commonjs'

/** The source of a Node program as `readServerSource` reads it: plain data. */
export interface ServerSource {
  readonly kind: ModuleKind
  /** The text without its import declarations. Every line is where it was. */
  readonly text: string
  readonly imports: readonly ServerImport[]
  /** The names that it declares at its top level. */
  readonly declared: readonly string[]
  /** Names that it gives `global`, and so finds as variables. */
  readonly shared: readonly string[]
  /** Names of a page that it asks for by `typeof`, and must not find. */
  readonly hidden: readonly string[]
}

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
  /**
   * The `Origin` header of handshakes. Default: the origin of `baseUrl`; `null` in a sandbox. For a
   * page that is given one, other origins are others: `fetch` reads their responses only where
   * `Access-Control-Allow-Origin` lets it, and sends none of the requests that need a preflight.
   */
  readonly origin?: string
  /**
   * Sent with each request and each opening handshake, as a browser does with `User-Agent` and
   * cookies. Default: none.
   */
  readonly headers?: readonly Header[]
  /** Changes made to the run from outside. */
  readonly interventions?: readonly PlannedIntervention[]
  /**
   * Server programs by `host:port`. Each is found under that name, whatever port it listens on; a
   * connection to it waits until all of them are running.
   */
  readonly servers?: Readonly<Record<string, ServerProgram>>
  /**
   * The ports of the processes that `runServer` starts of one program: each process is given its own
   * as `process.env.PORT`, and its events name it. Default: one process, which is given none.
   */
  readonly processes?: readonly number[]
  /** Evaluates the modules of `servers`. Default: as for `runServer`. */
  readonly load?: ModuleLoader
  /**
   * Resolves in a new turn of the event loop, after all microtasks: for a virtual clock in a page
   * whose event loop is another virtual clock's. Default: a turn of the real event loop.
   */
  readonly nextTurn?: () => Promise<void>
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
  /** What the program finds beside itself in its folder: texts by file name. Default: nothing. */
  readonly files?: Readonly<Record<string, string>>
  /** Libraries of npm that it may import and require, besides `ws`. Default: none. */
  readonly libraries?: readonly ServerLibrary[]
}

/** A library for `server.js`, as `scripts/vite/libraries.ts` builds it. */
export interface ServerLibrary {
  readonly name: string
  /** What a program calls its modules. */
  readonly specifiers: readonly string[]
  /** Its script. */
  readonly text: string
}

/**
 * Evaluates the text of an ES module without static imports. A program of CommonJS is `sloppy`: it
 * runs in a function of its text, which need not be strict.
 */
export type ModuleLoader = (source: string, sloppy?: boolean) => Promise<void>

/** What a page connects with. */
export interface PageApis {
  readonly WebSocket: typeof globalThis.WebSocket
  readonly fetch: typeof globalThis.fetch
  readonly EventSource: typeof globalThis.EventSource
  readonly XMLHttpRequest: typeof globalThis.XMLHttpRequest
}

export interface Network<C extends Clock = Clock> extends PageApis {
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
  /**
   * Opens another page in the same browser: what it connects with. It shares the browser's cookies,
   * and gets those that Chromium would give a page of this origin.
   */
  openPage(origin: string): PageApis
  /** Puts the client's globals, `WebSocket`, `fetch`, `EventSource` and `XMLHttpRequest` on a window. */
  installClient(target: typeof globalThis): void
  /**
   * Runs a server program, in each of the `processes`: source of an ES module or of CommonJS, as Node decides, that may import
   * or require `ws` and what `modules` has; or what `readServerSource` made of it.
   * Rejects with the program's own error; with a `SyntaxError` that names the module and the line
   * where it imports something unknown.
   */
  runServer(source: string | ServerSource, options?: RunServerOptions): Promise<void>
  /**
   * Starts a reverse proxy, which behaves as nginx does with this configuration: the text of an
   * `nginx.conf`, of its block `server` or of a `location`.
   *
   * @throws a SyntaxError of the name `nginx` where nginx would not start.
   */
  runProxy(config: string): void
  /**
   * A promise of the server program that `runServer` ran was rejected, and nothing handles it: what
   * Node does then. A page finds out by its `unhandledrejection` event.
   */
  rejectedOnServer(reason: unknown, promise: Promise<unknown>): void
  /** Whether something was thrown by `process.exit()` alone, to unwind the server program. */
  isServerExit(thrown: unknown): boolean
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
  /** For an accessor of the network's objects, what gives its value without recording the read. */
  untoldGetter(getter: object): ((this: unknown) => unknown) | undefined
  /** The sockets that the program made. */
  readonly sockets: MadeSockets
  /** Ends every connection, timer and task. */
  stop(): void
}

export type VirtualNetwork = Network<VirtualClock>
export type RealNetwork = Network<RealClock>
