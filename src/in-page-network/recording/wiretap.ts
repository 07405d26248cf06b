import {
  isControl,
  Opcode,
  type PerMessageDeflate,
  type ResponseHead,
} from '../../core/protocol/index.ts'
import type { Recorder, Side, SourcePosition, TraceFrame } from '../../core/trace/event.ts'
import { ConnectionTap, type Sending } from './connection-tap.ts'
import { Fifo } from '../../core/trace/fifo.ts'
import { WireReader, type Passage, type WireMessage } from '../../core/trace/wire-reader.ts'

interface FrameInFlight {
  readonly frame: TraceFrame
  /** Of the event of its sending. */
  readonly seq: number
  /** Octets of its direction that must have arrived before it has. */
  readonly end: number
  /** It completes a message of the client's. */
  readonly completes: boolean
  /** It never arrives. */
  readonly isDropped: boolean
}

interface MessageInFlight {
  readonly message: WireMessage
  readonly seq: number
  /** The frame that completes it never arrives. */
  isLost: boolean
}

/** What is negotiated in a response that is about to be sent. */
export type Negotiate = (head: ResponseHead) => readonly PerMessageDeflate[]

/** One direction of a connection: read as it is sent, and counted as it arrives. */
class Direction {
  readonly reader: WireReader
  readonly frames = new Fifo<FrameInFlight>()
  readonly messages = new Fifo<MessageInFlight>()
  octetsArrived = 0
  octetsSent = 0
  /** Octets of this direction that never arrive, from and up to, in order. */
  readonly dropped: {
    readonly start: number
    readonly end: number
    reached: (() => void) | undefined
  }[] = []

  /** @param negotiate Absent: messages are not read, for they are known without. */
  constructor(sentBy: Side, negotiate?: Negotiate) {
    this.reader = new WireReader({
      sentBy,
      ...(negotiate && {
        extensions: () => {
          const { response } = this.reader
          return response === undefined ? [] : negotiate(response)
        },
      }),
    })
  }
}

/** What of a frame never arrives: all of it, or all after its middle. */
export interface FrameLoss {
  readonly from: 'start' | 'middle'
  /** Called once, when all that does arrive has. */
  readonly reached?: () => void
}

/** What of a frame that is being sent shall never arrive. */
export type LossOf = (
  connectionId: string,
  side: Side,
  seq: number,
  frame: TraceFrame,
) => FrameLoss | undefined

/**
 * Records what passes over one WebSocket connection at both ends: octets and frames, and the
 * server's messages. The client's messages are recorded by its `WebSocket`, which knows them
 * before they are frames and judges them when they arrive.
 *
 * The link loses only the frames that an intervention takes, whole or from their middle on, and then
 * the connection with them. So frames are decoded once.
 */
export class Wiretap extends ConnectionTap {
  readonly #lossOf: LossOf
  readonly #toServer = new Direction('client')
  readonly #toClient: Direction
  /** What the octets that are being sent hold. */
  #passages: readonly Passage[] = []
  /** Heads of responses on their way, and the receipts of those that have arrived. */
  readonly #responses = new Fifo<{ readonly head: ResponseHead; readonly end: number }>()
  #responseReceipt: number | undefined
  /** Receipts of Pings at the client that no Pong has answered yet. */
  readonly #pings: number[] = []
  /** Receipts of messages and control frames that the server has not taken yet. */
  readonly #serverReceipts = new Fifo<number>()

  constructor(
    recorder: Recorder,
    locate: () => SourcePosition | undefined,
    connectionId: string,
    negotiate: Negotiate,
    lossOf: LossOf = () => undefined,
  ) {
    super(recorder, locate, connectionId)
    this.#lossOf = lossOf
    this.#toClient = new Direction('server', negotiate)
  }

  protected override headSent(
    side: Side,
    data: Uint8Array,
    cause: number | undefined,
    source: SourcePosition | undefined,
  ): number | undefined {
    this.#passages = this.#from(side).reader.push(data)
    let last: number | undefined
    for (const item of this.#passages) {
      if (item.kind !== 'response') continue
      const { head, end } = item
      const details = { type: 'handshakeResponseSent', ...responseOf(head) } as const
      last = this.record(side, details, cause, source)
      this.#responses.push({ head, end })
    }
    return last
  }

