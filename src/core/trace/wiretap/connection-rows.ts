/**
 * The rows of one connection from both ends. Over 300 lines, because every kind of row moves the same
 * state of the connection.
 */
import { isControl, Opcode, type ResponseHead } from '../../protocol/index.ts'
import type { EventOf, Provenance, Side, TraceEventDraft } from '../event.ts'
import { Fifo } from '../fifo.ts'
import { withoutMark } from './address.ts'
import type { ServerClock } from './clock.ts'
import type { MergedLog } from './merged-log.ts'
import type { Ended } from './messages.ts'
import {
  TappedConnection,
  type Departure,
  type SentFrame,
  type SentMessage,
  type ServerFrame,
  type TappedChunk,
} from './tapped-connection.ts'

type RowOf<E> = E extends TraceEventDraft & { readonly connectionId: string }
  ? Omit<E, 'connectionId' | 'side' | 'provenance' | 'cause'>
  : never
type Row = RowOf<Extract<TraceEventDraft, { connectionId: string }>>

/**
 * Writes the rows of one connection: the server's, where the lab server saw what happened; the
 * client's, where the program called or an event fired, with the octets that the lab server saw.
 *
 * No script sees what the browser does by itself, such as answering a ping. The client's rows of it
 * have the octets that really passed, lie between what the server sent before and received after,
 * and are marked as reconstructed.
 */
export class ConnectionRows {
  readonly tapped: TappedConnection
  readonly #log: MergedLog
  readonly #clock: ServerClock
  /** Frames of the server without a row at the client. */
  readonly #underWay = new Fifo<ServerFrame>()
  readonly #messages = new Map<number, ServerFrame>()
  #messagesOfServer = 0
  /** Messages that the program has received. */
  #messagesToProgram = 0
  /** What a pong may answer. */
  readonly #pings: ServerFrame[] = []
  #lastArrival: number | undefined
  #clientCloseReceived: number | undefined
  /** How the server saw the transport end. */
  #ended: { readonly how: Ended['how']; readonly by: Side; readonly seq: number } | undefined
  /** The request's row, where the recording of it came too late. */
  #requestWithoutOctets: number | undefined
  /** The same of the Close frame. */
  #closeWithoutOctets: number | undefined
  #isTransportClosed = false
  #isSettled = false
  /** The program knows that the connection is open. */
  #isOpen = false

  constructor(id: string, log: MergedLog, clock: ServerClock) {
    this.#clock = clock
    this.tapped = new TappedConnection(id)
    this.#log = log
  }

  /** The number of the server's messages with rows. */
  get messagesOfServer(): number {
    return this.#messagesOfServer
  }

  get serverCloseHasRow(): boolean {
    return this.tapped.serverClose?.sent !== undefined
  }

