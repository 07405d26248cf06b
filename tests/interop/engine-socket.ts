import { randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import {
  answerRequest,
  buildRequest,
  checkResponse,
  Connection,
  newKey,
  RequestReader,
  ResponseReader,
  type ConnectionEvent,
  type PerMessageDeflate,
  type PerMessageDeflateLimits,
  type PerMessageDeflateOffer,
  type Role,
} from '../../src/core/protocol/index.ts'

const random = (length: number): Uint8Array => randomBytes(length)

/** The engine on a real socket: all that a program has to add to it. */
export class EngineSocket extends EventEmitter<{ event: [ConnectionEvent]; closed: [] }> {
  readonly connection: Connection
  readonly protocol: string
  readonly extensions: readonly PerMessageDeflate[]
  /** All events so far but those of frames. */
  readonly events: ConnectionEvent[] = []
  readonly #socket: Socket

  constructor(
    socket: Socket,
    role: Role,
    { protocol, extensions }: { protocol: string; extensions: readonly PerMessageDeflate[] },
    rest: Uint8Array,
  ) {
    super()
    this.#socket = socket
    this.protocol = protocol
    this.extensions = extensions
    this.connection = new Connection({ role, extensions, randomBytes: random })
    socket.on('data', (bytes) => {
      this.connection.receiveData(bytes)
      this.flush()
    })
    socket.on('end', () => {
      this.connection.receiveEof()
      this.flush()
    })
    socket.on('error', () => {})
    socket.on('close', () => this.emit('closed'))
    // Listeners are attached once the constructor is done.
    setImmediate(() => {
      this.connection.receiveData(rest)
      this.flush()
    })
  }

  /** Emits what happened, then writes what is pending, including the listeners' answers. */
  flush(): void {
    for (const event of this.connection.events()) {
      if (event.type !== 'frame') this.events.push(event)
      this.emit('event', event)
    }
    this.#socket.cork()
    for (const chunk of this.connection.dataToSend()) {
      if (chunk.length === 0) this.#socket.end()
      else this.#socket.write(chunk)
    }
    this.#socket.uncork()
  }

  /** The next event of this type, past or to come. */
  async next<T extends ConnectionEvent['type']>(
    type: T,
  ): Promise<Extract<ConnectionEvent, { type: T }>> {
    const isIt = (event: ConnectionEvent): event is Extract<ConnectionEvent, { type: T }> =>
      event.type === type
    for (;;) {
      const found = this.events.find(isIt)
      if (found !== undefined) {
        this.events.splice(this.events.indexOf(found), 1)
        return found
      }
      await once(this, 'event')
    }
  }
}

export interface ClientOptions {
  readonly protocols?: readonly string[]
  readonly permessageDeflate?: PerMessageDeflateOffer
}

/** Opens a connection with the engine as its client. Throws what the handshake failed for. */
export async function openClient(port: number, options: ClientOptions = {}): Promise<EngineSocket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  const key = newKey(random)
  socket.write(buildRequest({ host: `127.0.0.1:${port}`, key, ...options }).bytes)
  const reader = new ResponseReader()
  for (;;) {
    // A socket without an encoding gives Buffers.
    const [bytes] = (await once(socket, 'data')) as [Buffer]
    const result = reader.push(bytes)
    if (result === undefined) continue
    const checked = result.ok ? checkResponse(result.head, { key, ...options }) : result
    if (result.ok && checked.ok) return new EngineSocket(socket, 'client', checked, result.rest)
    socket.destroy()
    throw new Error(checked.ok ? '' : `${checked.failure.rule}: ${checked.failure.message}`)
  }
}

export interface EngineServer {
  readonly port: number
  readonly server: Server
}

export interface ServerOptions {
  readonly protocols?: readonly string[]
  readonly permessageDeflate?: PerMessageDeflateLimits
}

/** Listens on a free port with the engine as the server of every connection. */
export async function openServer(
  options: ServerOptions,
  onConnection: (socket: EngineSocket) => void,
): Promise<EngineServer> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const reader = new RequestReader()
    const read = (bytes: Buffer) => {
      const result = reader.push(bytes)
      if (result === undefined) return
      socket.off('data', read)
      if (!result.ok) {
        socket.destroy()
        return
      }
      const answer = answerRequest(result.head, options)
      socket.write(answer.response.bytes)
      if (answer.ok) onConnection(new EngineSocket(socket, 'server', answer, result.rest))
      else socket.end()
    }
    socket.on('data', read)
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server has an address of this kind.
  return { port: (server.address() as AddressInfo).port, server }
}

/** A server that sends every message back, and starts closing at the message `close me`. */
export function echo(socket: EngineSocket): void {
  socket.on('event', (event) => {
    if (event.type !== 'message') return
    const { data } = event
    if (data === 'close me') socket.connection.sendClose(4001, 'as you wish')
    else if (typeof data === 'string') socket.connection.sendText(data)
    else socket.connection.sendBinary(data)
  })
}
