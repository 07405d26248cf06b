/**
 * The browser’s end of a WebSocket connection. Over 300 lines, because opening, messages and closing
 * are steps of one state machine.
 */
import { requestedBy } from '../../core/endpoint/socket-url.ts'
import type { ResponseHead } from '../../core/protocol/index.ts'
import {
  buildRequest,
  checkResponse,
  Connection,
  newKey,
  Opcode,
  ResponseReader,
} from '../../core/protocol/index.ts'
import type { ClientWorld, Route } from '../client/client-world.ts'
import type { ClockTimer } from '../clock/clock.ts'
import type { Transport } from '../link/transport.ts'
import type { SourcePosition } from '../../core/trace/event.ts'
import type { WireMessage } from '../../core/trace/wire-reader.ts'
import type { LeaveConnecting } from './connecting-sockets.ts'
import type { ConnectionEventDetails } from '../recording/connection-tap.ts'
import { Wiretap } from '../recording/wiretap.ts'
import {
  brokenFrame,
  closedEarlyLine,
  endedEarly,
  failedLine,
  notHttp,
  REFUSED,
  refusedResponse,
  TIMED_OUT,
  type BrowserLine,
} from './browser-lines.ts'

/** How a connection ended (RFC 6455 §7.1.4 to §7.1.6). */
export interface Closing {
  readonly code: number
  readonly reason: string
  readonly wasClean: boolean
  /** The connection failed (RFC 6455 §7.1.7), or could not be established. */
  readonly failed: boolean
}

/** The API object, as the connection sees it. Each call passes the `seq` of its cause. */
export interface ConnectionUser {
  established(protocol: string, extensions: string, cause: number): void
  message(data: string | Uint8Array, cause: number | undefined): void
  /** The server's Close frame arrived before one was sent. */
  closingStarted(cause: number | undefined): void
  closed(closing: Closing, cause: number): void
}

/** As browsers offer compression (RFC 7692 §7.1). */
const offer = { clientMaxWindowBits: true } as const

/** Why a connection failed. */
interface Failure {
  /** The rule that was broken. */
  readonly rule?: string
  readonly message: string
  readonly code?: number
  /** In the browser's words; absent if it prints nothing. */
  readonly why?: string | undefined
  /** What the browser prints, if that is another line than one with `why`. */
  readonly line?: BrowserLine
  /** The place that the browser names; without it, that of the constructor. */
  readonly at?: SourcePosition | undefined
}

/** As Chromium waits: for the answer to a Close frame, milliseconds. */
const CLOSE_FRAME_TIMEOUT = 60_000
/** As Chromium waits: for the server to close the transport after both Close frames. */
const TRANSPORT_TIMEOUT = 2_000
/** As Chromium waits: for the response to the opening handshake. */
const HANDSHAKE_TIMEOUT = 240_000

/**
 * A client's WebSocket connection, from the opening handshake to the end of its transport: the
 * engine of `core/protocol` on a transport of the link, recorded.
 */
export class ClientConnection {
  readonly id: string
  readonly #world: ClientWorld
  readonly #user: ConnectionUser
  readonly #url: URL
  readonly #protocols: readonly string[]
  readonly #route: Route
  #tap: Wiretap
  /** Absent while another socket is CONNECTING to the same address. */
  #transport: Transport | undefined
  readonly #leaveConnecting: LeaveConnecting
  #key = ''
  /** What the server was sent as `Authorization`, each in one request. */
  readonly #authorizations: string[] = []
  /** Where the program called the constructor. */
  readonly #madeAt: SourcePosition | undefined
  #response: ResponseReader | undefined = new ResponseReader()
  #engine: Connection | undefined
  #timeout: ClockTimer | undefined
  /** The Close frame that the server sent. */
  #received: { readonly code: number; readonly reason: string } | undefined
  #hasRead = false
  #failed = false
  #closed = false

