/**
 * The `ws` and the `node:http` that a scenario imports: the real ones, except that
 * `listen` does not bind a port. The lab server mounts the scenario's server and hands it requests
 * by emitting `request` and `upgrade` on it, as Node does.
 */
import * as http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import * as ws from 'ws'

export interface ModuleOptions {
  /** The largest message that is taken, in bytes, whatever the scenario asks for. */
  readonly maxMessageBytes: number
  /** A server of the scenario listens. */
  readonly onListen: (server: http.Server) => void
  /** A server of the scenario was closed. */
  readonly onClose: (server: http.Server) => void
  /** A client of the scenario opened a WebSocket on this connection. */
  readonly onWebSocket: (
    webSocket: ws.WebSocket,
    socket: Duplex,
    /** The largest message that it takes, in bytes. */
    mostMessageBytes: number,
  ) => void
}

/** The modules by the names under which a scenario imports them. */
export function createModules(options: ModuleOptions): Map<string, object> {
  class MountedServer extends http.Server {
    #port: number | null = null

    /** Takes every form that `net.Server.listen` takes; of it all, only port and listener count. */
    override listen(...values: unknown[]): this {
      if (this.#port !== null) {
        throw Object.assign(new Error('Listen method has been called more than once'), {
          code: 'ERR_SERVER_ALREADY_LISTEN',
        })
      }
      const [first] = values
      const last = values.at(-1)
      // A scenario is plain JavaScript, so its listener has no type to check.
      if (typeof last === 'function') this.once('listening', last as () => void)
      this.#port = portOf(first)
      options.onListen(this)
      process.nextTick(() => this.emit('listening'))
      return this
    }

    override address(): AddressInfo | null {
      return this.#port === null ? null : { address: '127.0.0.1', family: 'IPv4', port: this.#port }
    }

    override close(callback?: (error?: Error) => void): this {
      const wasListening = this.#port !== null
      this.#port = null
      if (wasListening) {
        options.onClose(this)
        if (callback) this.once('close', () => callback())
        return super.close()
      }
      return super.close(callback)
    }
  }

  // `net.Server` has a getter here that asks for a bound handle.
  Object.defineProperty(MountedServer.prototype, 'listening', {
    get(this: MountedServer) {
      return this.address() !== null
    },
  })

  class MountedWebSocketServer extends ws.WebSocketServer {
    readonly #ownServer: http.Server | null = null
    readonly #mostMessageBytes: number

    constructor(given: ws.ServerOptions = {}, callback?: () => void) {
      const { port, host, backlog, ...rest } = given
      const maxPayload = Math.min(given.maxPayload ?? Infinity, options.maxMessageBytes)
      if (port === undefined) {
        super({ ...given, maxPayload }, callback)
        this.#mostMessageBytes = maxPayload
        return
      }
      const server = new MountedServer(refuseWithUpgradeRequired)
      super({ ...rest, maxPayload, server })
      this.#mostMessageBytes = maxPayload
      this.#ownServer = server
      server.listen(port, host, backlog, callback)
    }

    override handleUpgrade(
      request: http.IncomingMessage,
      socket: Duplex,
      head: Buffer,
      callback: (client: ws.WebSocket, request: http.IncomingMessage) => void,
    ): void {
      super.handleUpgrade(request, socket, head, (client) => {
        options.onWebSocket(client, socket, this.#mostMessageBytes)
        callback(client, request)
      })
    }

    override close(callback?: (error?: Error) => void): void {
      super.close(callback)
      this.#ownServer?.close()
    }
  }

  // `new WebSocket.Server()` is the same class; the real `WebSocket` is shared and stays as it is.
  const WebSocket = new Proxy(ws.WebSocket, {
    get: (target, name, receiver): unknown =>
      name === 'Server' || name === 'WebSocketServer'
        ? MountedWebSocketServer
        : Reflect.get(target, name, receiver),
  })

  const httpNames = {
    ...http,
    Server: MountedServer,
    createServer: (...values: ConstructorParameters<typeof MountedServer>) =>
      new MountedServer(...values),
  }
  const httpModule = { ...httpNames, default: httpNames }
  return new Map<string, object>([
    ['ws', { ...ws, WebSocketServer: MountedWebSocketServer, WebSocket, default: WebSocket }],
    ['node:http', httpModule],
    ['http', httpModule],
  ])
}

function portOf(value: unknown): number {
  const port = typeof value === 'object' && value !== null && 'port' in value ? value.port : value
  const number = Number(port)
  return Number.isInteger(number) ? number : 0
}

/** What `ws` answers to a plain request when it owns the port. */
function refuseWithUpgradeRequired(
  _request: http.IncomingMessage,
  response: http.ServerResponse,
): void {
  const body = http.STATUS_CODES[426] ?? ''
  response.writeHead(426, { 'Content-Length': body.length, 'Content-Type': 'text/plain' })
  response.end(body)
}
