import type { Socket } from 'node:net'
import type { RawData, WebSocket } from 'ws'
import { addressOf } from '../http/remote-address.ts'
import type { Limits } from './limits.ts'
import { Rate } from './rate.ts'
import { Shares } from './shares.ts'

export interface ConnectionDescription {
  readonly scenario: string
  readonly transport: 'WebSocket' | 'HTTP'
}

interface Connection extends ConnectionDescription {
  readonly number: number
  readonly socket: Socket
  readonly remote: string
  /** The client's address without its port. */
  readonly address: string
  /** Milliseconds since 1970. */
  readonly openedAt: number
  /** What the socket had received and sent before, for earlier requests. */
  readonly receivedBefore: number
  readonly sentBefore: number
  /** Null on a connection without `ws`. */
  webSocket: WebSocket | null
  /** How the WebSocket was closed; empty if notes say so, null while unknown. */
  closed: string | null
  /** Bytes that the socket had received when the last message was complete. */
  receivedAtMessage: number
  /** Bytes of its messages, decompressed. */
  messageBytes: number
  /** How many of those came out of compression, and were never on the network. */
  inflated: number
  /** Bytes that it had received when its rate was last checked. */
  receivedAtLook: number
  /** Bytes in both directions at the last check for idleness, and when they last grew. */
  bytesSeen: number
  activeAt: number
  readonly messages: Rate
  readonly bytes: Rate
  isCut: boolean
  readonly notes: string[]
}

/** Why a connection is refused. */
export type Refusal = 'too many' | 'too fast'

/** Milliseconds between two checks of the connections. A limit takes effect this late at most. */
const lookInterval = 100
const mostIdleInterval = 5000
/** Milliseconds that a WebSocket may take to answer when a limit closes it. */
const closingTime = 500

/** The connections that clients have open to scenarios: counted, limited, one log line each. */
export class LimitedConnections {
  readonly #limits: Limits
  readonly #log: (line: string) => void
  readonly #logLimit: (line: string) => void
  readonly #open = new Map<Socket, Connection>()
  readonly #shares = new Shares<Connection>()
  /** By the clients' addresses, without ports. */
  readonly #rates = new Map<string, Rate>()
  readonly #watches: readonly NodeJS.Timeout[]
  #total = 0

