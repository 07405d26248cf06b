import type { Side } from '../../src/core/trace/event.ts'
import { MAX_CHUNK, type TapReport } from '../../src/core/trace/wiretap/messages.ts'
import type { TapSink } from './socket-tap.ts'

/** Where the reports of a recording go. */
export interface RecordingReader {
  send(text: string, sent: () => void): void
}

/** How many characters of reports wait to be sent, of all recordings together. */
export interface WaitingReports {
  readonly most: number
  characters: number
}

/**
 * What is recorded under one token, on its way to its one reader. Sent parts are dropped, and the
 * parts that wait for the reader are bounded.
 */
export class TapRecording {
  readonly #mostBytes: number
  readonly #waiting: WaitingReports
  readonly #onFull: (reason: string) => void
  readonly #connections = new Set<RecordedConnection>()
  readonly #connectionIds = new Set<string>()
  /** What was recorded before the reader came. */
  #kept: string[] = []
  #reader: RecordingReader | null = null
  #isOver = false
  #bytes = 0
  #lostBytes = 0

  /**
   * @param mostBytes how many octets are recorded of all connections together
   * @param onFull is called once, with why something is not recorded
   */
  constructor(mostBytes: number, waiting: WaitingReports, onFull: (reason: string) => void) {
    this.#mostBytes = mostBytes
    this.#waiting = waiting
    this.#onFull = onFull
  }

  /** How many connections are open that were made under the token. */
  get openConnections(): number {
    return this.#connections.size
  }

  /** How many connections were recorded. */
  get connections(): number {
    return this.#connectionIds.size
  }

  /** How many octets were recorded. */
  get bytes(): number {
    return this.#bytes
  }

  get lostBytes(): number {
    return this.#lostBytes
  }

  /**
   * Starts recording a connection. Returns null if its id was used before, there are too many
   * connections, or the reader is gone.
   */
  open(connectionId: string, time: number): TapSink | null {
    if (this.#isOver || this.#connectionIds.has(connectionId)) return null
    if (this.#connectionIds.size >= mostConnections) return null
    this.#connectionIds.add(connectionId)
    const connection = new RecordedConnection()
    this.#connections.add(connection)
    this.report({ type: 'opened', connectionId, time })
    return {
      bytes: (from, octets, time) => this.#record(connectionId, connection, from, octets, time),
      ended: (how, by, time) => {
        this.#connections.delete(connection)
        if (connection.lostBytes > 0) this.#reportLost(connectionId, connection, time)
        this.report({ type: 'ended', connectionId, time, how, by })
      },
    }
  }

  /** Tells the reader what was recorded so far, and from now on everything as it happens. */
  read(reader: RecordingReader): void {
    this.#reader = reader
    const kept = this.#kept
    this.#kept = []
    for (const text of kept) this.#send(reader, text)
  }

  /** Sends a report, in its place among the others. */
  report(report: TapReport): void {
    if (this.#isOver) return
    const text = JSON.stringify(report)
    this.#waiting.characters += text.length
    if (this.#reader === null) this.#kept.push(text)
    else this.#send(this.#reader, text)
  }

  /** Forgets what waits, and records nothing more. */
  end(): void {
    this.#isOver = true
    this.#reader = null
    for (const text of this.#kept) this.#waiting.characters -= text.length
    this.#kept = []
  }

  #send(reader: RecordingReader, text: string): void {
    reader.send(text, () => (this.#waiting.characters -= text.length))
  }

  #record(
    connectionId: string,
    connection: RecordedConnection,
    from: Side,
    octets: Uint8Array,
    time: number,
  ): void {
    if (this.#isOver) return
    if (connection.lostBytes > 0 || !this.#hasRoomFor(octets.length)) {
      const isFirst = connection.lostBytes === 0
      connection.lostBytes += octets.length
      this.#lostBytes += octets.length
      if (isFirst) this.#reportLost(connectionId, connection, time)
      return
    }
    this.#bytes += octets.length
    for (let start = 0; start < octets.length; start += MAX_CHUNK) {
      const chunk = octets.subarray(start, start + MAX_CHUNK)
      const data = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('base64')
      this.report({ type: 'bytes', connectionId, from, time, data })
    }
  }

  #hasRoomFor(bytes: number): boolean {
    const { characters, most } = this.#waiting
    const reason =
      this.#bytes + bytes > this.#mostBytes
        ? `${this.#mostBytes} bytes are recorded (--limit-recording)`
        : characters + bytes * base64Growth > most
          ? `${characters} bytes wait to be sent (--limit-wiretap)`
          : null
    if (reason !== null && this.#lostBytes === 0) this.#onFull(reason)
    return reason === null
  }

  #reportLost(connectionId: string, { lostBytes }: RecordedConnection, time: number): void {
    this.report({ type: 'lost', connectionId, time, bytes: lostBytes })
  }
}

class RecordedConnection {
  /** Octets that were not recorded. */
  lostBytes = 0
}

const base64Growth = 4 / 3

/** Connections that one token may have, one after the other. */
const mostConnections = 100_000
