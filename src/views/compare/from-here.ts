/** "The same again, but": what can be changed in a run from one point on. */
import { frameName, previewPayload } from '../../core/trace/describe/index.ts'
import type { FrameSent, Side } from '../../core/trace/event.ts'
import type { CutKind, PlannedIntervention } from '../../core/trace/intervention.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'

export const CUTS: readonly CutKind[] = ['fin', 'rst', 'silence']
/** What can take longer, its texts, and by how much or for how long: milliseconds, one way for a delay. */
export const SLOWINGS = [
  { kind: 'stallServer', what: 'stall', by: 'duration', durations: [1_000, 5_000, 30_000] },
  { kind: 'delay', what: 'delay', by: 'more', durations: [100, 500, 2_000] },
  { kind: 'slowTimers', what: 'background', by: 'duration', durations: [120_000, 600_000] },
] as const

/** A frame that could be lost. */
export interface LosableFrame {
  readonly planned: PlannedIntervention
  readonly side: Side
  /** With the start of its payload: `TEXT “Hello”`. */
  readonly name: string
  /** When it was sent, milliseconds. */
  readonly time: number
}

/** The frame that an event sends or receives, as it was sent. */
export function frameOf(log: ReadableLog, seq: number): LosableFrame | null {
  const event = log.get(seq)
  const sent =
    event?.type === 'frameReceived' && event.cause !== undefined ? log.get(event.cause) : event
  return sent?.type === 'frameSent' ? losable(sent) : null
}

/** How far to look for the next frame, so that the menu opens at once in any trace. */
const FARTHEST = 20_000

/** The next frame that each side sends on the connection. */
export function nextFrames(
  log: ReadableLog,
  shownBefore: number,
  connectionId: string | undefined,
): readonly LosableFrame[] {
  const found = new Map<Side, LosableFrame>()
  const end = Math.min(log.nextSeq, shownBefore + FARTHEST)
  for (let seq = Math.max(shownBefore, log.firstSeq); seq < end && found.size < 2; seq += 1) {
    const event = log.get(seq)
    if (event?.type !== 'frameSent' || event.connectionId !== connectionId) continue
    if (!found.has(event.side)) found.set(event.side, losable(event))
  }
  return (['client', 'server'] as const).flatMap((side) => found.get(side) ?? [])
}

function losable({ seq, side, time, frame }: FrameSent): LosableFrame {
  const name = `${frameName(frame.opcode)} ${previewPayload(frame, 24)}`.trimEnd()
  return { planned: { kind: 'dropFrame', seq }, side, name, time }
}

/** Milliseconds. */
const JUST_AFTER = 0.001

/** When to plan something so that it comes after all that happens at `time`. */
export function justAfter(time: number): number {
  return time + JUST_AFTER
}
