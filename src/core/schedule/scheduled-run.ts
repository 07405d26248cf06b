/** What a run under a schedule did, as far as the search looks at it. */
import type { TraceEvent } from '../trace/event.ts'

export interface ScheduledRun {
  readonly events: readonly TraceEvent[]
  /** When it ended, milliseconds. */
  readonly end: number
  /** Nothing was left that could still have happened. */
  readonly isIdle: boolean
}

/** The run that every other is compared with: nothing is done to it from outside. */
export interface PlainRun extends ScheduledRun {
  /** Up to when others are disturbed, milliseconds. */
  readonly until: number
}

/**
 * Milliseconds that a run goes on after the last intervention can have begun: time enough to come
 * back, to send again and to catch up, even for a tab in the background.
 */
const QUIET_TIME = 130_000

/** What is disturbed of a run that never comes to an end by itself, milliseconds. */
const BUSY_TIME = 30_000
/** And of one that does. */
const MAX_TIME = 60_000

/** Up to when interventions begin. What the plain run does later nobody asks for. */
export function disturbedUntil(until: number | null, plain: ScheduledRun): number {
  return Math.min(plain.end, until ?? (plain.isIdle ? MAX_TIME : BUSY_TIME))
}

/** How far a run under a schedule is computed, milliseconds: the plain one too. */
export function horizonOf(until: number | null): number {
  return (until ?? MAX_TIME) + QUIET_TIME
}

/** When events of the run happen between which it stands still, ascending and without repetition. */
export function momentsOf({ events }: ScheduledRun, from: number, to: number): readonly number[] {
  const times = new Set<number>()
  for (const event of events) {
    if (event.time < from || event.time > to) continue
    if (isTurningPoint(event)) times.add(event.time)
  }
  return [...times].sort((one, other) => one - other)
}

function isTurningPoint({ type }: TraceEvent): boolean {
  switch (type) {
    case 'created':
    case 'readyStateChanged':
    case 'willSendHandshakeRequest':
    case 'handshakeResponseSent':
    case 'handshakeResponseReceived':
    case 'frameSent':
    case 'frameReceived':
    case 'httpRequest':
    case 'httpResponse':
    case 'timerFired':
    case 'userInput':
      return true
    default:
      return false
  }
}

/**
 * A time in each stretch between two moments, as what happens in one stretch comes to the same; both
 * ends of a long one, which is no quiet wait for what was sent.
 */
export function pointsBetween(moments: readonly number[], end: number): readonly number[] {
  return moments.flatMap((moment, index) => {
    const next = moments[index + 1] ?? end
    const length = next - moment
    if (length <= 0) return []
    return length > LONG ? [moment + 1, next - 1] : [moment + length / 2]
  })
}

/** Milliseconds. */
const LONG = 500
