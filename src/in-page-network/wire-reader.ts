import type { MessageData, Side, TraceFrame } from '../core/trace/event.ts'
import type { Frame } from '../core/protocol/index.ts'
import { FrameDecoder, isControl, Opcode } from '../core/protocol/index.ts'

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

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const latin1 = new TextDecoder('latin1')

/** Longest head that is waited for, in octets. */
const LONGEST_HEAD = 64 * 1024

/**
 * Reads one direction of a WebSocket connection without judging it: first the head of the opening
 * handshake, then frames and the messages they make. A response other than 101 has no frames.
 */
export class WireReader {
  readonly #sentBy: Side
  #phase: 'head' | 'frames' | 'other' = 'head'
  #head = new Uint8Array(0)
  /** Octets up to the end of what was read. */
  #end = 0
  readonly #decoder = new FrameDecoder()
  /** The frames of a message that is not complete. */
  #fragments: Frame[] = []

  constructor(sentBy: Side) {
    this.#sentBy = sentBy
  }

  /** Takes octets, which must not be changed afterwards. */
  push(data: Uint8Array): WireItem[] {
    let octets: Uint8Array = data
    while (this.#phase === 'head') {
      const head = new Uint8Array(this.#head.length + octets.length)
      head.set(this.#head)
      head.set(octets, this.#head.length)
      const text = latin1.decode(head)
      const end = text.indexOf('\r\n\r\n')
      if (end < 0) {
        this.#head = head
        if (head.length > LONGEST_HEAD) this.#phase = 'other'
        return []
      }
      this.#head = new Uint8Array(0)
      octets = head.subarray(end + 4)
      this.#end += end + 4
      // RFC 9110 §15.2: a response 100 or 103 comes before the one that counts.
      if (this.#sentBy === 'client' || /^HTTP\/1\.1 101/.test(text)) this.#phase = 'frames'
      else if (!/^HTTP\/1\.1 1\d\d/.test(text)) this.#phase = 'other'
    }
    if (this.#phase === 'other' || octets.length === 0) return []
    return this.#decoder.push(octets).map((frame) => {
      this.#end += frame.header.length + frame.payload.length
      return { frame: traceFrame(frame), message: this.#messageOf(frame), end: this.#end }
    })
  }

  #messageOf(frame: Frame): WireMessage | undefined {
    if (isControl(frame.opcode)) return undefined
    if (frame.opcode !== Opcode.Continuation) this.#fragments = []
    this.#fragments.push(frame)
    if (!frame.fin) return undefined
    const fragments = this.#fragments
    this.#fragments = []
    const [first] = fragments
    // A compressed message is not readable here, and a message without a beginning is none.
    if (first === undefined || first.rsv1 || first.opcode === Opcode.Continuation) return undefined
    return wireMessage(joined(fragments), first.opcode === Opcode.Text)
  }
}

/** A message of these octets; `undefined` for text that is not UTF-8. */
function wireMessage(bytes: Uint8Array, isText: boolean): WireMessage | undefined {
  if (!isText) return { data: { kind: 'binary', bytes }, byteLength: bytes.length }
  try {
    return { data: { kind: 'text', text: utf8.decode(bytes) }, byteLength: bytes.length }
  } catch {
    return undefined
  }
}

function joined(frames: readonly Frame[]): Uint8Array {
  const [first] = frames
  if (first !== undefined && frames.length === 1) return own(first.payload)
  const bytes = new Uint8Array(frames.reduce((sum, { payload }) => sum + payload.length, 0))
  let offset = 0
  for (const { payload } of frames) {
    bytes.set(payload, offset)
    offset += payload.length
  }
  return bytes
}

/** Plain data: the class of the decoder's frames would be lost on the way to the page. */
function traceFrame({ fin, rsv1, rsv2, rsv3, opcode, masked, header, payload }: Frame): TraceFrame {
  return { fin, rsv1, rsv2, rsv3, opcode, masked, header: own(header), payload: own(payload) }
}

/**
 * Octets that do not keep much more than themselves alive, or drag it along when they are cloned.
 */
function own(view: Uint8Array): Uint8Array {
  const { byteLength } = view.buffer
  return byteLength <= 256 || byteLength <= 2 * view.length ? view : view.slice()
}
