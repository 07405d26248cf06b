import {
  Connection,
  FrameDecoder,
  RequestReader,
  ResponseReader,
  type Frame,
  type PerMessageDeflate,
  type RequestHead,
  type ResponseHead,
} from '../protocol/index.ts'
import type { MessageData, Side, TraceFrame } from './event.ts'

export interface WireMessage {
  readonly data: MessageData
  /** Octets of the payload before compression. */
  readonly byteLength: number
}

export interface FramePassage {
  readonly kind: 'frame'
  readonly frame: TraceFrame
  /** The message that this frame completes. */
  readonly message: WireMessage | undefined
  readonly end: number
}

/** What passes in one direction. `end`: octets of this direction up to its end. */
export type Passage =
  | { readonly kind: 'request'; readonly head: RequestHead; readonly end: number }
  | { readonly kind: 'response'; readonly head: ResponseHead; readonly end: number }
  | FramePassage

/** How the sender broke a rule. */
export interface WireViolation {
  /** The close code that it calls for. */
  readonly code: number
  readonly reason: string
  readonly section: string
}

export interface WireReaderOptions {
  readonly sentBy: Side
  /**
   * What the opening handshake negotiated; asked once, when frames may come. Absent: frames are
   * read, and their messages are not.
   */
  readonly extensions?: () => readonly PerMessageDeflate[]
}

/**
 * Reads one direction of a WebSocket connection as a bystander: first the head of the opening
 * handshake, then frames, right or wrong, and the messages they make as long as they are right.
 * A response other than 101 has no frames.
 */
export class WireReader {
  readonly #options: WireReaderOptions
  #head: RequestReader | ResponseReader | undefined
  #response: ResponseHead | undefined
  #decoder: FrameDecoder | undefined
  /** Reads the same frames as their receiver would, for their messages. */
  #listener: Connection | undefined
  /** Octets up to the end of what was read. */
  #end = 0
  #violation: WireViolation | undefined

  constructor(options: WireReaderOptions) {
    this.#options = options
    this.#head = options.sentBy === 'client' ? new RequestReader() : new ResponseReader()
  }

  /** The response that was read last. */
  get response(): ResponseHead | undefined {
    return this.#response
  }

  /** The first rule that the frames broke; what comes after it makes no messages. */
  get violation(): WireViolation | undefined {
    return this.#violation
  }

  /** Takes octets, which must not be changed afterwards. */
  push(data: Uint8Array): readonly Passage[] {
    const items: Passage[] = []
    const octets = this.#head === undefined ? data : this.#readHead(data, items)
    if (this.#decoder === undefined || octets.length === 0) return items
    const messages = this.#readMessages(octets)
    for (const [index, frame] of this.#decoder.push(octets).entries()) {
      this.#end += frame.header.length + frame.payload.length
      const message = messages.get(index)
      items.push({ kind: 'frame', frame: traceFrame(frame), message, end: this.#end })
    }
    return items
  }

  /** Gives what comes behind the head, once that is complete. */
  #readHead(data: Uint8Array, items: Passage[]): Uint8Array {
    let octets = data
    while (this.#head !== undefined) {
      const read = this.#head.push(octets)
      if (read === undefined) return nothing
      this.#head = undefined
      if (!read.ok) return nothing
      octets = read.rest
      const { head } = read
      this.#end += head.byteLength
      if ('status' in head) {
        items.push({ kind: 'response', head, end: this.#end })
        this.#readResponse(head)
      } else {
        items.push({ kind: 'request', head, end: this.#end })
        this.#decoder = new FrameDecoder()
      }
    }
    return octets
  }

  #readResponse(head: ResponseHead): void {
    this.#response = head
    if (head.status === 101) {
      this.#decoder = new FrameDecoder()
    } else if (head.status < 200) {
      // RFC 9110 §15.2: such a response comes before the one that counts.
      this.#head = new ResponseReader()
    }
  }

  /** The messages that these octets complete, by the number of the frame among those completed. */
  #readMessages(octets: Uint8Array): ReadonlyMap<number, WireMessage> {
    const { sentBy, extensions } = this.#options
    if (extensions === undefined) return noMessages
    this.#listener ??= new Connection({
      // It listens to whatever the two sides take.
      maxFragments: Infinity,
      role: sentBy === 'client' ? 'server' : 'client',
      randomBytes: (length) => new Uint8Array(length),
      extensions: extensions(),
    })
    this.#listener.receiveData(octets)
    const messages = new Map<number, WireMessage>()
    let index = -1
    for (const event of this.#listener.events()) {
      if (event.type === 'frame') index += 1
      else if (event.type === 'message') messages.set(index, messageOf(event.data))
      else if (event.type === 'error') this.#violation = event
    }
    // A bystander answers nothing.
    this.#listener.dataToSend()
    return messages
  }
}

const nothing = new Uint8Array(0)
const noMessages: ReadonlyMap<number, WireMessage> = new Map()
const utf8 = new TextEncoder()

function messageOf(data: string | Uint8Array): WireMessage {
  return typeof data === 'string'
    ? { data: { kind: 'text', text: data }, byteLength: utf8.encode(data).length }
    : { data: { kind: 'binary', bytes: own(data) }, byteLength: data.length }
}

/**
 * Plain data: the class of the decoder's frames would be lost on the way to the page. The header, a
 * view of a whole chunk at times, is copied: it has no more than 14 octets.
 */
function traceFrame({ fin, rsv1, rsv2, rsv3, opcode, masked, header, payload }: Frame): TraceFrame {
  return { fin, rsv1, rsv2, rsv3, opcode, masked, header: header.slice(), payload: own(payload) }
}

/** A copy where the view would keep a much larger buffer alive, or clone it. */
function own(view: Uint8Array): Uint8Array {
  const { byteLength } = view.buffer
  return byteLength <= 256 || byteLength <= 2 * view.length ? view : view.slice()
}
