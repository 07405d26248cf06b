import { isLoopback } from '../../link/hosts.ts'
import type { Address } from '../../link/transport.ts'
import { HttpTap } from '../../recording/http-tap.ts'
import { Wiretap } from '../../recording/wiretap.ts'
import { guard, type ServerWorld } from '../server-process.ts'
import { systemError, type Opening, type Socket } from '../socket.ts'
import { isFunction, type AnyFunction, type NodeCore } from './node-core.ts'

export interface ConnectOptions extends Partial<Address> {
  /** It is `wss:` or `https:`. */
  readonly isSecure?: boolean
  /** Records requests and responses of HTTP, and no frames. */
  readonly http?: (tap: HttpTap) => void
}

/** An address that no server has, in a network that is routed or not. */
const NOWHERE: Address = { host: 'nowhere.invalid', port: -1 }

/** Opens the connection of a program that is a client. */
export function opening(world: ServerWorld, options: ConnectOptions): Opening {
  const { client, cause } = world
  const { host = 'localhost', port = 80, http } = options
  return (socket, done) => {
    const address = { host, port }
    const isHere = isLoopback(host)
    // A name that no server has leads nowhere: only what a page asks for is led elsewhere.
    const listener = world.hosts.find(address)
    const isNamed = listener?.names.some((name) => name.host === host) === true
    const isFound = isNamed || (isHere && listener?.port === port)
    const fails = (): Error => {
      if (!isHere && !isNamed) {
        const error = systemError('ENOTFOUND', 'getaddrinfo', `ENOTFOUND ${host}`)
        return Object.assign(error, { errno: -3008, hostname: host })
      }
      const error = systemError('ECONNREFUSED', 'connect', `ECONNREFUSED 127.0.0.1:${String(port)}`)
      return Object.assign(error, { errno: -111, address: '127.0.0.1', port })
    }
    const id = client.nextConnectionId(http === undefined ? 'ws' : 'http')
    const tap =
      http === undefined
        ? new Wiretap(
            client.recorder,
            client.observer.locate,
            id,
            // What was negotiated is the programs' to check.
            () => [],
            client.lossOf,
          )
        : new HttpTap(client.recorder, client.observer.locate, id)
    if (tap instanceof HttpTap) http?.(tap)
    const because = cause.current
    return client.connect(isFound ? address : NOWHERE, id, tap, {
      opened: () => {
        if (!isFound) return
        cause.current = because
        guard(world, () => {
          done()
          socket.emit('connect')
          socket.emit('ready')
        })
      },
      refused: () => {
        cause.current = because
        guard(world, () => done(fails()))
      },
    })
  }
}

/** `net.connect`. */
export function addConnecting({ builtIn, Socket, world }: NodeCore): void {
  const net = builtIn['net'] as Record<string, unknown>
  const connect = (...args: unknown[]): Socket => {
    const [first, second] = args
    const given =
      typeof first === 'object' && first !== null
        ? (first as ConnectOptions)
        : { port: Number(first), host: typeof second === 'string' ? second : 'localhost' }
    const socket = new Socket(opening(world, { ...given, port: Number(given.port) }))
    const listener = args.find(isFunction)
    if (listener !== undefined) socket.once('connect', listener as () => void)
    return socket
  }
  Object.assign(net, {
    connect,
    createConnection: connect,
    isIPv4: (text: string) => (net['isIP'] as AnyFunction)(text) === 4,
    isIPv6: (text: string) => (net['isIP'] as AnyFunction)(text) === 6,
  })
}
