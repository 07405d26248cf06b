/** The octet at which the text of a message stops being UTF-8 (RFC 6455 §8.1). */
import { concatenate } from '../../protocol/octets.ts'
import { Opcode } from '../../protocol/opcode.ts'
import { findUtf8Error, type Utf8Error } from '../../protocol/utf8-error.ts'
import type { FrameEvent, FrameLog } from './direction.ts'
import { inflateFrame } from './inflate-frame.ts'
import { messageFrames } from './message-frames.ts'

export interface TextError {
  readonly error: Utf8Error
  /** The octets that `error` counts in: those of the message up to the end of this frame. */
  readonly octets: Uint8Array
  /** Where this frame's part of them begins. */
  readonly frameStart: number
  /** Whether they were compressed on the wire. */
  readonly compressed: boolean
}

/** Octets of a message to check. */
const MAX_READ = 16 * 1024 * 1024

/** The first wrong octet of a text message if it is in this frame; otherwise null. */
export function textErrorOf(log: FrameLog, event: FrameEvent): TextError | null {
  const message = messageFrames(log, event, event.seq + 1)
  const [first] = message?.frames ?? []
  if (message === null || first === undefined) return null
  if (message.frames.some(({ bodyOmitted }) => bodyOmitted !== undefined)) return null
  if (!message.hasStart || first.frame.opcode !== Opcode.Text) return null
  const pieces = first.frame.rsv1 ? inflated(log, message.frames) : plain(message.frames)
  if (pieces === null) return null
  const octets = concatenate(pieces)
  const frameStart = octets.length - (pieces.at(-1)?.length ?? 0)
  const error = findUtf8Error(octets)
  // What is cut off at the end of a fragment goes on in the next one.
  if (error === null || (error.rule === 'truncated' && !event.frame.fin)) return null
  if (error.at < frameStart) return null
  return { error, octets, frameStart, compressed: first.frame.rsv1 }
}

function plain(frames: readonly FrameEvent[]): Uint8Array[] | null {
  const pieces = frames.map(({ frame }) => frame.payload)
  return pieces.reduce((sum, { length }) => sum + length, 0) > MAX_READ ? null : pieces
}

function inflated(log: FrameLog, frames: readonly FrameEvent[]): Uint8Array[] | null {
  const pieces: Uint8Array[] = []
  for (const event of frames) {
    const inflation = inflateFrame(log, event)
    if (inflation?.kind !== 'inflated' || inflation.length > inflation.octets.length) return null
    pieces.push(inflation.octets)
  }
  return pieces
}
