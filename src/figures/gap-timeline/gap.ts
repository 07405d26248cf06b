/** Numbered messages, a connection that is lost for a while, and what the page shows in the end. */

/** From one message to the next, milliseconds. */
export const STEP = 500
export const MESSAGES = 18
/** The whole width, milliseconds. */
export const END = (MESSAGES + 1) * STEP
/** One way, milliseconds. */
export const LATENCY = 40
/** When the connection is lost, milliseconds: a message is on its way. */
export const LOST_AT = 3020

/** What the page says when it is back: nothing of what it has, its last number, or "all of it". */
export const REJOINS = ['join', 'resume', 'everything'] as const
export type Rejoin = (typeof REJOINS)[number]
/** How long it is away, seconds. */
export const ABSENCES = ['1', '2', '4'] as const
export type Absence = (typeof ABSENCES)[number]

export interface Settings {
  readonly rejoin: Rejoin
  readonly absence: Absence
}

export const FIRST_SETTINGS: Settings = { rejoin: 'join', absence: '2' }

/** A message that came to the page. */
export interface Arrival {
  readonly number: number
  /** Milliseconds. */
  readonly time: number
}

export interface Gap {
  readonly settings: Settings
  readonly arrivals: readonly Arrival[]
  /** When the page was back, milliseconds. */
  readonly backAt: number
}

/** When the server says the message with this number, milliseconds. */
export const saidAt = (number: number): number => number * STEP

export interface Fate {
  readonly number: number
  /** When it came to the page, each time, milliseconds. */
  readonly came: readonly number[]
}

/** What became of each message. */
export function fatesOf({ arrivals }: Gap): readonly Fate[] {
  return Array.from({ length: MESSAGES }, (_, index) => {
    const number = index + 1
    const came = arrivals.filter((arrival) => arrival.number === number).map(({ time }) => time)
    return { number, came }
  })
}

export interface Counts {
  readonly once: number
  readonly missing: number
  readonly twice: number
}

export function countsOf(gap: Gap): Counts {
  const times = fatesOf(gap).map(({ came }) => came.length)
  const having = (is: (count: number) => boolean) => times.filter(is).length
  return {
    once: having((count) => count === 1),
    missing: having((count) => count === 0),
    twice: having((count) => count > 1),
  }
}

/** A point in time as a part of the width. */
export const percent = (time: number): string => `${((time / END) * 100).toFixed(2)}%`
