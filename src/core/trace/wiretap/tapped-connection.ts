import { askedBy, checkResponse, isControl, Opcode } from '../../protocol/index.ts'
import type { HandshakeFailure, RequestHead, ResponseHead } from '../../protocol/index.ts'
import type { Side, TraceFrame } from '../event.ts'
import { Fifo } from '../fifo.ts'
import { WireReader, type FramePassage, type Passage, type WireMessage } from '../wire-reader.ts'
import { OctetQueue } from './octet-queue.ts'

/** The client's rows of something that it sent. */
export interface Departure {
  /** The `seq` of its octets, where there is a row of them. */
  readonly bytes?: number
  /** The `seq` that its receipt names as its cause. */
  readonly seq: number
}

interface Recorded {
  readonly octets: Uint8Array
  /** The server's clock, milliseconds. */
  readonly time: number
}

interface SentByClient extends Recorded {
  /** Octets of the client's stream up to its end. */
  readonly end: number
  departure?: Departure
}

export interface Request extends SentByClient {
  readonly kind: 'request'
  readonly head: RequestHead
}

export interface Response extends Recorded {
  readonly kind: 'response'
  readonly head: ResponseHead
  /** Of the server's row of its octets, once that is there. */
  sent?: number
  /** The client's row is there too. */
  isReceived: boolean
}

/** A message of the client: its frames as they arrive, its row once the sandbox reports the call. */
export interface SentMessage {
  /** From 0. */
  readonly number: number
  readonly frames: SentFrame[]
  isComplete: boolean
  /** Of its `messageSent`. */
  seq?: number
  /** Of the frame that was made up for it, because its own came too late. */
  standIn?: number
  /** All that the lab server saw of it has rows. */
  hasArrived: boolean
  /** The sandbox has reported a later one. */
  isPast: boolean
}

export interface SentFrame extends SentByClient {
  readonly kind: 'sentFrame'
  readonly frame: TraceFrame
  /** What it completes. */
  readonly message: WireMessage | undefined
  /** What it is part of; a control frame is part of none. */
  readonly partOf: SentMessage | undefined
}

export interface ServerFrame extends Recorded {
  readonly kind: 'serverFrame'
  readonly frame: TraceFrame
  readonly message: WireMessage | undefined
  /** The number of the message that it completes, from 0. */
  readonly completes: number | undefined
  /** Of the server's rows, once they are there. */
  sent?: { readonly bytes: number; readonly frame: number; readonly message?: number }
  /** It waits for no receipt any more: this is its `seq`, where there is one. */
  receipt?: { readonly seq?: number }
}

export type Decoded = Request | Response | SentFrame | ServerFrame

export interface TappedChunk {
  readonly from: Side
  readonly data: Uint8Array
  /** Octets of the stream before it. */
  readonly start: number
  readonly items: readonly Decoded[]
  /** What this chunk has octets of: the client's calls must be known before it gets a row. */
  readonly departures: readonly (Request | SentMessage)[]
}

interface Stream {
  readonly reader: WireReader
  readonly octets: OctetQueue
  /** Octets that were made into items, and all that came. */
  decoded: number
  total: number
}

const noneChosen: HandshakeFailure = {
  rule: 'WHATWG WebSockets §2',
  message: 'The server chose none of the subprotocols that were offered',
}

/** What the lab server recorded of one connection, decoded. */
export class TappedConnection {
  readonly id: string
  request: Request | undefined
  response: Response | undefined
  /** The Close frame of either side, where it was seen. */
  clientClose: SentFrame | undefined
  serverClose: ServerFrame | undefined
  /** The lab server reports nothing more of it. */
  isOver = false
  readonly #sentMessages = new Map<number, SentMessage>()
  #sentCompletely = 0
  /** In the order of the client's stream, until all of its octets are accounted for. */
  readonly #sent = new Fifo<Request | SentFrame>()
  #messagesOfServer = 0
  readonly #streams: Readonly<Record<Side, Stream>>

  constructor(id: string) {
    this.id = id
    const extensions = () => {
      const checked = this.#judgement()
      return checked?.ok === true ? checked.extensions : []
    }
    const stream = (sentBy: Side): Stream => ({
      reader: new WireReader({ sentBy, extensions }),
      octets: new OctetQueue(),
      decoded: 0,
      total: 0,
    })
    this.#streams = { client: stream('client'), server: stream('server') }
  }

  /** How many messages of the server are decoded. */
  get messagesOfServer(): number {
    return this.#messagesOfServer
  }

