import { FIRST_DYNAMIC_PORT } from '../link/connect.ts'
import type { Listener } from '../link/hosts.ts'
import type { Address, Transport } from '../link/transport.ts'
import { guard, type ServerWorld } from './server-process.ts'
import { systemError, type Socket, type SocketClass } from './socket.ts'
import type { EventEmitter, EventsModule } from './stream-types.ts'

export interface Server extends EventEmitter {
  listen(...args: unknown[]): this
  close(callback?: (error?: Error) => void): this
}

export type ServerClass = new (connectionListener?: (socket: Socket) => void) => Server

/** `net.Server` on the in-page hosts. */
export function createServerClass(
  { EventEmitter }: EventsModule,
  Socket: SocketClass,
  world: ServerWorld,
): ServerClass {
  const runSoon = (code: () => void) => queueMicrotask(() => guard(world, code))

  return class Server extends EventEmitter {
    readonly #sockets = new Set<Socket>()
    #listener: Listener | undefined
    /** Takes the listener out of what ends with the process. */
    #stay: () => void = () => undefined
    #host = '::'
    #closing = false

    constructor(connectionListener?: (socket: Socket) => void) {
      super()
      if (connectionListener !== undefined) this.on('connection', connectionListener)
    }

    get listening(): boolean {
      return this.#listener !== undefined
    }

    listen(...args: unknown[]): this {
      if (this.#listener !== undefined) {
        throw Object.assign(
          new Error('Listen method has been called more than once without closing.'),
          { code: 'ERR_SERVER_ALREADY_LISTEN' },
        )
      }
      const callback = args.findLast((arg): arg is () => void => typeof arg === 'function')
      if (callback !== undefined) this.once('listening', callback)
      const { port, host } = listenOptions(args)
      this.#host = host
      const listener: Listener = {
        names: world.names,
        port: port === 0 ? this.#freePort() : port,
        accept: (transport) => world.stall.run(() => this.#accept(transport)),
      }
      if (world.hosts.listen(listener)) {
        this.#listener = listener
        this.#stay = world.life.whenEnded(() => world.hosts.close(listener))
        this.#closing = false
        this.#emitSoon('listening')
      } else {
        const message = `EADDRINUSE: address already in use ${host}:${String(port)}`
        const error = systemError('EADDRINUSE', 'listen', message)
        this.#emitSoon('error', Object.assign(error, { address: host, port }))
      }
      return this
    }

    address() {
      if (this.#listener === undefined) return null
      const family = this.#host.includes(':') ? 'IPv6' : 'IPv4'
      return { address: this.#host, family, port: this.#listener.port }
    }

    /** Stops accepting. `close` is emitted when the last connection has ended. */
    close(callback?: (error?: Error) => void): this {
      const listener = this.#listener
      if (listener === undefined) {
        if (callback !== undefined) {
          const error = new Error('Server is not running.')
          const coded = Object.assign(error, { code: 'ERR_SERVER_NOT_RUNNING' })
          runSoon(() => callback(coded))
        }
        return this
      }
      if (callback !== undefined) this.once('close', callback)
      world.hosts.close(listener)
      this.#stay()
      this.#listener = undefined
      this.#closing = true
      this.#emitCloseWhenDone()
      return this
    }

    closeAllConnections(): void {
      for (const socket of this.#sockets) socket.destroy()
    }

    getConnections(callback: (error: null, count: number) => void): this {
      runSoon(() => callback(null, this.#sockets.size))
      return this
    }

    ref() {
      return this
    }

    unref() {
      return this
    }

    #accept(transport: Transport): void {
      const socket = new Socket(transport)
      this.#sockets.add(socket)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        this.#emitCloseWhenDone()
      })
      guard(world, () => this.emit('connection', socket))
    }

    #emitCloseWhenDone(): void {
      if (!this.#closing || this.#sockets.size > 0) return
      this.#closing = false
      this.#emitSoon('close')
    }

    #emitSoon(event: string, ...args: unknown[]): void {
      runSoon(() => this.emit(event, ...args))
    }

    #freePort(): number {
      let port = FIRST_DYNAMIC_PORT
      while (world.hosts.isTaken(port)) port += 1
      return port
    }
  }
}

/** `listen(port?, host?, backlog?, callback?)` or `listen({ port, host }, callback?)`. */
function listenOptions([first, second]: readonly unknown[]): Address {
  const given = typeof first === 'object' && first !== null ? first : { port: first, host: second }
  const host = 'host' in given && typeof given.host === 'string' ? given.host : '::'
  const portGiven = 'port' in given && typeof given.port !== 'function' ? given.port : undefined
  const port = Number(portGiven ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw Object.assign(
      new RangeError(
        `options.port should be >= 0 and < 65536. Received type ${typeof portGiven} (${String(portGiven)}).`,
      ),
      { code: 'ERR_SOCKET_BAD_PORT' },
    )
  }
  return { port, host }
}
