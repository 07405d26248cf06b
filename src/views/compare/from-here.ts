/** What can be done to a run from one point of it on: "the same again, but". */
import { frameName, previewPayload } from '../../core/trace/describe/index.ts'
import type { FrameSent, Side } from '../../core/trace/event.ts'
import type { CutKind, PlannedIntervention } from '../../core/trace/intervention.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'

export interface Point {
  readonly log: ReadableLog
  /** Events with a smaller seq have happened. */
  readonly shownBefore: number
  /** Milliseconds since the run began. */
  readonly time: number
  /** The connection that is looked at: its id, and whether its transport is there. */
  readonly connection: { readonly id: string; readonly isThere: boolean } | null
  /** Something may still happen after it. */
  readonly goesOn: boolean
}

export const CUTS: readonly CutKind[] = ['fin', 'rst', 'silence']
/** Milliseconds. */
export const STALLS: readonly number[] = [1_000, 5_000, 30_000]
/** Milliseconds, one way. */
export const DELAYS: readonly number[] = [100, 500, 2_000]

/** A frame that could be lost, and what it carries: `TEXT “Hello”`. */
export interface LosableFrame {
  readonly planned: PlannedIntervention
  readonly side: Side
  readonly name: string
  /** When it set out, milliseconds. */
  readonly time: number
}

/** The frame that an event is about, where it is one that was sent: a receipt's is its sending. */
export function frameOf(log: ReadableLog, seq: number): LosableFrame | null {
  const event = log.get(seq)
  const sent =
    event?.type === 'frameReceived' && event.cause !== undefined ? log.get(event.cause) : event
  return sent?.type === 'frameSent' ? losable(sent) : null
}

/** Frames looked at to find the next one, so that a menu opens at once in any trace. */
const FARTHEST = 20_000

/** The next frame of either side that sets out on the connection. */
export function nextFrames({ log, shownBefore, connection }: Point): readonly LosableFrame[] {
  const found = new Map<Side, LosableFrame>()
  const end = Math.min(log.nextSeq, shownBefore + FARTHEST)
  for (let seq = Math.max(shownBefore, log.firstSeq); seq < end && found.size < 2; seq += 1) {
    const event = log.get(seq)
    if (event?.type !== 'frameSent' || event.connectionId !== connection?.id) continue
    if (!found.has(event.side)) found.set(event.side, losable(event))
  }
  return (['client', 'server'] as const).flatMap((side) => found.get(side) ?? [])
}

function losable({ seq, side, time, frame }: FrameSent): LosableFrame {
  const name = `${frameName(frame.opcode)} ${previewPayload(frame, 24)}`.trimEnd()
  return { planned: { kind: 'dropFrame', seq }, side, name, time }
}

/** So much later than all that happens at a time, milliseconds. */
const JUST_AFTER = 0.001

/** Of what is planned at a time: after all that happened at it. */
export function justAfter(time: number): number {
  return time + JUST_AFTER
}
