import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { addressOf } from './http/remote-address.ts'
import type { Limits } from './limits.ts'
import { Rate } from './rate.ts'

export interface ConnectionDescription {
  readonly scenario: string
  readonly transport: 'WebSocket' | 'HTTP'
}

interface Connection extends ConnectionDescription {
  readonly number: number
  readonly socket: Socket
  readonly remote: string
  /** Milliseconds since 1970. */
  readonly openedAt: number
  /** What the socket had received and sent before, for earlier requests. */
  readonly receivedBefore: number
  readonly sentBefore: number
  /** Null on a connection that `ws` does not speak for. */
  webSocket: WebSocket | null
  /** How the WebSocket was closed, empty where notes say it; null while it is not known. */
  closed: string | null
  /** What the socket had received when the last message of the WebSocket was whole. */
  receivedAtMessage: number
  /** What it had received when its rate was last looked at. */
  receivedAtLook: number
  /** Bytes in both directions when it was last looked for idleness, and when they last grew. */
  bytesSeen: number
  activeAt: number
  readonly messages: Rate
  readonly bytes: Rate
  isCut: boolean
  readonly notes: string[]
}

/** Why a connection is not taken. */
export type Refusal = 'too many' | 'too fast'

/** How often connections are looked at, in milliseconds: this much later a limit may hold. */
const lookInterval = 100
const mostIdleInterval = 5000
/** How long a WebSocket that is closed for a limit may take to answer, in milliseconds. */
const closingTime = 500

/** The connections that clients have open to scenarios: counted, limited, one log line each. */
export class Connections {
  readonly #limits: Limits
  readonly #log: (line: string) => void
  readonly #logLimit: (line: string) => void
  readonly #open = new Map<Socket, Connection>()
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
      // Apart, because Node counts what a socket has sent by going through all that it has not.
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

  /** Bytes that are held for all of them: unsent ones, and those of messages that are not whole. */
  get heldBytes(): number {
    let bytes = 0
    for (const connection of this.#open.values()) bytes += heldBytes(connection)
    return bytes
  }

  /** Counts a connection in; a refusal, and a line in the log, where it is not taken. */
  add(description: ConnectionDescription, socket: Socket): Refusal | null {
    const remote = addressOf(socket)
    const { connections, connectionRate } = this.#limits
    const now = performance.now()
    const refused = `${description.scenario}: refused a connection from ${remote}:`
    if (this.#open.size >= connections && !this.#open.has(socket)) {
      this.#logLimit(`${refused} ${connections} are open (--limit-connections)`)
      return 'too many'
    }
    if (!this.#rateOf(socket.remoteAddress ?? '', now).take(1, now)) {
      this.#logLimit(`${refused} more than ${connectionRate} a second (--limit-connection-rate)`)
      return 'too fast'
    }
    this.#total += 1
    this.#open.set(socket, {
      ...description,
      number: this.#total,
      socket,
      remote,
      openedAt: Date.now(),
      receivedBefore: socket.bytesRead,
      sentBefore: socket.bytesWritten,
      webSocket: null,
      closed: null,
      receivedAtMessage: socket.bytesRead,
      receivedAtLook: socket.bytesRead,
      bytesSeen: socket.bytesRead + socket.bytesWritten,
      activeAt: now,
      messages: new Rate(this.#limits.messageRate, now),
      bytes: new Rate(this.#limits.byteRate, now),
      isCut: false,
      notes: [],
    })
    return null
  }

  /**
   * A scenario accepted the connection as a WebSocket. Messages may have `mostMessageBytes` bytes.
   */
  addWebSocket(socket: Socket, webSocket: WebSocket, mostMessageBytes: number): void {
    const connection = this.#open.get(socket)
    if (connection === undefined) return
    connection.webSocket = webSocket
    const count = () => {
      connection.receivedAtMessage = socket.bytesRead
      if (connection.messages.take(1, performance.now())) return
      const { messageRate } = this.#limits
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

  /**
   * Counts a connection out. The bytes of an opening handshake's request are not in its figures.
   */
  remove(socket: Socket): void {
    const connection = this.#open.get(socket)
    if (connection === undefined) return
    this.#open.delete(socket)
    const { webSocket, closed } = connection
    // `ws` reports the close code only after it has read what was left in the socket.
    if (webSocket !== null && closed === null) {
      webSocket.once('close', () => this.#log(lineOf(connection)))
    } else this.#log(lineOf(connection))
  }

  /** Stops looking at connections. */
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

  /** Closes the WebSocket with 1008 (RFC 6455 §7.4.1: a policy); drops what is none. */
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

  /** Says that a limit was hit; false where this connection is already being cut. */
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
  const unread = webSocket === null ? 0 : socket.bytesRead - receivedAtMessage
  return socket.writableLength + unread
}

/** How `ws` says that a WebSocket was closed, in words. */
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