  #add(
    side: Side,
    row: Row,
    time: number,
    cause: number | undefined,
    provenance: Provenance = 'observed',
  ): number {
    const { id: connectionId } = this.tapped
    // A row is a draft of the union without exactly these properties. Objects without spreads of
    // conditions: there are many.
    const draft = (
      cause === undefined
        ? { ...row, connectionId, side, provenance }
        : { ...row, connectionId, side, provenance, cause }
    ) as TraceEventDraft
    return this.#log.add(draft, time)
  }

  // What the lab server saw.

  /** @param time when it was read from the socket or written to it, on the run's clock. */
  addChunk(chunk: TappedChunk, time: number): void {
    if (chunk.from === 'client') this.#addArrival(chunk, time)
    else this.#addSending(chunk, time)
  }

  #addArrival(chunk: TappedChunk, time: number): void {
    for (const item of chunk.items) {
      if (item.kind === 'sentFrame') item.departure ??= this.#departureOf(item, time)
      else if (item.kind === 'request' && this.#requestWithoutOctets !== undefined)
        item.departure ??= { seq: this.#requestWithoutOctets }
    }
    const { departure } = this.tapped.sentAt(chunk.start) ?? {}
    const bytes = this.#add(
      'server',
      { type: 'bytesReceived', data: chunk.data },
      time,
      departure?.bytes ?? departure?.seq,
    )
    this.#lastArrival = bytes
    for (const item of chunk.items) {
      if (item.kind !== 'sentFrame') continue
      const { frame, message, partOf } = item
      const seq = this.#add('server', { type: 'frameReceived', frame }, time, item.departure?.seq)
      if (frame.opcode === Opcode.Close) this.#clientCloseReceived = seq
      if (message !== undefined)
        this.#add('server', { type: 'messageReceived', ...message }, time, partOf?.seq ?? seq)
      if (partOf?.isComplete === true && partOf.frames.at(-1) === item) this.tapped.arrived(partOf)
    }
  }

  /** The client's rows of a frame that no call of the program accounts for, or not in time. */
  #departureOf(sent: SentFrame, time: number): Departure {
    const { partOf } = sent
    if (partOf !== undefined) {
      if (partOf.standIn !== undefined && partOf.frames[0] === sent) return { seq: partOf.standIn }
      return this.#depart(sent, time, partOf.seq, 'reconstructed')
    }
    if (sent === this.tapped.clientClose && this.#closeWithoutOctets !== undefined)
      return { seq: this.#closeWithoutOctets }
    const answered = this.#answeredBy(sent)
    if (answered === undefined) return this.#depart(sent, time, undefined, 'reconstructed')
    const between = (this.#clock.toRun(answered.time) + time) / 2
    const cause = this.#receiveUpTo(answered, between, 'reconstructed')
    return this.#depart(sent, between, cause, 'reconstructed')
  }

  /** What the browser answered by itself with a pong or a Close frame. */
  #answeredBy({ frame }: SentFrame): ServerFrame | undefined {
    if (frame.opcode === Opcode.Close) {
      const { serverClose } = this.tapped
      return serverClose?.sent && serverClose
    }
    const index = this.#pings.findIndex((ping) => sameOctets(ping.frame.payload, frame.payload))
    // Those before it will never be answered (RFC 6455 §5.5.3).
    return index === -1 ? undefined : this.#pings.splice(0, index + 1).at(-1)
  }

  #depart(
    { frame, octets: data }: SentFrame,
    time: number,
    cause: number | undefined,
    provenance: Provenance,
  ): Departure {
    const bytes = this.#add('client', { type: 'bytesSent', data }, time, cause, provenance)
    const seq = this.#add('client', { type: 'frameSent', frame }, time, cause, provenance)
    return { bytes, seq }
  }

  #addSending(chunk: TappedChunk, time: number): void {
    const handshake = chunk.items.find((item) => item.kind === 'response')
    const isAnswer = handshake !== undefined || this.tapped.response === undefined
    const answered = isAnswer ? this.#lastArrival : undefined
    const head =
      handshake &&
      this.#add('server', { type: 'handshakeResponseSent', ...rowOf(handshake) }, time, answered)
    const row = { type: 'bytesSent', data: chunk.data } as const
    const bytes = this.#add('server', row, time, head ?? answered)
    if (handshake !== undefined) handshake.sent = bytes
    for (const item of chunk.items) {
      if (item.kind === 'serverFrame') this.#addServerFrame(item, bytes, time)
    }
  }

  #addServerFrame(item: ServerFrame, bytes: number, time: number): void {
    const { frame, message, completes } = item
    const isClose = frame.opcode === Opcode.Close
    const cause = isClose ? (this.#clientCloseReceived ?? bytes) : bytes
    const seq = this.#add('server', { type: 'frameSent', frame }, time, cause)
    item.sent =
      message === undefined
        ? { bytes, frame: seq }
        : {
            bytes,
            frame: seq,
            message: this.#add('server', { type: 'messageSent', ...message }, time, seq),
          }
    this.#underWay.push(item)
    if (frame.opcode === Opcode.Ping) this.#pings.push(item)
    if (completes === undefined) return
    this.#messagesOfServer = completes + 1
    if (completes >= this.#messagesToProgram) this.#messages.set(completes, item)
    // The program has had it already, with a frame that was made up.
    else this.#passUpTo(item)
  }

  addEnd({ how, by }: Ended, time: number): void {
    const seq = this.#add('server', { type: 'transportClosed', how, by }, time, undefined)
    this.#ended = { how, by, seq }
  }

  // What the program did and received.

  addRequest(event: EventOf<'willSendHandshakeRequest'>): void {
    const { request } = this.tapped
    if (request === undefined) {
      this.#requestWithoutOctets = this.#log.addOfSandbox(event)
      return
    }
    this.#clock.notBefore(request.time, event.time)
    const { method, target, headers, byteLength } = request.head
    const seq = this.#log.addOfSandbox(event, {
      provenance: 'observed',
      method,
      target: withoutMark(target),
      headers,
      byteLength,
    })
    const row = { type: 'bytesSent', data: request.octets } as const
    const bytes = this.#add('client', row, event.time, seq)
    request.departure = { bytes, seq: bytes }
  }

  addResponse(event: EventOf<'handshakeResponseReceived'>): void {
    this.#isOpen = true
    const place = this.#receiveResponse(event.time)
    if (place === undefined) this.#log.addOfSandbox(event)
    else this.#log.replace(event, place)
  }

  #receiveResponse(time: number): number | undefined {
    const { response } = this.tapped
    if (response?.sent === undefined || response.isReceived) return undefined
    response.isReceived = true
    this.#clock.notAfter(response.time, time)
    const data = response.octets
    const bytes = this.#add('client', { type: 'bytesReceived', data }, time, response.sent)
    const row = { type: 'handshakeResponseReceived', ...rowOf(response) } as const
    return this.#add('client', row, time, bytes)
  }

  addMessageSent(event: EventOf<'messageSent'>, message: SentMessage): void {
    this.tapped.told(message)
    message.seq = this.#log.addOfSandbox(event)
    if (!message.isComplete) return
    for (const frame of message.frames) {
      this.#clock.notBefore(frame.time, event.time)
      frame.departure = this.#depart(frame, event.time, message.seq, 'observed')
    }
  }

  /** The frame that the sandbox made up for a message. */
  addFrameSent(event: EventOf<'frameSent'>, message: SentMessage): void {
    const known = message.frames[0]?.departure
    if (known === undefined) message.standIn = this.#log.addOfSandbox(event)
    else this.#log.replace(event, known.seq)
  }

  addFrameReceived(event: EventOf<'frameReceived'>, number: number): void {
    // Its real frames come with the message, which follows.
    if (!this.#messages.has(number)) this.#log.addOfSandbox(event)
  }

  addMessageReceived(event: EventOf<'messageReceived'>, number: number): void {
    this.#messagesToProgram = number + 1
    const message = this.#messages.get(number)
    this.#messages.delete(number)
    if (message?.sent === undefined) {
      this.#log.addOfSandbox(event)
      return
    }
    this.#clock.notAfter(message.time, event.time)
    this.#receiveUpTo(message, event.time, 'observed')
    const cause = message.sent.message ?? message.sent.frame
    this.#log.addOfSandbox(event, { cause })
  }

  /** The program called `close`. */
  addClose(event: EventOf<'frameSent'>): void {
    const { clientClose } = this.tapped
    if (clientClose === undefined) {
      this.#closeWithoutOctets = this.#log.addOfSandbox(event)
      return
    }
    if (clientClose.departure !== undefined) {
      this.#log.replace(event, clientClose.departure.seq)
      return
    }
    const { frame, octets: data } = clientClose
    this.#clock.notBefore(clientClose.time, event.time)
    const cause = this.#log.placeOf(event.cause)
    const bytes = this.#add('client', { type: 'bytesSent', data }, event.time, cause)
    const seq = this.#log.addOfSandbox(event, { provenance: 'observed', frame })
    clientClose.departure = { bytes, seq }
  }

  addCloseReceived(event: EventOf<'frameReceived'>): void {
    const { serverClose } = this.tapped
    if (serverClose?.sent === undefined) {
      this.#log.addOfSandbox(event)
      return
    }
    this.#clock.notAfter(serverClose.time, event.time)
    this.#log.replace(event, this.#receiveUpTo(serverClose, event.time, 'observed'))
  }

  /** The browser answered the server's Close frame, as the sandbox concludes. */
  addCloseReply(event: EventOf<'frameSent'>): void {
    const { clientClose } = this.tapped
    if (clientClose === undefined) this.#log.addOfSandbox(event)
    // The recording has its row, or will.
    else this.#log.replace(event, clientClose.departure?.seq)
  }

  addTransportClosed(event: EventOf<'transportClosed'>): void {
    this.#isTransportClosed = true
    if (this.#ended === undefined) {
      this.#log.addOfSandbox(event)
      return
    }
    const { how, by, seq } = this.#ended
    this.#log.addOfSandbox(event, { how, by, ...(by === 'server' && { cause: seq }) })
  }

  /** The socket is CLOSED now: what the browser had received by then and kept to itself. */
  settle(time: number): void {
    if (this.#isSettled) return
    this.#isSettled = true
    const response = this.#receiveResponse(time)
    const { refusal, violation } = this.tapped
    if (!this.#isOpen && response !== undefined && refusal !== undefined) {
      const { message, rule: section } = refusal
      const row = { type: 'frameError', message, section } as const
      this.#add('client', row, time, response, 'reconstructed')
    } else if (violation !== undefined) {
      const { code, reason: message, section } = violation
      const last = this.#underWay.last
      const cause = last && this.#receiveUpTo(last, time, 'reconstructed')
      const row = { type: 'frameError', message, code, section } as const
      this.#add('client', row, time, cause, 'reconstructed')
    }
    if (this.#isTransportClosed || this.#ended?.by !== 'server') return
    this.#isTransportClosed = true
    const { how, by, seq } = this.#ended
    this.#add('client', { type: 'transportClosed', how, by }, time, seq, 'reconstructed')
  }

  /**
   * The client's rows of all that the server sent, up to this; gives the `seq` of the last.
   * @param provenance of what completes together with it; a control frame before it had no witness.
   */
  #receiveUpTo(last: ServerFrame, time: number, provenance: Provenance): number | undefined {
    while (last.receipt === undefined) {
      const next = this.#underWay.shift()
      if (next === undefined) break
      const isWitnessed =
        next === last || (last.completes !== undefined && !isControl(next.frame.opcode))
      next.receipt = { seq: this.#receive(next, time, isWitnessed ? provenance : 'reconstructed') }
    }
    return last.receipt?.seq
  }

  #passUpTo(last: ServerFrame): void {
    while (last.receipt === undefined) {
      const next = this.#underWay.shift()
      if (next === undefined) break
      next.receipt = {}
    }
  }

  #receive({ frame, octets, sent }: ServerFrame, time: number, provenance: Provenance): number {
    this.#add('client', { type: 'bytesReceived', data: octets }, time, sent?.bytes, provenance)
    return this.#add('client', { type: 'frameReceived', frame }, time, sent?.frame, provenance)
  }
}

function rowOf({ head }: { readonly head: ResponseHead }) {
  const { status, statusText, headers, byteLength } = head
  return { status, statusText, headers, byteLength } as const
}

function sameOctets(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, index) => octet === other[index])
}