  /** The message of the client with this number, from 0, whether it has been seen or not. */
  sentMessage(number: number): SentMessage {
    let message = this.#sentMessages.get(number)
    if (message === undefined) {
      message = { number, frames: [], isComplete: false, hasArrived: false, isPast: false }
      this.#sentMessages.set(number, message)
    }
    return message
  }

  /** All that the lab server saw of a message has rows. */
  arrived(message: SentMessage): void {
    message.hasArrived = true
    this.#forgetWhereDone(message)
  }

  /** The sandbox reports this message, and no earlier one any more. */
  told({ number }: SentMessage): void {
    const before = this.#sentMessages.get(number - 1)
    if (before === undefined) return
    before.isPast = true
    this.#forgetWhereDone(before)
  }

  #forgetWhereDone({ number, hasArrived, isPast }: SentMessage): void {
    if (hasArrived && isPast) this.#sentMessages.delete(number)
  }

  /** What the octet at this place of the client's stream belongs to; places are asked in order. */
  sentAt(place: number): Request | SentFrame | undefined {
    for (;;) {
      const next = this.#sent.peek()
      if (next === undefined || next.end > place) return next
      this.#sent.shift()
    }
  }

  /** Takes a chunk of one direction, in order. */
  read(from: Side, data: Uint8Array, time: number): TappedChunk {
    const stream = this.#streams[from]
    stream.octets.push(data)
    const start = stream.total
    stream.total += data.length
    const departures = new Set<Request | SentMessage>()
    const items: Decoded[] = []
    for (const item of stream.reader.push(data)) {
      const own = stream.octets.take(item.end - stream.decoded)
      stream.decoded = item.end
      const decoded = this.#decode(item, own, from, time)
      items.push(decoded)
      if (decoded.kind === 'request') departures.add(decoded)
      else if (decoded.kind === 'sentFrame' && decoded.partOf) departures.add(decoded.partOf)
    }
    // Part of a frame: it will be data, for a browser's control frames are small.
    if (from === 'client' && this.request !== undefined && stream.decoded < stream.total)
      departures.add(this.sentMessage(this.#sentCompletely))
    return { from, data, start, items, departures: [...departures] }
  }

  #decode(item: Passage, octets: Uint8Array, from: Side, time: number): Decoded {
    switch (item.kind) {
      case 'request':
        this.request = { kind: 'request', head: item.head, octets, end: item.end, time }
        this.#sent.push(this.request)
        return this.request
      case 'response':
        this.response = { kind: 'response', head: item.head, octets, time, isReceived: false }
        return this.response
      case 'frame':
        return from === 'client'
          ? this.#sentFrame(item, octets, time)
          : this.#serverFrame(item, octets, time)
    }
  }

  #sentFrame({ frame, message, end }: FramePassage, octets: Uint8Array, time: number): SentFrame {
    const partOf = isControl(frame.opcode) ? undefined : this.sentMessage(this.#sentCompletely)
    const sent: SentFrame = { kind: 'sentFrame', frame, octets, message, partOf, end, time }
    this.#sent.push(sent)
    if (partOf !== undefined) {
      partOf.frames.push(sent)
      if (frame.fin) {
        partOf.isComplete = true
        this.#sentCompletely += 1
      }
    }
    if (frame.opcode === Opcode.Close) this.clientClose ??= sent
    return sent
  }

  #serverFrame({ frame, message }: FramePassage, octets: Uint8Array, time: number): ServerFrame {
    // Counted as a client counts: what breaks a rule makes no message.
    const completes = message === undefined ? undefined : this.#messagesOfServer++
    const sent: ServerFrame = { kind: 'serverFrame', frame, octets, message, completes, time }
    if (frame.opcode === Opcode.Close) this.serverClose ??= sent
    return sent
  }

  #judgement() {
    const { request, response } = this
    if (request === undefined || response === undefined) return undefined
    return checkResponse(response.head, askedBy(request.head))
  }

  /**
   * The rule of the opening handshake that the response broke. The browser found the same, but
   * keeps it from scripts.
   */
  get refusal(): HandshakeFailure | undefined {
    const judgement = this.#judgement()
    if (judgement === undefined || this.request === undefined) return undefined
    if (!judgement.ok) return judgement.failure
    const { protocols = [] } = askedBy(this.request.head)
    return protocols.length > 0 && judgement.protocol === '' ? noneChosen : undefined
  }

  /** The rule that a frame of the server broke. */
  get violation() {
    return this.#streams.server.reader.violation
  }
}
