/** A frame of the trace for the inspector, with its message. */
import { Opcode } from '../../../core/protocol/index.ts'
import {
  inflateFrame,
  messageFrames,
  senderOf,
  textErrorOf,
  violationsOf,
  type FrameEvent,
  type FrameLog,
  type Inflation,
} from '../../../core/trace/frames/index.ts'
import type { MessageData } from '../../../core/trace/event.ts'
import { octetsOfPayload } from '../../../core/trace/events/body.ts'
import { frameAnatomy, type FrameAnatomy } from './frame-anatomy.ts'
import { wrongOctetOf, type WrongOctet } from './wrong-octet.ts'

export interface FrameView {
  /** Null if nobody saw the header. */
  readonly anatomy: FrameAnatomy | null
  readonly compression: CompressionView | null
  readonly wrongOctet: WrongOctet | null
}

export type CompressionView =
  | (Extract<Inflation, { kind: 'inflated' }> & {
      /** Octets on the wire. */
      readonly compressed: number
      /** The inflated data, or its beginning. */
      readonly data: MessageData
    })
  | Extract<Inflation, { kind: 'impossible' }>

export function frameView(log: FrameLog, event: FrameEvent): FrameView {
  const textError = textErrorOf(log, event)
  const wrong =
    textError === null || textError.compressed
      ? undefined
      : // The last octet of a text that ends too early.
        Math.min(textError.error.at - textError.frameStart, event.frame.payload.length - 1)
  return {
    anatomy: frameAnatomy(event.frame, {
      sender: senderOf(event),
      violations: violationsOf(log, event),
      ...(wrong === undefined || wrong < 0 ? {} : { wrongPayloadOctet: wrong }),
    }),
    compression: compressionOf(log, event),
    wrongOctet: textError === null ? null : wrongOctetOf(textError),
  }
}

function compressionOf(log: FrameLog, event: FrameEvent): CompressionView | null {
  const inflation = inflateFrame(log, event)
  if (inflation === null || inflation.kind === 'impossible') return inflation
  const [first = event] = messageFrames(log, event, event.seq + 1)?.frames ?? []
  return {
    ...inflation,
    compressed: event.frame.payload.length,
    data: dataOf(inflation.octets, first.frame.opcode === Opcode.Text),
  }
}

/** A fragment of a text may begin or end inside a character: then it is shown as bytes. */
function dataOf(octets: Uint8Array, isText: boolean): MessageData {
  if (isText) {
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      return { kind: 'text', text: decoder.decode(octets) }
    } catch {
      // Bytes are clearer than replacement characters.
    }
  }
  return { kind: 'binary', bytes: octets }
}

/** A frame as one part of its message (RFC 6455 §5.4). */
export interface MessagePart {
  readonly seq: number
  readonly octets: number
  readonly isThis: boolean
  readonly isStart: boolean
  readonly isEnd: boolean
}

export interface MessageParts {
  /** The first, the last and those near this one. */
  readonly parts: readonly MessagePart[]
  /** The number of parts, and this one's place among them, from 1. */
  readonly count: number
  readonly number: number
  /** Of all payloads together. */
  readonly octets: number
  readonly isText: boolean
  readonly hasStart: boolean
  readonly hasEnd: boolean
}

/** Listed parts on each side. */
const NEAR = 4

/** Null for a message of one frame and for a control frame. */
export function messageParts(
  log: FrameLog,
  event: FrameEvent,
  shownBefore: number,
): MessageParts | null {
  const message = messageFrames(log, event, shownBefore)
  if (message === null) return null
  const { frames, index, hasStart, hasEnd } = message
  if (frames.length === 1 && hasStart && hasEnd) return null
  const last = frames.length - 1
  const parts = frames.map((part, at) => ({
    seq: part.seq,
    octets: octetsOfPayload(part),
    isThis: at === index,
    isStart: at === 0 && hasStart,
    isEnd: at === last && hasEnd,
  }))
  return {
    parts: parts.filter((_, at) => at === 0 || at === last || Math.abs(at - index) <= NEAR),
    count: frames.length,
    number: index + 1,
    octets: parts.reduce((sum, { octets }) => sum + octets, 0),
    isText: frames[0]?.frame.opcode === Opcode.Text,
    hasStart,
    hasEnd,
  }
}
