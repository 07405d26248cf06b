import { CloseCode } from './close-code.ts'
import { encodeClosePayload, type CloseStatus } from './close-payload.ts'
import type { ConnectionEvent } from './event.ts'
import { InvalidStateError } from './invalid-state-error.ts'
import { Opcode } from './opcode.ts'
import { Deflater, Inflater, type PerMessageDeflate } from './permessage-deflate.ts'
import { ProtocolViolation } from './protocol-violation.ts'
import { FrameReceiver } from './frame-receiver.ts'
import { FrameSender } from './frame-sender.ts'
import { nextState, type ConnectionState, type Trigger } from './state.ts'

export type Role = 'client' | 'server'

export interface ConnectionOptions {
  readonly role: Role
  /**
   * Returns `length` unpredictable octets (RFC 6455 §10.3). A client needs 4 per frame, as its
   * masking key, and reads them at once; a server needs none.
   */
  readonly randomBytes: (length: number) => Uint8Array
  /** What the opening handshake negotiated. Default none. */
  readonly extensions?: readonly PerMessageDeflate[]
  /**
   * Octets of a received message, decompressed. A longer one fails the connection with 1009 as soon
   * as that is known. A positive integer or Infinity; default 100 MiB.
   */
  readonly maxMessageSize?: number
  /**
   * Frames of a received message. One of more fails the connection with 1008. A positive integer or
   * Infinity; default 16 384, as in ws. What is held of a message does not depend on their number.
   */
  readonly maxFragments?: number
  /**
   * Gives room for a long payload, whose octets may be anything: where a host can, as Node's
   * `Buffer.allocUnsafeSlow`, this saves setting them to 0 first. Default `new Uint8Array`.
   */
  readonly allocate?: (length: number) => Uint8Array
}

export interface MessageOptions {
  /** False for a fragment that is not the last of its message (RFC 6455 §5.4). Default true. */
  readonly fin?: boolean
}

const DEFAULT_MAX_MESSAGE_SIZE = 100 * 2 ** 20
const DEFAULT_MAX_FRAGMENTS = 16 * 1024

/** A control frame carries at most 125 octets (RFC 6455 §5.5). */
const MAX_CONTROL_PAYLOAD = 125

const noOctets = new Uint8Array(0)

/**
 * One side of a WebSocket connection after its opening handshake (RFC 6455 §5 to §8), without I/O:
 * feed it the bytes that arrive, write the bytes that it gives, look at its events.
 *
 *     connection.receiveData(bytes)
 *     for (const event of connection.events()) { … }
 *     for (const chunk of connection.dataToSend()) { … }
 *
 * It answers pings, Close frames and violations by itself. The Close frame of such an answer is
 * made when `dataToSend` is called: until then, messages that arrived before it can be answered.
 *
 * What the peer sends never throws. Wrong local use does: `InvalidStateError`, RangeError.
 */
export class Connection {
  readonly role: Role
  readonly #sender: FrameSender
  readonly #receiver: FrameReceiver
  #state: ConnectionState = 'open'

  /** The Close frame that will answer the peer's Close frame or violation. */
  #closeToSend: CloseStatus | undefined
  #closeSent: CloseStatus | undefined
  #closeReceived: CloseStatus | undefined
  #closeCalled = false
  /** Ignores what still arrives: the peer's Close frame was read, or the peer broke a rule. */
  #deaf = false
  /** The sender has the order to close this side of the transport. */
  #ended = false