  /** `log` gets a line for each connection, `logLimit` one each time that a limit is hit. */
  constructor(limits: Limits, log: (line: string) => void, logLimit: (line: string) => void) {
    this.#limits = limits
    this.#log = log
    this.#logLimit = logLimit
    const idleInterval = Math.min(limits.idleTime / 4, mostIdleInterval)
    this.#watches = [
      setInterval(() => this.#look(), lookInterval).unref(),
      // Less often, because `bytesWritten` makes Node walk through all unsent chunks.
      setInterval(() => this.#cutIdle(), idleInterval).unref(),
    ]
  }

  /** How many are open. */
  get open(): number {
    return this.#open.size
  }

  /** How many there were, open ones included. */
  get total(): number {
    return this.#total
  }

  /** Bytes held for all of them: unsent ones, and those of incomplete messages. */
  get heldBytes(): number {
    let bytes = 0
    for (const connection of this.#open.values()) bytes += heldBytes(connection)
    return bytes
  }

  /** Admits a connection, or logs why not and returns the refusal. */
  add(description: ConnectionDescription, socket: Socket): Refusal | null {
    const remote = addressOf(socket)
    const { connections, connectionRate } = this.#limits
    const now = performance.now()
    const refused = `${description.scenario}: refused a connection from ${remote}:`
    const address = socket.remoteAddress ?? ''
    const isFull = this.#open.size >= connections && !this.#open.has(socket)
    if (isFull && !this.#makeRoomFor(address)) {
      this.#logLimit(`${refused} ${connections} are open (--limit-connections)`)
      return 'too many'
    }
    if (!this.#rateOf(address, now).take(1, now)) {
      this.#logLimit(`${refused} more than ${connectionRate} a second (--limit-connection-rate)`)
      return 'too fast'
    }
    this.#total += 1
    const connection: Connection = {
      ...description,
      number: this.#total,
      socket,
      remote,
      address,
      openedAt: Date.now(),
      receivedBefore: socket.bytesRead,
      sentBefore: socket.bytesWritten,
      webSocket: null,
      closed: null,
      receivedAtMessage: socket.bytesRead,
      messageBytes: 0,
      inflated: 0,
      receivedAtLook: socket.bytesRead,
      bytesSeen: socket.bytesRead + socket.bytesWritten,
      activeAt: now,
      messages: new Rate(this.#limits.messageRate, now),
      bytes: new Rate(this.#limits.byteRate, now),
      isCut: false,
      notes: [],
    }
    this.#open.set(socket, connection)
    this.#shares.add(address, connection)
    return null
  }

  /** Cuts the latest connection of the address that has the most; false if this one has as many. */
  #makeRoomFor(address: string): boolean {
    const latest = [...(this.#shares.largestBeside(address) ?? [])].at(-1)
    if (latest === undefined) return false
    const { connections } = this.#limits
    this.#cut(latest, `of ${connections} open ones its address has the most (--limit-connections)`)
    this.remove(latest.socket)
    return true
  }

  /**
   * A scenario accepted the connection as a WebSocket. Messages may have `mostMessageBytes` bytes.
   */
  addWebSocket(socket: Socket, webSocket: WebSocket, mostMessageBytes: number): void {
    const connection = this.#open.get(socket)
    if (connection === undefined) return
    connection.webSocket = webSocket
    const { byteRate, messageRate } = this.#limits
    const count = (data: RawData) => {
      connection.receivedAtMessage = socket.bytesRead
      connection.messageBytes += sizeOf(data)
      const received = socket.bytesRead - connection.receivedBefore
      const inflated = connection.messageBytes - received - connection.inflated
      connection.inflated += Math.max(inflated, 0)
      if (inflated > 0 && !connection.bytes.take(inflated, performance.now())) {
        this.#close(connection, `more than ${byteRate} bytes a second (--limit-byte-rate)`)
        return
      }
      if (connection.messages.take(1, performance.now())) return
      this.#close(connection, `more than ${messageRate} messages a second (--limit-message-rate)`)
    }
    webSocket.on('message', count)
    webSocket.on('ping', count)
    webSocket.on('pong', count)
    // `ws` closes a connection that breaks the protocol, or sends too long a message.
    webSocket.on('error', (error) => {
      const isTooLong = 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
      const { messageBytes } = this.#limits
      if (isTooLong && mostMessageBytes === messageBytes) {
        this.#hit(connection, `a message of more than ${messageBytes} bytes (--limit-message)`)
      } else connection.notes.push(error.message)
    })
    webSocket.on('close', (code, reason) => {
      connection.closed = connection.notes.length > 0 ? '' : howClosed(code, String(reason))
    })
  }

  /** Forgets a connection and logs it, without the bytes of an opening handshake's request. */
  remove(socket: Socket): void {
    const connection = this.#open.get(socket)
    if (connection === undefined) return
    this.#open.delete(socket)
    this.#shares.delete(connection.address, connection)
    const { webSocket, closed } = connection
    // `ws` reports the close code only after it has read what was left in the socket.
    if (webSocket !== null && closed === null) {
      webSocket.once('close', () => this.#log(lineOf(connection)))
    } else this.#log(lineOf(connection))
  }

  /** Stops the checks. */
  stop(): void {
    for (const watch of this.#watches) clearInterval(watch)
  }

  #rateOf(address: string, now: number): Rate {
    const known = this.#rates.get(address)
    if (known !== undefined) return known
    const rate = new Rate(this.#limits.connectionRate, now)
    this.#rates.set(address, rate)
    return rate
  }

  #look(): void {
    const now = performance.now()
    for (const [address, rate] of this.#rates) if (rate.isFull(now)) this.#rates.delete(address)
    let held = 0
    for (const connection of this.#open.values()) {
      this.#lookAt(connection, now)
      held += heldBytes(connection)
    }
    if (held > this.#limits.heldBytes) this.#cutThoseWithMost(held)
  }

  #lookAt(connection: Connection, now: number): void {
    const { socket, receivedAtLook } = connection
    const { bytesRead, writableLength } = socket
    const { byteRate, unsentBytes } = this.#limits
    connection.receivedAtLook = bytesRead
    if (!connection.bytes.take(bytesRead - receivedAtLook, now)) {
      this.#close(connection, `more than ${byteRate} bytes a second (--limit-byte-rate)`)
    } else if (writableLength > unsentBytes) {
      this.#cut(connection, `${writableLength} bytes wait to be read (--limit-unsent)`)
    }
  }

  #cutIdle(): void {
    const now = performance.now()
    const { idleTime } = this.#limits
    for (const connection of this.#open.values()) {
      const { socket } = connection
      const bytes = socket.bytesRead + socket.bytesWritten
      if (bytes !== connection.bytesSeen) {
        connection.bytesSeen = bytes
        connection.activeAt = now
      } else if (now - connection.activeAt >= idleTime) {
        this.#cut(connection, `idle for ${seconds(idleTime)} (--limit-idle)`)
      }
    }
  }

  #cutThoseWithMost(held: number): void {
    const { heldBytes: most } = this.#limits
    const byBytes = [...this.#open.values()].sort((a, b) => heldBytes(b) - heldBytes(a))
    for (const connection of byBytes) {
      if (held <= most) return
      const bytes = heldBytes(connection)
      this.#cut(connection, `holds ${bytes} of ${held} bytes held for all (--limit-held)`)
      held -= bytes
    }
  }

  /** Drops the connection. */
  #cut(connection: Connection, reason: string): void {
    if (!this.#hit(connection, reason)) return
    connection.socket.destroy()
  }

  /** Closes a WebSocket with 1008 (RFC 6455 §7.4.1: a policy), and drops any other connection. */
  #close(connection: Connection, reason: string): void {
    if (!this.#hit(connection, reason)) return
    const { webSocket, socket } = connection
    if (webSocket === null) {
      socket.destroy()
      return
    }
    webSocket.close(1008, reason)
    setTimeout(() => socket.destroy(), closingTime).unref()
  }

  /** Logs that a limit was hit; false if this connection is already being cut. */
  #hit(connection: Connection, reason: string): boolean {
    if (connection.isCut) return false
    connection.isCut = true
    connection.notes.push(`cut: ${reason}`)
    const { scenario, number, remote } = connection
    this.#logLimit(`${scenario} #${number} from ${remote} is cut: ${reason}`)
    return true
  }
}

function heldBytes({ socket, webSocket, receivedAtMessage }: Connection): number {
  if (webSocket === null) return socket.writableLength
  const unread = socket.bytesRead - receivedAtMessage
  return socket.writableLength + Math.max(unread, inflatedBytes(webSocket))
}

/** Bytes of fragments that `ws` holds until their message is whole, decompressed. */
function inflatedBytes(webSocket: WebSocket): number {
  // It says so nowhere else. `tests/hostile/lab-server.test.ts` fails if it is renamed.
  const receiver: unknown = Reflect.get(webSocket, '_receiver')
  if (typeof receiver !== 'object' || receiver === null) return 0
  const length: unknown = Reflect.get(receiver, '_messageLength')
  return typeof length === 'number' ? length : 0
}

function sizeOf(data: RawData): number {
  return Array.isArray(data) ? data.reduce((sum, part) => sum + part.length, 0) : data.byteLength
}

/** The close code and reason that `ws` reports, in words. */
function howClosed(code: number, reason: string): string {
  switch (code) {
    case 1005:
      return 'closed without a code'
    case 1006:
      return 'dropped without a Close frame'
    default:
      return `closed ${code}${reason && ` ${JSON.stringify(reason)}`}`
  }
}

function lineOf(connection: Connection): string {
  const { scenario, number, transport, remote, openedAt, socket, closed, notes } = connection
  return [
    `${scenario} #${number} ${transport} from ${remote}`,
    seconds(Date.now() - openedAt),
    `${socket.bytesRead - connection.receivedBefore} bytes in`,
    `${socket.bytesWritten - connection.sentBefore} bytes out`,
    ...(closed ? [closed] : []),
    ...notes,
  ].join(', ')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
