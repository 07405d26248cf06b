import type { MessageData, Side, TraceFrame } from '../core/trace/event.ts'
import type { Frame, PerMessageDeflate, ResponseHead } from '../core/protocol/index.ts'
import { Connection, FrameDecoder, RequestReader, ResponseReader } from '../core/protocol/index.ts'

export interface WireMessage {
  readonly data: MessageData
  /** Octets of the payload before compression. */
  readonly byteLength: number
}

export interface WireItem {
  readonly frame: TraceFrame
  /** The message that this frame completes. */
  readonly message: WireMessage | undefined
  /** Octets of this direction up to the end of the frame. */
  readonly end: number
}

/** What is negotiated in a response that is about to be sent. */
export type Negotiate = (head: ResponseHead) => readonly PerMessageDeflate[]

/**
 * Reads one direction of a WebSocket connection as a bystander: first the head of the opening
 * handshake, then frames, right or wrong, and the messages they make as long as they are right.
 * A response other than 101 has no frames.
 */
export class WireReader {
  readonly #sentBy: Side
  readonly #negotiate: Negotiate
  #head: RequestReader | ResponseReader | undefined
  #decoder: FrameDecoder | undefined
  /** Reads the same frames as their receiver would, for their messages. */
  #listener: Connection | undefined
  /** Octets up to the end of what was read. */
  #end = 0

  constructor(sentBy: Side, negotiate: Negotiate) {
    this.#sentBy = sentBy
    this.#negotiate = negotiate
    this.#head = sentBy === 'client' ? new RequestReader() : new ResponseReader()
  }

  /** Takes octets, which must not be changed afterwards. */
  push(data: Uint8Array): readonly WireItem[] {
    const octets = this.#head === undefined ? data : this.#readHead(data)
    if (this.#decoder === undefined || octets.length === 0) return []
    const messages = this.#readMessages(octets)
    return this.#decoder.push(octets).map((frame, index) => {
      this.#end += frame.header.length + frame.payload.length
      return { frame: traceFrame(frame), message: messages.get(index), end: this.#end }
    })
  }

  /** Gives what comes behind the head, once that is complete. */
  #readHead(data: Uint8Array): Uint8Array {
    let octets = data
    while (this.#head !== undefined) {
      const read = this.#head.push(octets)
      if (read === undefined) return nothing
      this.#head = undefined
      if (!read.ok) return nothing
      octets = read.rest
      this.#end += read.head.byteLength
      if (this.#sentBy === 'client') {
        // The client's messages are known without reading them.
        this.#decoder = new FrameDecoder()
      } else if ('status' in read.head) {
        this.#readResponse(read.head)
      }
    }
    return octets
  }

  #readResponse(head: ResponseHead): void {
    if (head.status === 101) {
      this.#decoder = new FrameDecoder()
      const extensions = this.#negotiate(head)
      this.#listener = new Connection({
        role: 'client',
        randomBytes: (length) => new Uint8Array(length),
        extensions,
      })
    } else if (head.status < 200) {
      // RFC 9110 §15.2: such a response comes before the one that counts.
      this.#head = new ResponseReader()
    }
  }

  /** The messages that these octets complete, by the number of the frame among those completed. */
  #readMessages(octets: Uint8Array): ReadonlyMap<number, WireMessage> {
    const messages = new Map<number, WireMessage>()
    if (this.#listener === undefined) return messages
    this.#listener.receiveData(octets)
    let index = -1
    for (const event of this.#listener.events()) {
      if (event.type === 'frame') index += 1
      else if (event.type === 'message') messages.set(index, messageOf(event.data))
    }
    return messages
  }
}

const nothing = new Uint8Array(0)
const utf8 = new TextEncoder()

function messageOf(data: string | Uint8Array): WireMessage {
  return typeof data === 'string'
    ? { data: { kind: 'text', text: data }, byteLength: utf8.encode(data).length }
    : { data: { kind: 'binary', bytes: own(data) }, byteLength: data.length }
}

/** Plain data: the class of the decoder's frames would be lost on the way to the page. */
/** The header, a view of a whole chunk at times, is copied: it has no more than 14 octets. */
function traceFrame({ fin, rsv1, rsv2, rsv3, opcode, masked, header, payload }: Frame): TraceFrame {
  return { fin, rsv1, rsv2, rsv3, opcode, masked, header: header.slice(), payload: own(payload) }
}

/**
 * Octets that do not keep much more than themselves alive, or drag it along when they are cloned.
 */
function own(view: Uint8Array): Uint8Array {
  const { byteLength } = view.buffer
  return byteLength <= 256 || byteLength <= 2 * view.length ? view : view.slice()
}
