import { AsyncLocalStorage } from 'node:async_hooks'
import { Console } from 'node:console'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Writable } from 'node:stream'
import type { WebSocket } from 'ws'
import { createProcess } from './process.ts'
import { createModules, type ModuleOptions } from './modules.ts'
import type { Program } from './program.ts'
import { createTimers } from './timers.ts'

export interface ScenarioRunOptions {
  /** The largest message that is taken from a client, in bytes. */
  readonly maxMessageBytes: number
  /** One line that the program wrote to its console. */
  readonly onConsole: (line: string) => void
  /** Something the program threw, or a rejection it did not handle. At most once. */
  readonly onCrash: (error: unknown) => void
  /** A client opened a WebSocket on this connection. */
  readonly onWebSocket: ModuleOptions['onWebSocket']
}

const runInProgress = new AsyncLocalStorage<ScenarioRun>()

/**
 * The run of a scenario that an uncaught exception or an unhandled rejection came from, for the
 * process-wide handlers; undefined if it came from elsewhere.
 */
export function runThatThrew(): ScenarioRun | undefined {
  return runInProgress.getStore()
}

/** One run of a scenario's program, from its first line until it is stopped or crashes. */
export class ScenarioRun {
  readonly #options: ScenarioRunOptions
  readonly #timers = createTimers()
  readonly #connections = new Set<Duplex>()
  readonly #webSockets = new Set<WebSocket>()
  readonly #process = createProcess((code) => {
    this.#end(new Error(`process.exit(${String(code)})`))
  })
  #server: Server | null = null
  #onListening = () => {}
  readonly #listens = new Promise<void>((resolve) => (this.#onListening = resolve))
  #ended = false

  constructor(options: ScenarioRunOptions) {
    this.#options = options
  }

  /**
   * Resolves when the program listens or has ended. Anything it throws, then or later, is a crash.
   */
  async start(program: Program): Promise<void> {
    const ended = runInProgress.run(this, async () => {
      try {
        const modules = await this.#loadModules(program.specifiers)
        if (this.#ended) return
        await program.run(modules, {
          ...this.#timers.bindings,
          process: this.#process.process,
          console: createConsole(this.#options.onConsole),
        })
      } catch (error) {
        this.crash(error)
      }
    })
    await Promise.race([ended, this.#listens])
  }

  /** Whether the program has a server that listens. */
  get isListening(): boolean {
    return this.#server !== null
  }

  /** Hands the program a request, as Node's HTTP server does. */
  handleRequest(request: IncomingMessage, response: ServerResponse): void {
    const server = this.#server
    this.#connections.add(request.socket)
    response.once('close', () => this.#connections.delete(request.socket))
    this.#guard(() => server?.emit('request', request, response))
  }

  /** Hands the program a connection that asks to be upgraded. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const server = this.#server
    this.#connections.add(socket)
    socket.once('close', () => this.#connections.delete(socket))
    // A program that takes the raw connection need not expect a reset: Node would end the process.
    socket.on('error', () => {})
    // Listeners on the connection run within the context of the connection, which is older than
    // this run: so each of its events enters the run's.
    const emit = socket.emit.bind(socket)
    socket.emit = (...event: Parameters<typeof emit>) => this.#guard(() => emit(...event)) ?? false
    this.#guard(() => server?.emit('upgrade', request, socket, head))
  }

  get acceptsUpgrades(): boolean {
    return (this.#server?.listenerCount('upgrade') ?? 0) > 0
  }

  /**
   * Ends this run because of an error of its program, unless the program handles it.
   *
   * @param promise which was rejected with it, if nothing threw it
   */
  crash(error: unknown, promise?: Promise<unknown>): void {
    if (this.#ended) return
    const kind = promise === undefined ? 'uncaughtException' : 'unhandledRejection'
    try {
      if (runInProgress.run(this, () => this.#process.handles(error, kind, promise))) return
    } catch (again) {
      this.#end(again)
      return
    }
    this.#end(error)
  }

  #end(why: unknown): void {
    if (this.#ended) return
    this.end()
    this.#options.onCrash(why)
  }

  /** Asks every WebSocket to close with 1001 (RFC 6455 §7.4.1: the server is going down). */
  closeWebSockets(reason: string): void {
    for (const webSocket of this.#webSockets) webSocket.close(1001, reason)
  }

  /** Drops every connection, clears every timer; nothing of the program is called again. */
  end(): void {
    this.#ended = true
    this.#server = null
    this.#timers.clearAll()
    for (const connection of this.#connections) connection.destroy()
    this.#connections.clear()
  }

  #guard<T>(action: () => T): T | undefined {
    try {
      return runInProgress.run(this, action)
    } catch (error) {
      this.crash(error)
      return undefined
    }
  }

  async #loadModules(specifiers: readonly string[]): Promise<ReadonlyMap<string, object>> {
    const modules = createModules({
      maxMessageBytes: this.#options.maxMessageBytes,
      onListen: (server) => {
        if (this.#server !== null)
          throw new Error('A scenario has one server that listens, not two')
        this.#server = server
        this.#onListening()
      },
      onClose: (server) => {
        if (this.#server === server) this.#server = null
      },
      onWebSocket: (webSocket, socket, mostMessageBytes) => {
        this.#webSockets.add(webSocket)
        webSocket.on('close', () => this.#webSockets.delete(webSocket))
        this.#options.onWebSocket(webSocket, socket, mostMessageBytes)
      },
    })
    const { process } = this.#process
    for (const name of ['process', 'node:process']) modules.set(name, { default: process })
    for (const specifier of specifiers) {
      if (!modules.has(specifier)) {
        // Node's own modules, of which `readProgram` let through no others.
        modules.set(specifier, (await import(specifier)) as object)
      }
    }
    return modules
  }
}

/** A console whose lines go to the log, as they are. */
function createConsole(onLine: (line: string) => void): Console {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      for (const line of String(chunk).trimEnd().split('\n')) onLine(line)
      done()
    },
  })
  return new Console(stream, stream)
}
