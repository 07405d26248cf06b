/** The frame that broke the rule which failed a connection. */
import { frameViolations, type FrameViolation } from '../../protocol/frame-violations.ts'
import type { FrameError } from '../event.ts'
import { senderOf, type FrameEvent, type FrameLog } from './direction.ts'
import { isInsideMessage } from './message-frames.ts'
import { negotiatedDeflate } from './negotiated-deflate.ts'
import { textErrorOf } from './text-error.ts'

/** Every rule that a frame breaks, as far as the trace knows what has to be known for it. */
export function violationsOf(log: FrameLog, event: FrameEvent): FrameViolation[] {
  // The rules about lengths need the payload.
  if (event.bodyOmitted !== undefined) return []
  const deflate = negotiatedDeflate(log, event.connectionId)
  const insideMessage = isInsideMessage(log, event)
  return frameViolations(event.frame, {
    sender: senderOf(event),
    ...(deflate === undefined ? {} : { deflate: deflate !== 'none' }),
    ...(insideMessage === undefined ? {} : { insideMessage }),
  })
}

/**
 * Among the frames of the chunk whose arrival the error followed, the first that breaks a rule;
 * undefined where none does, as when the frame was failed before it was complete.
 */
export function brokenFrame(log: FrameLog, error: FrameError): FrameEvent | undefined {
  let found: FrameEvent | undefined
  for (let seq = error.seq - 1; seq >= log.firstSeq; seq -= 1) {
    const event = log.get(seq)
    if (event === undefined || !('connectionId' in event)) continue
    if (event.connectionId !== error.connectionId || event.side !== error.side) continue
    if (event.type === 'bytesReceived') return found
    if (event.type !== 'frameReceived') continue
    if (violationsOf(log, event).length > 0 || textErrorOf(log, event) !== null) found = event
  }
  return found
}
