import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { isToken, type Mark } from '../../src/core/trace/wiretap/address.ts'
import { parseTapRequest, WIRETAP_VERSION } from '../../src/core/trace/wiretap/messages.ts'
import { refuseUpgrade } from '../http/refuse-upgrade.ts'
import { addressOf } from '../http/remote-address.ts'
import { Rate } from '../limits/rate.ts'
import { Shares } from '../limits/shares.ts'
import { TapRecording, type WaitingReports } from './tap-recording.ts'
import { monotonicTime, SocketTap } from './socket-tap.ts'

export interface WiretapOptions {
  /** Octets that are recorded under one token. */
  readonly recordingBytes: number
  /** Characters of reports that wait to be sent, under all tokens together. */
  readonly waitingCharacters: number
  /** Tokens that are known at the same time. */
  readonly tokens?: number
  /** How long a recording waits for its reader, in milliseconds. */
  readonly unreadTime?: number
  /** How long a token is remembered whose reader has gone, in milliseconds. */
  readonly spentTime?: number
  /** How often a reader has to answer a ping, in milliseconds. */
  readonly pingInterval?: number
  readonly log: (line: string) => void
}

/** The longest request of a page, in bytes: a `sync` has some forty. */
const mostRequestBytes = 1024
const requestsPerSecond = 1000

interface Session {
  readonly key: string
  /** Of the client that named its token first, without a port. */
  readonly address: string
  reader: WebSocket | null
  readonly recording: TapRecording
  state: 'unread' | 'read' | 'spent'
  /** When it came into this state, by `monotonicTime`. */
  since: number
}

/**
 * Records the byte streams of marked connections, each for the one reader that knows its token.
 *
 * Tokens are looked up by their hash, so that the time of a lookup says nothing about a known one.
 */