  protected override octetsSent(side: Side, data: Uint8Array, sending: Sending): void {
    const direction = this.#from(side)
    const writeOf = writeAt(sending, direction.octetsSent)
    direction.octetsSent += data.length
    for (const item of this.#passages) {
      if (item.kind !== 'frame') continue
      const { frame, message, end } = item
      const { cause = sending.seq, source } = writeOf(end)
      const seq = this.record(side, { type: 'frameSent', frame }, cause, source)
      const completes = side === 'client' && frame.fin && !isControl(frame.opcode)
      const loss = this.#lossOf(this.connectionId, side, seq, frame)
      direction.frames.push({ frame, seq, end, completes, isDropped: loss !== undefined })
      if (message !== undefined && side === 'server') {
        this.messageSent(side, message, seq, source)
      }
      if (loss !== undefined) {
        const length = frame.header.length + frame.payload.length
        const lost = loss.from === 'start' ? length : Math.floor(length / 2)
        direction.dropped.push({ start: end - lost, end, reached: loss.reached })
        const last = direction.messages.last
        if (last !== undefined && (completes || message !== undefined)) last.isLost = true
      }
    }
  }

  arriving(side: Side, data: Uint8Array): Uint8Array {
    const direction = this.#to(side)
    if (direction.dropped.length === 0) return data
    const start = direction.octetsArrived
    for (const range of direction.dropped) {
      if (start + data.length <= range.start) continue
      range.reached?.()
      range.reached = undefined
    }
    const kept = data.filter((_octet, index) =>
      direction.dropped.every((range) => start + index < range.start || start + index >= range.end),
    )
    direction.octetsArrived += data.length - kept.length
    return kept
  }

  protected override octetsReceived(side: Side, length: number, receipt: number): number {
    let last = receipt
    const direction = this.#to(side)
    direction.octetsArrived += length
    if (side === 'client') last = this.#responsesReceived(receipt)
    for (;;) {
      const next = direction.frames.peek()
      if (next === undefined || next.end > direction.octetsArrived) return last
      direction.frames.shift()
      if (next.isDropped) continue
      last = this.record(side, { type: 'frameReceived', frame: next.frame }, next.seq)
      const { opcode } = next.frame
      if (side === 'client' && opcode === Opcode.Ping) this.#pings.push(last)
      if (next.completes) last = this.messageReceived(side) ?? last
      const isTaken = next.completes || opcode === Opcode.Ping || opcode === Opcode.Pong
      if (side === 'server' && isTaken) this.#serverReceipts.push(last)
    }
  }

  /** Heads come before the frames behind them, also where one read has both. */
  #responsesReceived(receipt: number): number {
    let last = receipt
    for (;;) {
      const next = this.#responses.peek()
      if (next === undefined || next.end > this.#toClient.octetsArrived) return last
      this.#responses.shift()
      const details = { type: 'handshakeResponseReceived', ...responseOf(next.head) } as const
      last = this.record('client', details, receipt)
      this.#responseReceipt ??= last
    }
  }

  /** The receipt of the first response; undefined before it is complete. */
  get responseReceipt(): number | undefined {
    return this.#responseReceipt
  }

  takeReceipt(side: Side): number | undefined {
    return side === 'server' ? this.#serverReceipts.shift() : undefined
  }

  /** The receipt of the Ping that the client's next Pong answers (RFC 6455 §5.5.3). */
  pingToAnswer(): number | undefined {
    return this.#pings.shift()
  }

  /** A message that is about to be sent. */
  messageSent(
    side: Side,
    message: WireMessage,
    cause: number | undefined,
    source?: SourcePosition,
  ): number {
    const seq = this.record(side, { type: 'messageSent', ...message }, cause, source)
    this.#from(side).messages.push({ message, seq, isLost: false })
    return seq
  }

  /** The next message of the other side has arrived whole. */
  messageReceived(side: Side): number | undefined {
    const { messages } = this.#to(side)
    let arrived = messages.shift()
    while (arrived?.isLost === true) arrived = messages.shift()
    if (arrived === undefined) return undefined
    return this.record(side, { type: 'messageReceived', ...arrived.message }, arrived.seq)
  }

  #from(side: Side): Direction {
    return side === 'client' ? this.#toServer : this.#toClient
  }

  #to(side: Side): Direction {
    return side === 'client' ? this.#toClient : this.#toServer
  }
}

/** The write whose octets end a frame: what was written together may have been written apart. */
function writeAt(
  { cause, source, writes }: Sending,
  start: number,
): (end: number) => Pick<Sending, 'cause' | 'source'> {
  let index = 0
  let reached = start + (writes[0]?.length ?? Infinity)
  return (end) => {
    while (reached < end) {
      index += 1
      reached += writes[index]?.length ?? Infinity
    }
    return writes[index] ?? { cause, source }
  }
}

function responseOf({ status, statusText, headers, byteLength }: ResponseHead) {
  return { status, statusText, headers, byteLength }
}
