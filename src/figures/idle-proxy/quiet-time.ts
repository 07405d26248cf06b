/** A connection on which nobody says anything, for five minutes behind a proxy. */
import type { Side, TraceEvent } from '../../core/trace/event.ts'

/** How long it is watched, milliseconds. */
export const END = 300_000
/** From here on, a tab in the background has its timers slowed, milliseconds. */
export const HIDDEN_FROM = 60_000
/** One way, milliseconds. */
export const LATENCY = 40

export const ASKERS = ['nobody', 'page', 'server'] as const
export type Asker = (typeof ASKERS)[number]
export const TABS = ['front', 'background'] as const
export type Tab = (typeof TABS)[number]
/** After how many seconds of silence the proxy cuts, as text: it is chosen among these. */
export const LIMITS = ['30', '60', '300'] as const
export type Limit = (typeof LIMITS)[number]
/** Seconds from one ping to the next. */
export const INTERVALS = [5, 10, 15, 20, 25, 30, 40, 50, 59, 61, 90, 120] as const

export interface Settings {
  readonly asker: Asker
  readonly tab: Tab
  readonly limit: Limit
  /** Seconds. */
  readonly every: number
}

export const FIRST_SETTINGS: Settings = { asker: 'nobody', tab: 'front', limit: '60', every: 25 }

export interface Ping {
  readonly from: Side
  /** When it was sent, milliseconds. */
  readonly time: number
}

export interface QuietTime {
  readonly settings: Settings
  readonly pings: readonly Ping[]
  /** When the page's `close` event fired, milliseconds; null if the connection outlasted it all. */
  readonly cutAt: number | null
  /** Octets of a ping and its answer, headers of frames included. */
  readonly octetsOfPing: number
}

/** What a run has to tell. */
export function readQuietTime(settings: Settings, trace: readonly TraceEvent[]): QuietTime {
  const frames = trace.filter((event) => event.type === 'frameSent')
  const from: Side = settings.asker === 'server' ? 'server' : 'client'
  const pings = frames.filter(({ side }) => side === from).map(({ time }) => ({ from, time }))
  const cut = trace.find((event) => event.type === 'eventFired' && event.eventType === 'close')
  const answer = frames.find(({ side }) => side !== from)
  const [first] = frames
  return {
    settings,
    pings,
    cutAt: cut?.time ?? null,
    octetsOfPing: octetsOf(first) + octetsOf(answer),
  }
}

function octetsOf(sent: Extract<TraceEvent, { type: 'frameSent' }> | undefined): number {
  return sent === undefined ? 0 : sent.frame.header.length + sent.frame.payload.length
}

/** Of so many clients. */
export const MANY = 10_000

/** Pings a second that a server with many clients has to deal with. */
export const pingsPerSecond = ({ every }: Settings): number => MANY / every

/** Octets an hour, of one client. */
export const octetsPerHour = ({ settings, octetsOfPing }: QuietTime): number =>
  (3600 / settings.every) * octetsOfPing

/** A point in time as a part of the width. */
export const percent = (time: number): string => `${((time / END) * 100).toFixed(2)}%`