  constructor(
    world: ClientWorld,
    id: string,
    url: URL,
    route: Route,
    protocols: readonly string[],
    user: ConnectionUser,
    cause: number,
  ) {
    this.#world = world
    this.#user = user
    this.#url = url
    this.#protocols = protocols
    this.#route = route
    this.id = id
    this.#madeAt = world.observer.locate()
    this.#tap = this.#newTap()
    this.#leaveConnecting = world.connecting.enter(route.endpoint, (waitedFor = cause) => {
      this.#connect(waitedFor, world.credentials.authorizationFor(url))
    })
    this.#wait(HANDSHAKE_TIMEOUT, () => {
      this.#fail({ message: 'WebSocket opening handshake timed out', why: TIMED_OUT })
    })
  }

  /**
   * Sends one message. `left` gets how many octets of its frames went onto the link, and of how
   * many.
   */
  send(
    data: string | Uint8Array,
    message: WireMessage,
    cause: number | undefined,
    left: (octets: number, total: number) => void,
  ): void {
    const engine = this.#engine
    if (engine === undefined || this.#closed || engine.closeSent !== undefined) return
    const sending = this.#tap.messageSent('client', message, cause)
    if (typeof data === 'string') engine.sendText(data)
    else engine.sendBinary(data)
    const chunks = engine.dataToSend()
    const total = chunks.reduce((sum, { length }) => sum + length, 0)
    for (const chunk of chunks) {
      this.#transport?.write(chunk, sending, (octets) => left(octets, total))
    }
  }

  /**
   * Sends a Ping frame.
   * @param payload at most 125 octets.
   * @returns false before the opening handshake and once a Close frame was sent.
   */
  ping(payload: Uint8Array): boolean {
    const engine = this.#engine
    if (engine === undefined || this.#closed || engine.closeSent !== undefined) return false
    engine.sendPing(payload)
    this.#flush(undefined)
    return true
  }

  /**
   * Starts the closing handshake (RFC 6455 §7.1.2), or fails a connection that is not there yet.
   */
  close(code: number | undefined, reason: string, cause: number | undefined): void {
    if (this.#closed || this.#failed) return
    if (this.#engine === undefined) {
      const line = closedEarlyLine(this.#url.href)
      const message = 'WebSocket is closed before the connection is established.'
      this.#fail({ message, line, at: this.#world.observer.locate() }, cause)
      return
    }
    if (this.#engine.closeSent !== undefined) return
    this.#engine.sendClose(code, reason)
    this.#flush(cause)
    this.#wait(CLOSE_FRAME_TIMEOUT)
  }

  #record(details: ConnectionEventDetails, cause: number | undefined): number {
    return this.#tap.record('client', details, cause)
  }

  /** Opens a transport for one request of the opening handshake. */
  #connect(cause: number, authorization: string | undefined): void {
    const { address } = this.#route
    this.#key = newKey((length) => this.#world.handshakeKeys.bytes(length))
    this.#transport = this.#world.connect(address, this.id, this.#tap, {
      opened: () => this.#request(cause, authorization),
      refused: (byNetwork) => {
        const { host, port } = address
        const who = byNetwork ? 'The network ended the connection to' : 'Nobody listens at'
        this.#fail({ message: `${who} ${host}:${String(port)}`, why: REFUSED }, cause)
      },
    })
  }

  /** What records one transport. */
  #newTap(): Wiretap {
    const { recorder, observer, lossOf } = this.#world
    const negotiate = (head: ResponseHead) => {
      const checked = this.#check(head)
      return checked.ok ? checked.extensions : []
    }
    return new Wiretap(recorder, observer.locate, this.id, negotiate, lossOf)
  }

  /**
   * Asks again, on a new transport, with what answers a 401. Chromium takes the old transport where
   * the server keeps it.
   */
  #requestAgain(cause: number, authorization: string): void {
    this.#transport?.close(cause)
    this.#response = new ResponseReader()
    this.#hasRead = false
    this.#tap = this.#newTap()
    this.#connect(cause, authorization)
  }

  #request(cause: number, authorization: string | undefined): void {
    if (this.#closed) return
    if (authorization !== undefined) this.#authorizations.push(authorization)
    const { head, bytes } = buildRequest({
      ...requestedBy(this.#url),
      key: this.#key,
      origin: this.#world.origin(),
      protocols: this.#protocols,
      permessageDeflate: offer,
      authorization,
      cookie: this.#world.credentials.cookieFor(this.#url, this.#world.origin()),
      headers: this.#world.headers,
    })
    const { method, target, headers } = head
    const request = { method, target, headers, byteLength: bytes.length }
    const seq = this.#record({ type: 'willSendHandshakeRequest', ...request }, cause)
    const transport = this.#transport
    const isCurrent = () => this.#transport === transport
    transport?.attach({
      data: (data, receipt) => isCurrent() && this.#receive(data, receipt),
      ended: (receipt) => isCurrent() && this.#transportEnded('ended', receipt),
      reset: (receipt) => isCurrent() && this.#transportEnded('reset', receipt),
    })
    transport?.write(bytes, seq)
  }

  #receive(data: Uint8Array, receipt: number | undefined): void {
    if (this.#closed) return
    this.#hasRead = true
    this.#world.cause.current = receipt
    const rest = this.#response === undefined ? data : this.#readResponse(this.#response, data)
    const engine = this.#engine
    if (engine === undefined || rest === undefined || rest.length === 0) return
    engine.receiveData(rest)
    this.#takeEvents(engine, receipt)
  }

  #check(head: ResponseHead) {
    return checkResponse(head, {
      key: this.#key,
      protocols: this.#protocols,
      permessageDeflate: offer,
    })
  }

  #refusal(head: ResponseHead): string | undefined {
    return refusedResponse(head, { key: this.#key, protocols: this.#protocols })
  }

  /** Gives the octets behind the response's head once it is complete and accepted. */
  #readResponse(reader: ResponseReader, data: Uint8Array): Uint8Array | undefined {
    const read = reader.push(data)
    if (read === undefined) return undefined
    this.#response = undefined
    if (!read.ok) {
      this.#fail({ ...read.failure, why: notHttp })
      return undefined
    }
    const { head, rest } = read
    const world = this.#world
    // The wiretap has read the same head.
    const seq = this.#tap.responseReceipt
    if (seq === undefined) throw new Error('A response was read that the wiretap did not see')
    world.cause.current = seq
    const checked = this.#check(head)
    // Chromium keeps those of no other response that refuses.
    if (checked.ok || head.status === 401)
      world.credentials.keepCookies(this.#url, head, world.origin())
    const answer = world.credentials.answer(this.#url, head, this.#authorizations)
    if (answer !== undefined) {
      this.#requestAgain(seq, answer)
      return undefined
    }
    if (!checked.ok) {
      this.#fail({ ...checked.failure, why: this.#refusal(head) })
      return undefined
    }
    // WHATWG WebSockets §2: a server that is offered subprotocols has to choose one.
    if (this.#protocols.length > 0 && checked.protocol === '') {
      const message = 'The server chose none of the subprotocols that were offered'
      this.#fail({ message, why: this.#refusal(head) })
      return undefined
    }
    this.#timeout?.clear()
    this.#leaveConnecting(seq)
    this.#engine = new Connection({
      // No browser counts them.
      maxFragments: Infinity,
      role: 'client',
      randomBytes: (length) => world.maskingKeys.bytes(length),
      extensions: checked.extensions,
    })
    const extensions = head.headers
      .filter(([name]) => name.toLowerCase() === 'sec-websocket-extensions')
      .map(([, value]) => value)
      .join(', ')
    this.#user.established(checked.protocol, extensions, seq)
    return rest
  }

  #takeEvents(engine: Connection, receipt: number | undefined): void {
    for (const event of engine.events()) {
      switch (event.type) {
        case 'message':
          this.#user.message(event.data, this.#tap.messageReceived('client') ?? receipt)
          break
        case 'error':
          this.#fail({
            rule: event.section,
            message: event.reason,
            code: event.code,
            why: brokenFrame(event.reason, event.octet),
          })
          break
        case 'close':
          if (this.#received === undefined && event.code !== 1006) {
            this.#received = event
            if (engine.closeSent === undefined) this.#user.closingStarted(receipt)
          }
          break
        case 'frame':
        case 'ping':
        case 'pong':
      }
    }
    this.#flush(receipt)
    if (this.#received !== undefined && engine.closeSent !== undefined) {
      this.#wait(TRANSPORT_TIMEOUT)
    }
  }

  #transportEnded(how: 'ended' | 'reset', receipt: number | undefined): void {
    if (this.#closed) return
    this.#world.cause.current = receipt
    const engine = this.#engine
    if (engine === undefined) {
      const message = 'The connection was closed before a handshake response was received'
      this.#fail({ message, why: endedEarly(how, this.#hasRead) })
      return
    }
    engine.receiveEof()
    this.#flush(receipt)
    this.#end()
  }

  /** Fails the connection (RFC 6455 §7.1.7): nothing more is read, the transport is closed. */
  #fail(failure: Failure, cause?: number): void {
    if (this.#closed) return
    this.#failed = true
    const { rule, message, code, why, at = this.#madeAt } = failure
    const detail = {
      ...(code === undefined ? {} : { code }),
      ...(rule === undefined ? {} : { section: rule }),
    }
    const current = cause ?? this.#world.cause.current
    const seq = this.#record({ type: 'frameError', message, ...detail }, current)
    const line = failure.line ?? (why === undefined ? null : failedLine(this.#url.href, why))
    if (line !== null) this.#tap.record('client', { type: 'logEntryAdded', ...line }, seq, at)
    this.#world.cause.current = seq
    this.#flush(seq)
    this.#end()
  }

  /** Writes what the engine has to say, and closes this side when it says so. */
  #flush(cause: number | undefined): void {
    for (const chunk of this.#engine?.dataToSend() ?? []) {
      if (chunk.length === 0) this.#transport?.end(cause)
      else this.#transport?.write(chunk, (isPong(chunk) ? this.#tap.pingToAnswer() : null) ?? cause)
    }
  }

  /** Waits no longer than this for what comes next. */
  #wait(milliseconds: number, giveUp: () => void = () => this.#end()): void {
    this.#timeout?.clear()
    this.#timeout = this.#world.clock.setTimer(() => {
      giveUp()
    }, milliseconds)
  }

  /** The WebSocket connection is closed (RFC 6455 §7.1.4). */
  #end(): void {
    if (this.#closed) return
    this.#closed = true
    this.#timeout?.clear()
    const { current } = this.#world.cause
    this.#transport?.close(current)
    // Abnormal closure: no Close frame, or a connection that failed (RFC 6455 §7.1.5).
    const received = this.#failed ? undefined : this.#received
    const { code, reason } = received ?? { code: 1006, reason: '' }
    const wasClean = received !== undefined && this.#engine?.closeSent !== undefined
    const closing = { code, reason, wasClean }
    const seq = this.#record({ type: 'closed', ...closing }, current)
    this.#leaveConnecting(seq)
    this.#user.closed({ ...closing, failed: this.#failed }, seq)
  }
}

/** The engine gives a chunk for each frame. */
function isPong(chunk: Uint8Array): boolean {
  return ((chunk[0] ?? 0) & 0x0f) === Opcode.Pong
}
