/** A panel that is shown and hidden, and the sockets and timers that it begins. */
import type { TraceEvent } from '../../core/trace/event.ts'

/** From one click to the next, milliseconds. */
export const STEP = 1000
export const MAX_CLICKS = 10
/** The whole width, milliseconds. */
export const END = (MAX_CLICKS + 1) * STEP
/** One way, milliseconds. */
export const LATENCY = 40

export const CLEANUPS = ['none', 'closes'] as const
export type Cleanup = (typeof CLEANUPS)[number]
export const MOUNTINGS = ['once', 'twice'] as const
export type Mounting = (typeof MOUNTINGS)[number]

export interface Settings {
  readonly cleanup: Cleanup
  readonly mounting: Mounting
  /** The first shows the panel, the next hides it, and so on. */
  readonly clicks: number
}

export const FIRST_SETTINGS: Settings = { cleanup: 'none', mounting: 'once', clicks: 5 }

export const isShown = ({ clicks }: Settings): boolean => clicks % 2 === 1

/** When a click comes, milliseconds. */
export const timeOf = (click: number): number => (click + 1) * STEP

/** When the watching ends: a moment before the next click would come, milliseconds. */
export const nowOf = ({ clicks }: Settings): number => timeOf(clicks)

/** A stretch of time, milliseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** When the panel was there. */
export function shownStretches(settings: Settings): readonly Stretch[] {
  const shows = Math.ceil(settings.clicks / 2)
  return Array.from({ length: shows }, (_, index) => ({
    from: timeOf(2 * index),
    to: Math.min(timeOf(2 * index + 1), nowOf(settings)),
  }))
}

export interface Socket {
  readonly from: number
  /** When it was CLOSING; null if it is live still. */
  readonly closedAt: number | null
}

export interface Mounts {
  readonly settings: Settings
  readonly sockets: readonly Socket[]
  /** How many run at the end. */
  readonly timers: number
}

/** What a run has to tell. */
export function readMounts(settings: Settings, trace: readonly TraceEvent[]): Mounts {
  const own = trace.filter(({ side }) => side === 'client')
  const sockets = own.flatMap((event) => {
    if (event.type !== 'created') return []
    const closing = own.find(
      (other) =>
        other.type === 'readyStateChanged' &&
        other.connectionId === event.connectionId &&
        other.to >= 2,
    )
    return [{ from: event.time, closedAt: closing?.time ?? null }]
  })
  const countOf = (type: TraceEvent['type']) => own.filter((event) => event.type === type).length
  return { settings, sockets, timers: countOf('timerSet') - countOf('timerCleared') }
}

export const liveOf = ({ sockets }: Mounts): number =>
  sockets.filter(({ closedAt }) => closedAt === null).length

/** Whether there is as much as the panel needs, and no more. */
export function isRight(mounts: Mounts): boolean {
  const needed = isShown(mounts.settings) ? 1 : 0
  return liveOf(mounts) === needed && mounts.timers === needed
}

/** A point in time as a part of the width. */
export const percent = (time: number): string => `${((time / END) * 100).toFixed(2)}%`
