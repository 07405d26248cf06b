import { decodeClosePayload, type CloseStatus } from './close-payload.ts'
import type { ConnectionEvent } from './event.ts'
import type { Frame } from './frame.ts'
import { FrameParser, type Allocate, type FrameHandler } from './frame-parser.ts'
import { checkLength, checkStart } from './frame-rules.ts'
import { MessageAssembler } from './message-assembler.ts'
import { isControl, Opcode } from './opcode.ts'
import type { Inflater } from './permessage-deflate.ts'

export interface FrameReceiverOptions {
  /** Frames from a client are masked, frames from a server are not (RFC 6455 §5.1). */
  readonly expectMask: boolean
  /** Octets of a message, decompressed. */
  readonly maxMessageSize: number
  /** Frames of a message. */
  readonly maxFragments: number
  /** Where permessage-deflate was negotiated. */
  readonly inflater: Inflater | undefined
  readonly allocate: Allocate | undefined
  readonly onPing: (payload: Uint8Array) => void
  /** The peer's Close frame arrived. Nothing after it is read. */
  readonly onClose: (status: CloseStatus) => void
}

/** The receiving half of a connection: judges frames, puts messages together, keeps the events. */
export class FrameReceiver implements FrameHandler {
  readonly #options: FrameReceiverOptions
  readonly #parser: FrameParser
  readonly #message: MessageAssembler
  readonly #expectMask: boolean
  readonly #rsv1Allowed: boolean
  /** Whether the frame being read is a control frame. */
  #control = false
  #events: ConnectionEvent[] = []

  constructor(options: FrameReceiverOptions) {
    this.#options = options
    this.#parser = new FrameParser(this, options.allocate)
    this.#expectMask = options.expectMask
    this.#rsv1Allowed = options.inflater !== undefined
    const { maxMessageSize, maxFragments, inflater } = options
    this.#message = new MessageAssembler(maxMessageSize, maxFragments, inflater)
  }

  /** @throws ProtocolViolation; then nothing may be pushed any more. */
  push(bytes: Uint8Array): void {
    this.#parser.push(bytes)
  }

  record(event: ConnectionEvent): void {
    this.#events.push(event)
  }

  drain(): ConnectionEvent[] {
    const events = this.#events
    this.#events = []
    return events
  }

  start(first: number, second: number): void {
    checkStart(first, second, this.#expectMask, this.#rsv1Allowed, this.#message.underWay)
    const opcode = first & 0x0f
    this.#control = isControl(opcode)
    if (opcode === Opcode.Text || opcode === Opcode.Binary) {
      this.#message.start(opcode, (first & 0x40) !== 0)
    }
  }

  length(length: number, octets: number, high: number): void {
    checkLength(length, octets, high)
    if (!this.#control) this.#message.announce(length)
  }

  part(payload: Uint8Array, start: number, end: number): void {
    if (!this.#control) this.#message.part(payload.subarray(start, end))
  }

  frame(frame: Frame, seen: number): void {
    if (this.#control) {
      this.#readControl(frame)
      return
    }
    const data = this.#message.frame(frame.payload, seen, frame.fin)
    this.#events.push({ type: 'frame', frame })
    if (data !== undefined) this.#events.push({ type: 'message', data })
  }

  #readControl(frame: Frame): void {
    const { onPing, onClose } = this.#options
    const data = frame.payload
    // A Close frame that breaks a rule is none.
    const status = frame.opcode === Opcode.Close ? decodeClosePayload(data) : undefined
    this.#events.push({ type: 'frame', frame })
    if (status !== undefined) {
      this.#parser.stop()
      onClose(status)
    } else if (frame.opcode === Opcode.Ping) {
      this.#events.push({ type: 'ping', data })
      onPing(data)
    } else {
      this.#events.push({ type: 'pong', data })
    }
  }
}
