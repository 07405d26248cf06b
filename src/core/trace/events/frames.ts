/** Real RFC 6455 frames, and the rule that one of them broke. */
import { Opcode } from '../../protocol/opcode.ts'
import { closePayloadOf, frameName, previewPayload } from '../describe/frame-payload.ts'
import { previewText } from '../describe/preview.ts'
import { MAX_TEXT } from '../event-limits.ts'
import { integer, optional, text, type Infer } from '../shape.ts'
import { octetsOfPayload, ofBody, withoutPayload } from './body.ts'
import { connectionEvent, name } from './event-base.ts'
import { receivedAt, say, sentFrom, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'
import { traceFrame, type TraceFrame } from './trace-frame.ts'

const frameSent = connectionEvent('frameSent', { frame: traceFrame })
export type FrameSent = Infer<typeof frameSent>

const frameReceived = connectionEvent('frameReceived', { frame: traceFrame })
export type FrameReceived = Infer<typeof frameReceived>

const frameError = connectionEvent('frameError', {
  message: text(MAX_TEXT),
  /** The close code that the error calls for (RFC 6455 §7.4.1); absent during the handshake. */
  code: optional(integer(0, 65_535)),
  /** For example `RFC 6455 §5.1`. */
  section: optional(name),
})
/** The peer broke a rule, or the connection failed for another reason. */
export type FrameError = Infer<typeof frameError>

export type FrameEvent = FrameSent | FrameReceived | FrameError

type ReadersOfFrames =
  | 'state'
  | 'merge'
  | 'hiddenCapture'
  | 'roundTrips'
  | 'tally'
  | 'wire'
  | 'chip'
  | 'carrier'
  | 'phrase'

export interface FrameReaders {
  readonly frameSent: ReadersOfFrames
  readonly frameReceived: ReadersOfFrames
  readonly frameError: 'wire' | 'failure'
}

interface WithFrame {
  readonly frame: TraceFrame
  readonly bodyOmitted?: number
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const frameFields = {
  opcode: field.number<WithFrame>(
    '1 text, 2 binary, 8 Close, 9 Ping, 10 Pong.',
    (e) => e.frame.opcode,
  ),
  fin: field.boolean<WithFrame>('Whether this frame ends its message.', (e) => e.frame.fin),
  rsv1: field.boolean<WithFrame>('RSV1, set by permessage-deflate.', (e) => e.frame.rsv1),
  masked: field.boolean<WithFrame>('Whether it carries a masking key.', (e) => e.frame.masked),
  header: field.string<WithFrame>('The octets before the payload, in hexadecimal.', (e) =>
    field.hex(e.frame.header),
  ),
  payload: field.string<WithFrame>(
    'The unmasked payload, in hexadecimal.',
    ofBody((e) => field.hex(e.frame.payload)),
  ),
  data: field.string<WithFrame>(
    'The unmasked payload, read as UTF-8.',
    ofBody((e) => utf8.decode(e.frame.payload)),
  ),
  size: field.number<WithFrame>('Octets of the payload.', octetsOfPayload),
  code: field.number<WithFrame>('The close code of a Close frame that has one.', (e) =>
    e.frame.opcode === Opcode.Close ? closePayloadOf(e.frame.payload)?.code : undefined,
  ),
}

const sizeOfFrame = ({ frame }: WithFrame): number =>
  frame.header.byteLength + frame.payload.byteLength

const octetsOfFrame = (event: WithFrame): number =>
  event.frame.header.byteLength + octetsOfPayload(event)

const traits = {
  fields: frameFields,
  seenBy: 'framesSeen',
  size: sizeOfFrame,
  withoutBody: withoutPayload,
  bytes: ({ frame }: WithFrame) => frame.payload,
  variant: ({ frame }: WithFrame) => frame.opcode,
  standard: 'RFC 6455 §5.2',
  isOnWire: true,
} as const

export const frameTraits: TraitsOf<FrameEvent> = {
  frameSent: { ...traits, shape: frameSent },
  frameReceived: { ...traits, shape: frameReceived, isArrival: true },
  frameError: {
    shape: frameError,
    fields: {
      message: field.string('What was wrong.', (e) => e.message),
      code: field.number('The close code that it calls for.', (e) => e.code),
      section: field.string('Where the rule is: `RFC 6455 §5.1`.', (e) => e.section),
    },
    seenBy: 'framesSeen',
    size: (e) => 2 * e.message.length,
    standard: 'RFC 6455 §7.1.7',
    isOnWire: true,
  },
}

/** Which part of a fragmented message a frame is (RFC 6455 §5.4). */
function fragmentKind({ opcode, fin }: TraceFrame): 'whole' | 'first' | 'middle' | 'last' {
  if (opcode === Opcode.Continuation) return fin ? 'last' : 'middle'
  return fin ? 'whole' : 'first'
}

const look = {
  group: 'frames',
  lane: 'browser',
  octets: octetsOfFrame,
  name: ({ frame }: WithFrame) => frameName(frame.opcode),
  sentence: ({ type, frame }: FrameSent | FrameReceived) =>
    say(
      `${type}.${fragmentKind(frame)}`,
      { frame: frameName(frame.opcode) },
      previewPayload(frame),
    ),
} as const

export const frameLooks: LooksOf<FrameEvent> = {
  // A frame is marked where it set out.
  frameSent: { ...look, direction: sentFrom, isMarked: () => true },
  frameReceived: { ...look, direction: receivedAt },
  frameError: {
    group: 'errors',
    lane: 'browser',
    tone: 'bad',
    isMarked: () => true,
    name: (e) => previewText(e.message),
    sentence: (e) =>
      e.code === undefined
        ? say('frameError', {}, e.message)
        : say('frameErrorCode', { code: String(e.code) }, e.message),
  },
}
