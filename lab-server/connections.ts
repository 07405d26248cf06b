import type { Socket } from 'node:net'
import { addressOf } from './http/remote-address.ts'
import type { Limits } from './limits.ts'

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
  /** Bytes in both directions at the last look, and when they last grew. */
  bytesSeen: number
  activeAt: number
  notes: string[]
}

/** The connections that clients have open to scenarios: counted, limited, one log line each. */
export class Connections {
  readonly #limits: Limits
  readonly #log: (line: string) => void
  readonly #open = new Map<Socket, Connection>()
  readonly #watch: NodeJS.Timeout
  #total = 0

  constructor(limits: Limits, log: (line: string) => void) {
    this.#limits = limits
    this.#log = log
    const interval = Math.min(limits.idleTime / 4, 5000)
    this.#watch = setInterval(() => this.#cutIdleAndSlow(), interval).unref()
  }

  /** How many are open. */
  get open(): number {
    return this.#open.size
  }

  /** How many there were, open ones included. */
  get total(): number {
    return this.#total
  }

  /** Counts a connection in; false, and a line in the log, where there are too many. */
  add(description: ConnectionDescription, socket: Socket): boolean {
    if (this.#open.size >= this.#limits.connections && !this.#open.has(socket)) {
      this.#log(
        `${description.scenario}: refused a connection from ${addressOf(socket)}: ` +
          `${this.#limits.connections} are open (--limit-connections)`,
      )
      return false
    }
    this.#total += 1
    this.#open.set(socket, {
      ...description,
      number: this.#total,
      socket,
      remote: addressOf(socket),
      openedAt: Date.now(),
      receivedBefore: socket.bytesRead,
      sentBefore: socket.bytesWritten,
      bytesSeen: socket.bytesRead + socket.bytesWritten,
      activeAt: Date.now(),
      notes: [],
    })
    return true
  }

  /** Adds to the line that the log gets when the connection ends. */
  note(socket: Socket, text: string): void {
    this.#open.get(socket)?.notes.push(text)
  }

  /** Counts a connection out. The bytes of an opening handshake's request are not in its figures. */
  remove(socket: Socket): void {
    const connection = this.#open.get(socket)
    if (connection === undefined) return
    this.#open.delete(socket)
    this.#log(lineOf(connection))
  }

  /** Stops looking for idle connections. */
  stop(): void {
    clearInterval(this.#watch)
  }

  #cutIdleAndSlow(): void {
    const now = Date.now()
    for (const connection of this.#open.values()) {
      const { socket, notes } = connection
      const bytes = socket.bytesRead + socket.bytesWritten
      if (bytes !== connection.bytesSeen) {
        connection.bytesSeen = bytes
        connection.activeAt = now
      }
      if (socket.writableLength > this.#limits.unsentBytes) {
        notes.push(`cut: ${socket.writableLength} bytes wait to be read`)
        socket.destroy()
      } else if (now - connection.activeAt >= this.#limits.idleTime) {
        notes.push(`cut: idle for ${seconds(this.#limits.idleTime)} (--limit-idle)`)
        socket.destroy()
      }
    }
  }
}

function lineOf(connection: Connection): string {
  const { scenario, number, transport, remote, openedAt, socket, notes } = connection
  return [
    `${scenario} #${number} ${transport} from ${remote}`,
    seconds(Date.now() - openedAt),
    `${socket.bytesRead - connection.receivedBefore} bytes in`,
    `${socket.bytesWritten - connection.sentBefore} bytes out`,
    ...notes,
  ].join(', ')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