  /** @throws RangeError for a limit that is not a positive integer or Infinity. */
  constructor(options: ConnectionOptions) {
    const {
      role,
      randomBytes,
      extensions = [],
      maxMessageSize = DEFAULT_MAX_MESSAGE_SIZE,
      maxFragments = DEFAULT_MAX_FRAGMENTS,
    } = options
    for (const [name, limit] of Object.entries({ maxMessageSize, maxFragments })) {
      if (!(limit === Infinity || Number.isInteger(limit)) || limit < 1)
        throw new RangeError(`${name} is a positive integer or Infinity, not ${limit}`)
    }
    const client = role === 'client'
    const [deflate] = extensions
    const ofClient = deflate && {
      windowBits: deflate.clientMaxWindowBits,
      noContextTakeover: deflate.clientNoContextTakeover,
    }
    const ofServer = deflate && {
      windowBits: deflate.serverMaxWindowBits,
      noContextTakeover: deflate.serverNoContextTakeover,
    }
    const [own, others] = client ? [ofClient, ofServer] : [ofServer, ofClient]

    this.role = role
    this.#sender = new FrameSender({
      newMaskingKey: client ? () => randomBytes(4) : undefined,
      deflater: own && new Deflater(own),
    })
    this.#receiver = new FrameReceiver({
      expectMask: !client,
      maxMessageSize,
      maxFragments,
      allocate: options.allocate,
      inflater: others && new Inflater(others),
      onPing: (payload) => this.#sender.control(Opcode.Pong, payload),
      onClose: (status) => this.#receivedClose(status),
    })
  }

  /** `open`, `closing` or `closed`: the table in `state.ts` says what changes it. */
  get state(): ConnectionState {
    return this.#state
  }

  /** The Close frame that this side sent, once it is among the outgoing bytes. */
  get closeSent(): CloseStatus | undefined {
    return this.#closeSent
  }

  /** The peer's Close frame, once it arrived. */
  get closeReceived(): CloseStatus | undefined {
    return this.#closeReceived
  }

  /**
   * Takes the next bytes from the peer, in chunks of any size. Events may hold views of `bytes`,
   * which must not be written afterwards. Never throws; bytes that arrive after the peer's Close
   * frame, after a violation or after the end of the transport are ignored.
   */
  receiveData(bytes: Uint8Array): void {
    if (this.#deaf) return
    try {
      this.#receiver.push(bytes)
    } catch (error) {
      if (!(error instanceof ProtocolViolation)) throw error
      this.#fail(error)
    }
  }

  /** The peer closed its side of the transport, or the transport is lost. */
  receiveEof(): void {
    if (this.#state === 'closed') return
    this.#deaf = true
    this.#step('transportClosed')
    if (this.#closeReceived === undefined) {
      this.#receiver.record({ type: 'close', code: CloseCode.AbnormalClosure, reason: '' })
    }
    // A Close frame that waits goes first.
    if (this.#closeToSend === undefined) this.#end()
  }

  /**
   * Sends a text message, or a fragment of one. Lone surrogates become U+FFFD.
   *
   * @throws InvalidStateError once this side's Close frame was sent (RFC 6455 §5.5.1), or inside a
   *   fragmented binary message.
   */
  sendText(text: string, { fin = true }: MessageOptions = {}): void {
    this.#requireData()
    this.#sender.text(text, fin)
  }

  /**
   * Sends a binary message, or a fragment of one. A server may give a view of `bytes` to
   * `dataToSend`: they must not be written before they are sent.
   *
   * @throws InvalidStateError once this side's Close frame was sent (RFC 6455 §5.5.1), or inside a
   *   fragmented text message.
   */
  sendBinary(bytes: Uint8Array, { fin = true }: MessageOptions = {}): void {
    this.#requireData()
    this.#sender.binary(bytes, fin)
  }

  /**
   * Sends a ping (RFC 6455 §5.5.2), at any time before this side of the transport closes.
   *
   * @param bytes At most 125 octets.
   * @throws InvalidStateError, RangeError
   */
  sendPing(bytes: Uint8Array = noOctets): void {
    this.#sendControl(Opcode.Ping, bytes)
  }

  /**
   * Sends an unsolicited Pong (RFC 6455 §5.5.3). Pings are answered automatically.
   *
   * @param bytes At most 125 octets.
   * @throws InvalidStateError, RangeError
   */
  sendPong(bytes: Uint8Array = noOctets): void {
    this.#sendControl(Opcode.Pong, bytes)
  }

  /**
   * Starts the closing handshake (RFC 6455 §7.1.2). Where the peer, a violation or the end of the
   * transport was first, the closing goes on as they began it.
   *
   * @param code 1000 to 1003, 1007 to 1014, 3000 to 4999; without it the frame has no payload.
   * @param reason At most 123 octets of UTF-8.
   * @throws RangeError for a wrong code or a reason that is too long or without a code;
   *   InvalidStateError when it is called a second time.
   */
  sendClose(code?: number, reason = ''): void {
    const status = { code: code ?? CloseCode.NoStatusReceived, reason }
    const payload = encodeClosePayload(status)
    if (code === CloseCode.NoStatusReceived) throw new RangeError('1005 stands for no code at all')
    if (this.#closeCalled) throw new InvalidStateError('The closing handshake was started before')
    this.#closeCalled = true
    if (this.#state === 'open') this.#sendClose(status, payload)
  }

  /** What happened since the last call. */
  events(): ConnectionEvent[] {
    return this.#receiver.drain()
  }

  /**
   * The bytes to write since the last call, in order. An empty chunk, always the last one, means:
   * close this side of the transport (over TCP, send a FIN).
   */
  dataToSend(): Uint8Array[] {
    const pending = this.#closeToSend
    if (pending !== undefined) {
      this.#closeToSend = undefined
      this.#sendClose(pending, encodeClosePayload(pending))
      if (this.role === 'server' || this.#state === 'closed') this.#end()
    }
    return this.#sender.drain()
  }

  #requireData(): void {
    if (this.#closeSent !== undefined || this.#ended) {
      throw new InvalidStateError(`The connection is ${this.#state}: no message can be sent`)
    }
  }

  #sendControl(opcode: number, payload: Uint8Array): void {
    if (this.#ended) {
      throw new InvalidStateError(`The connection is ${this.#state}: no frame can be sent`)
    }
    if (payload.length > MAX_CONTROL_PAYLOAD) {
      throw new RangeError(`A control frame has at most 125 octets, not ${payload.length}`)
    }
    this.#sender.control(opcode, payload)
  }

  #sendClose(status: CloseStatus, payload: Uint8Array): void {
    this.#sender.control(Opcode.Close, payload)
    this.#closeSent = status
    this.#step('closeSent')
  }

  /** The answer echoes the code (RFC 6455 §5.5.1), a client's also the reason, as browsers do. */
  #receivedClose(status: CloseStatus): void {
    this.#deaf = true
    this.#closeReceived = status
    this.#receiver.record({ type: 'close', ...status })
    this.#step('closeReceived')
    this.#answer(this.role === 'client' ? status : { code: status.code, reason: '' })
  }

  /** Fail the WebSocket connection (RFC 6455 §7.1.7). */
  #fail({ code, message, section, octet }: ProtocolViolation): void {
    this.#deaf = true
    this.#receiver.record({
      type: 'error',
      code,
      reason: message,
      section,
      ...(octet === undefined ? {} : { octet }),
    })
    this.#step('connectionFailed')
    this.#answer({ code, reason: message })
  }

  /** Each side sends one Close frame; then the server closes the transport (RFC 6455 §7.1.1). */
  #answer(status: CloseStatus): void {
    if (this.#closeSent === undefined) this.#closeToSend = status
    else if (this.role === 'server') this.#end()
  }

  #end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#sender.end()
  }

  #step(trigger: Trigger): void {
    this.#state = nextState(this.#state, trigger) ?? this.#state
  }
}
