/** One test on two networks, which differ in their clocks alone. */
import type { TraceEvent } from '../../core/trace/event.ts'

export const CLOCKS = ['real', 'virtual'] as const
export type ClockKind = (typeof CLOCKS)[number]

/** How long the server takes to answer, seconds. */
export const DELAYS = ['1', '3', '10'] as const
export type Delay = (typeof DELAYS)[number]
export const FIRST_DELAY: Delay = '3'

/** One way, milliseconds. */
export const LATENCY = 40

/** When it happened, by the network's clock since the test began, milliseconds; null: not yet. */
export interface Progress {
  readonly said: number | null
  readonly answered: number | null
}
export const NOTHING_YET: Progress = { said: null, answered: null }

/**
 * What a run has to tell so far.
 * @param began by the network's clock, milliseconds
 */
export function readProgress(trace: readonly TraceEvent[], began: number): Progress {
  const timeOf = (type: TraceEvent['type']) => {
    const event = trace.find((one) => one.side === 'client' && one.type === type)
    return event === undefined ? null : event.time - began
  }
  return { said: timeOf('messageSent'), answered: timeOf('messageReceived') }
}

/** The whole width: the answer, and some room after it, milliseconds. */
export const widthOf = (delay: Delay): number => Number(delay) * 1200 + 400

/** A point in time as a part of the width. */
export const percent = (time: number, delay: Delay): string =>
  `${((Math.min(time, widthOf(delay)) / widthOf(delay)) * 100).toFixed(2)}%`
