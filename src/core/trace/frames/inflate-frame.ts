/** What the compressed payload of a frame was before it was compressed (RFC 7692 §7.2.2). */
import { Opcode } from '../../protocol/opcode.ts'
import { Inflater } from '../../protocol/permessage-deflate.ts'
import { ProtocolViolation } from '../../protocol/protocol-violation.ts'
import {
  dataFrameAt,
  hasReleasedFrames,
  senderOf,
  type FrameEvent,
  type FrameLog,
} from './direction.ts'
import { messageFrames } from './message-frames.ts'
import { negotiatedDeflate } from './negotiated-deflate.ts'

/** Why a compressed payload stays one. */
export type InflationObstacle =
  /** Nobody saw what was negotiated, or an earlier frame that it looks back to. */
  | 'hidden'
  /** The negotiation did not agree to compression, so RSV1 has no meaning. */
  | 'notNegotiated'
  /** It looks back to frames that the log has let go. */
  | 'released'
  /** It is no deflate stream, or looks back to what never arrived. */
  | 'invalid'
  /** It would take longer than an answer may take. */
  | 'tooMuch'

export type Inflation =
  | {
      readonly kind: 'inflated'
      /** The first `MAX_KEPT` octets of what this frame's payload decompresses to. */
      readonly octets: Uint8Array
      /** How many there are. */
      readonly length: number
      /** The sender keeps its window from message to message. */
      readonly takeover: boolean
      /** Earlier compressed messages that the window may hold a part of. */
      readonly earlierMessages: number
      /** The base-2 logarithm of the sender's window in octets. */
      readonly windowBits: number
    }
  | { readonly kind: 'impossible'; readonly why: InflationObstacle }

/** Octets. */
const MAX_KEPT = 64 * 1024
/** Octets, compressed or decompressed, that are gone through for one answer. */
const MAX_READ = 24 * 1024 * 1024

class TooMuch extends Error {}

/**
 * Decompresses the payload of one frame, with all that came before it in its direction where the
 * window is kept; null where the frame is not a part of a compressed message.
 */
export function inflateFrame(log: FrameLog, event: FrameEvent): Inflation | null {
  const message = messageFrames(log, event, event.seq + 1)
  if (message === null) return null
  const [first = event] = message.frames
  if (!first.frame.rsv1) return null

  const deflate = negotiatedDeflate(log, event.connectionId)
  if (deflate === undefined) return impossible('hidden')
  if (deflate === 'none') return impossible('notNegotiated')
  if (!message.hasStart) return impossible('released')
  const isClient = senderOf(event) === 'client'
  const takeover = !(isClient ? deflate.clientNoContextTakeover : deflate.serverNoContextTakeover)
  const windowBits = isClient ? deflate.clientMaxWindowBits : deflate.serverMaxWindowBits
  if (takeover && hasReleasedFrames(log, event)) return impossible('released')

  const earlier = takeover ? compressedFramesBefore(log, first) : []
  const frames = [...earlier, ...message.frames]
  if (frames.some(({ bodyOmitted }) => bodyOmitted !== undefined)) return impossible('released')
  if (frames.some(({ provenance }) => provenance !== 'observed')) return impossible('hidden')
  try {
    const { octets, length } = inflateLast(frames, windowBits)
    const earlierMessages = earlier.filter(({ frame }) => frame.fin).length
    return { kind: 'inflated', octets, length, takeover, earlierMessages, windowBits }
  } catch (error) {
    if (error instanceof TooMuch) return impossible('tooMuch')
    if (error instanceof ProtocolViolation) return impossible('invalid')
    throw error
  }
}

function impossible(why: InflationObstacle): Inflation {
  return { kind: 'impossible', why }
}

/** The frames of all compressed messages of this direction that began before `first`. */
function compressedFramesBefore(log: FrameLog, first: FrameEvent): FrameEvent[] {
  const frames: FrameEvent[] = []
  let isCompressed = false
  for (let seq = log.firstSeq; seq < first.seq; seq += 1) {
    const event = dataFrameAt(log, seq, first)
    if (event === undefined) continue
    if (event.frame.opcode !== Opcode.Continuation) isCompressed = event.frame.rsv1
    if (isCompressed) frames.push(event)
  }
  return frames
}

/** What the last frame decompresses to, after all before it. */
function inflateLast(
  frames: readonly FrameEvent[],
  windowBits: number,
): { readonly octets: Uint8Array; readonly length: number } {
  const inflater = new Inflater({ windowBits, noContextTakeover: false })
  const kept = new Uint8Array(MAX_KEPT)
  let length = 0
  let read = 0
  const count = (octets: number): void => {
    read += octets
    if (read > MAX_READ) throw new TooMuch()
  }
  for (const [index, { frame }] of frames.entries()) {
    const isLast = index === frames.length - 1
    count(frame.payload.length)
    inflater.inflate(frame.payload, frame.fin, (piece) => {
      count(piece.length)
      if (!isLast) return
      if (length < MAX_KEPT) kept.set(piece.subarray(0, MAX_KEPT - length), length)
      length += piece.length
    })
  }
  return { octets: kept.slice(0, Math.min(length, MAX_KEPT)), length }
}
