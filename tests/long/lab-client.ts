import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import {
  buildRequest,
  checkResponse,
  Connection,
  newKey,
  ResponseReader,
  type ConnectionEvent,
} from '../../src/core/protocol/index.ts'

const random = (length: number): Uint8Array => randomBytes(length)

/** Our engine on a TCP connection to the lab server. */
export class LabClient {
  readonly socket: Socket
  readonly connection: Connection
  /** The texts it was sent and has not taken yet, and how it was closed. */
  readonly texts: string[] = []
  closed: { readonly code: number; readonly reason: string } | null = null
  /** Every octet in each direction, if they are kept. */
  readonly octets: { readonly client: Uint8Array[]; readonly server: Uint8Array[] } | null
  isGone = false
  #wake = () => {}

  private constructor(socket: Socket, octets: LabClient['octets']) {
    this.socket = socket
    this.octets = octets
    this.connection = new Connection({ role: 'client', randomBytes: random })
    socket.on('close', () => {
      this.isGone = true
      this.#wake()
    })
    socket.on('end', () => {
      this.connection.receiveEof()
      this.#flush()
      socket.end()
    })
  }

  /**
   * Resolves when the handshake is done; throws what it failed for, the status line of a refusal.
   */
  static async open(
    port: number,
    target: string,
    { host = `127.0.0.1:${port}`, keepOctets = false } = {},
  ): Promise<LabClient> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    socket.setNoDelay(true)
    socket.on('error', () => {})
    const client = new LabClient(socket, keepOctets ? { client: [], server: [] } : null)
    const key = newKey(random)
    client.#write(buildRequest({ host, target, key }).bytes)
    const reader = new ResponseReader()
    await new Promise<void>((resolve, reject) => {
      const onData = (bytes: Buffer) => {
        client.octets?.server.push(bytes)
        const result = reader.push(bytes)
        if (result === undefined) return
        socket.off('data', onData)
        const checked = result.ok ? checkResponse(result.head, { key }) : result
        if (!result.ok || !checked.ok) {
          socket.destroy()
          const { failure } = checked.ok ? { failure: null } : checked
          reject(new Error(failure?.message ?? 'no response'))
          return
        }
        socket.on('data', (more) => {
          client.octets?.server.push(more)
          client.#receive(more)
        })
        client.#receive(result.rest)
        resolve()
      }
      socket.on('data', onData)
      socket.once('close', () => reject(new Error('The connection ended in the handshake')))
    })
    return client
  }

  send(text: string): void {
    this.connection.sendText(text)
    this.#flush()
  }

  sendBinary(bytes: Uint8Array): void {
    this.connection.sendBinary(bytes)
    this.#flush()
  }

  /** Octets that are no frame, or only the beginning of one. */
  sendRaw(bytes: Uint8Array): void {
    this.#write(bytes)
  }

  /** The next text; throws when the connection has ended before. */
  async next(): Promise<string> {
    for (;;) {
      const text = this.texts.shift()
      if (text !== undefined) return text
      if (this.isGone) throw new Error(`The connection has ended: ${JSON.stringify(this.closed)}`)
      await this.happens()
    }
  }

  /** Resolves when something has come, or the connection has ended. */
  happens(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve))
  }

  /** Closes with 1000 and waits for the end. */
  async close(): Promise<void> {
    this.connection.sendClose(1000)
    this.#flush()
    await this.gone()
  }

  async gone(): Promise<void> {
    while (!this.isGone) await this.happens()
  }

  #receive(bytes: Uint8Array): void {
    this.connection.receiveData(bytes)
    this.#flush()
  }

  #flush(): void {
    for (const event of this.connection.events()) this.#note(event)
    this.socket.cork()
    for (const chunk of this.connection.dataToSend()) {
      if (chunk.length === 0) this.socket.end()
      else this.#write(chunk)
    }
    this.socket.uncork()
  }

  #note(event: ConnectionEvent): void {
    if (event.type === 'message') this.texts.push(String(event.data))
    else if (event.type === 'close' || event.type === 'error') this.closed ??= event
    if (event.type !== 'frame') this.#wake()
  }

  #write(bytes: Uint8Array): void {
    if (this.socket.destroyed || this.socket.writableEnded) return
    this.octets?.client.push(bytes)
    this.socket.write(bytes)
  }
}
