/** Which frames one message is made of (RFC 6455 §5.4). */
import { Opcode } from '../../protocol/opcode.ts'
import {
  dataFrameAt,
  hasReleasedFrames,
  isDataFrame,
  type FrameEvent,
  type FrameLog,
} from './direction.ts'

export interface MessageFrames {
  /** From the first one that is known, in order; the one that was asked about is among them. */
  readonly frames: readonly FrameEvent[]
  /** Of the one that was asked about. */
  readonly index: number
  /** Whether the frame that began the message is known. */
  readonly hasStart: boolean
  /** Whether the last one is among them. */
  readonly hasEnd: boolean
}

/**
 * The frames of the message that a data frame belongs to; null for a control frame.
 *
 * @param shownBefore Frames with this `seq` or a later one have not come yet.
 */
export function messageFrames(
  log: FrameLog,
  event: FrameEvent,
  shownBefore: number,
): MessageFrames | null {
  if (!isDataFrame(event)) return null
  const before: FrameEvent[] = []
  let first = event
  for (let seq = event.seq - 1; !isStart(first) && seq >= log.firstSeq; seq -= 1) {
    const frame = dataFrameAt(log, seq, event)
    // A frame that ends its message has nothing to do with a continuation after it.
    if (frame?.frame.fin === true) break
    if (frame === undefined) continue
    before.push(frame)
    first = frame
  }
  const frames = [...before.reverse(), event]
  let last = event
  const end = Math.min(shownBefore, log.nextSeq)
  for (let seq = event.seq + 1; !last.frame.fin && seq < end; seq += 1) {
    const frame = dataFrameAt(log, seq, event)
    if (frame === undefined) continue
    if (isStart(frame)) break
    frames.push(frame)
    last = frame
  }
  return {
    frames,
    index: before.length,
    hasStart: isStart(first),
    hasEnd: last.frame.fin,
  }
}

function isStart({ frame }: FrameEvent): boolean {
  return frame.opcode !== Opcode.Continuation
}

/**
 * Whether a fragmented message of the same sender was under way before the frame; undefined where
 * the log has released the frames before it.
 */
export function isInsideMessage(log: FrameLog, event: FrameEvent): boolean | undefined {
  for (let seq = event.seq - 1; seq >= log.firstSeq; seq -= 1) {
    const frame = dataFrameAt(log, seq, event)
    if (frame !== undefined) return !frame.frame.fin
  }
  return hasReleasedFrames(log, event) ? undefined : false
}