export class Wiretap {
  readonly #options: Required<WiretapOptions>
  readonly #taps = new WeakMap<Duplex, SocketTap>()
  readonly #sessions = new Map<string, Session>()
  readonly #shares = new Shares<Session>()
  readonly #waiting: WaitingReports
  readonly #readers = new Set<Reader>()
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: mostRequestBytes,
    perMessageDeflate: false,
  })
  readonly #watch: NodeJS.Timeout
  #readersSoFar = 0

  constructor(options: WiretapOptions) {
    this.#options = {
      tokens: 1000,
      unreadTime: 60_000,
      spentTime: 10 * 60_000,
      pingInterval: 30_000,
      ...options,
    }
    this.#waiting = { most: options.waitingCharacters, characters: 0 }
    const { pingInterval, unreadTime } = this.#options
    this.#watch = setInterval(() => this.#look(), Math.min(pingInterval, unreadTime)).unref()
  }

  /** Readers that are connected, tokens that are known, characters that wait to be sent. */
  get figures(): { readers: number; tokens: number; waitingCharacters: number } {
    return {
      readers: this.#readers.size,
      tokens: this.#sessions.size,
      waitingCharacters: this.#waiting.characters,
    }
  }

  /**
   * Call it with every TCP connection as soon as it is accepted, before anything is read from it.
   */
  watch(socket: Socket): void {
    this.#taps.set(socket, new SocketTap(socket))
  }

  /** Records a connection whose request had this mark. */
  record(socket: Duplex, { token, connectionId }: Mark): void {
    const tap = this.#taps.get(socket)
    const session = this.#sessions.get(keyOf(token)) ?? this.#open(token, remoteOf(socket))
    const sink = tap && session?.recording.open(connectionId, tap.firstTime)
    if (!sink) this.ignore(socket)
    else if (!tap.start(sink)) sink.ended('fin', 'client', monotonicTime())
  }

  /** Leaves a connection alone. */
  ignore(socket: Duplex): void {
    this.#taps.get(socket)?.remove()
    this.#taps.delete(socket)
  }

  /** Takes a reader at `/wiretap/<token>`; false for any other address. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const token = /^\/wiretap\/([^/?]*)$/.exec(request.url ?? '')?.[1]
    if (token === undefined) return false
    if (!isToken(token)) {
      refuseUpgrade(socket, '400 Bad Request', 'A token has 32 lower-case hexadecimal digits.')
      return true
    }
    const known = this.#sessions.get(keyOf(token))
    if (known !== undefined && known.state !== 'unread') {
      refuseUpgrade(socket, '409 Conflict', 'This recording has, or had, its reader.')
      return true
    }
    const session = known ?? this.#open(token, remoteOf(socket))
    if (session === null) {
      refuseUpgrade(socket, '503 Service Unavailable', 'There are too many recordings already.')
      return true
    }
    // A request that `ws` refuses leaves the recording unread.
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      this.#read(session, webSocket, addressOf(request.socket))
    })
    return true
  }

  /** Asks every reader to go, without waiting for it. */
  closeReaders(reason: string): void {
    for (const { webSocket } of this.#readers) webSocket.close(1001, reason)
  }

  /** Drops every reader and every recording. */
  stop(): void {
    clearInterval(this.#watch)
    for (const { webSocket } of this.#readers) webSocket.terminate()
    for (const { recording } of this.#sessions.values()) recording.end()
    this.#sessions.clear()
  }

  #open(token: string, address: string): Session | null {
    const { tokens, recordingBytes, log } = this.#options
    const isFull = this.#sessions.size >= tokens
    if (isFull && !this.#forgetOneThatIsSpent() && !this.#takeOneFor(address)) {
      log(`wiretap: records nothing new, ${tokens} recordings are open`)
      return null
    }
    const key = keyOf(token)
    const recording = new TapRecording(recordingBytes, this.#waiting, (reason) =>
      log(`wiretap: a recording is not whole: ${reason}`),
    )
    const since = monotonicTime()
    const session: Session = { key, address, reader: null, recording, state: 'unread', since }
    this.#sessions.set(key, session)
    this.#shares.add(address, session)
    return session
  }

  /** Ends a recording of the address that has the most; false if this one has as many. */
  #takeOneFor(address: string): boolean {
    const share = [...(this.#shares.largestBeside(address) ?? [])]
    const session = share.find(({ state }) => state === 'unread') ?? share[0]
    if (session === undefined) return false
    session.recording.end()
    session.reader?.close(1013, 'this address has the most recordings')
    this.#forget(session)
    return true
  }

  #forget(session: Session): void {
    this.#sessions.delete(session.key)
    this.#shares.delete(session.address, session)
  }

  #read(session: Session, webSocket: WebSocket, remote: string): void {
    const { recording } = session
    const { log, recordingBytes } = this.#options
    session.state = 'read'
    session.reader = webSocket
    session.since = monotonicTime()
    this.#readersSoFar += 1
    const number = this.#readersSoFar
    const reader: Reader = { webSocket, isAlive: true }
    this.#readers.add(reader)

    const requests = new Rate(requestsPerSecond, monotonicTime())
    webSocket.on('message', (data, isBinary) => {
      const parsed = isBinary
        ? ({ ok: false, problem: 'message: not text' } as const)
        : parseTapRequest(String(data))
      if (!parsed.ok) webSocket.close(1008, parsed.problem.slice(0, 120))
      else if (!requests.take(1, monotonicTime())) webSocket.close(1008, 'too many requests')
      else recording.report({ type: 'synced', id: parsed.message.id, time: monotonicTime() })
    })
    webSocket.on('pong', () => (reader.isAlive = true))
    // After an oversized or malformed message `ws` closes the connection; the `close` line reports
    // it.
    webSocket.on('error', () => {})
    webSocket.on('close', (code) => {
      this.#readers.delete(reader)
      log(
        `wiretap #${number} from ${remote}, ` +
          `${((monotonicTime() - session.since) / 1000).toFixed(1)} s, ` +
          `${recording.connections} connection${recording.connections === 1 ? '' : 's'}, ` +
          `${recording.bytes} bytes recorded, ` +
          `${recording.lostBytes} not, closed ${code}`,
      )
      recording.end()
      session.state = 'spent'
      session.since = monotonicTime()
    })

    webSocket.send(
      JSON.stringify({
        type: 'hello',
        version: WIRETAP_VERSION,
        limits: { bytes: recordingBytes },
      }),
    )
    recording.read({ send: (text, sent) => webSocket.send(text, sent) })
  }

  /** Pings readers, drops those that did not answer, and discards recordings that have expired. */
  #look(): void {
    const { unreadTime, spentTime } = this.#options
    const now = monotonicTime()
    for (const session of [...this.#sessions.values()]) {
      const { recording, state, since } = session
      if (state === 'unread' && now - since >= unreadTime) {
        recording.end()
        this.#forget(session)
      } else if (state === 'spent' && now - since >= spentTime) {
        if (recording.openConnections === 0) this.#forget(session)
      }
    }
    for (const reader of this.#readers) {
      if (!reader.isAlive) {
        reader.webSocket.terminate()
        continue
      }
      reader.isAlive = false
      reader.webSocket.ping()
    }
  }

  /** The one that is so for the longest time. */
  #forgetOneThatIsSpent(): boolean {
    for (const session of this.#sessions.values()) {
      if (session.state !== 'spent') continue
      this.#forget(session)
      return true
    }
    return false
  }
}

interface Reader {
  readonly webSocket: WebSocket
  /** Whether it has answered the last ping. */
  isAlive: boolean
}

/** A client's address without its port. */
function remoteOf(socket: Duplex): string {
  return socket instanceof Socket ? (socket.remoteAddress ?? '') : ''
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
