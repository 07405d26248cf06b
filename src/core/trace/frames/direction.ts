/** The frames of one direction of a connection, as one end of it sent or received them. */
import { isControl } from '../../protocol/opcode.ts'
import type { FrameReceived, FrameSent, Side } from '../event.ts'
import type { FoldableLog } from '../state.ts'

export type FrameEvent = FrameSent | FrameReceived
export type FrameLog = FoldableLog

/** The side that put the frame on the wire. */
export function senderOf({ type, side }: FrameEvent): Side {
  if (type === 'frameSent') return side
  return side === 'client' ? 'server' : 'client'
}

export function isDataFrame({ frame }: FrameEvent): boolean {
  return !isControl(frame.opcode)
}

/** The event `seq`, where it is a data frame that the same end sent or received. */
export function dataFrameAt(log: FrameLog, seq: number, like: FrameEvent): FrameEvent | undefined {
  const event = log.get(seq)
  if (event === undefined || (event.type !== 'frameSent' && event.type !== 'frameReceived'))
    return undefined
  return event.type === like.type &&
    event.side === like.side &&
    event.connectionId === like.connectionId &&
    isDataFrame(event)
    ? event
    : undefined
}

/** Whether events of this end were let go that may have been frames before the ones still held. */
export function hasReleasedFrames({ base }: FrameLog, like: FrameEvent): boolean {
  const connection = base.connections.findLast(({ id }) => id === like.connectionId)
  const counts = connection?.traffic[like.side][like.type === 'frameSent' ? 'sent' : 'received']
  return counts !== undefined && counts.frames > 0
}
