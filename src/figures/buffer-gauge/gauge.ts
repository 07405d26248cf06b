/** A photo and a short message on one connection, and what waits in the buffer meanwhile. */

/** Octets of the photo, and of each of its pieces. */
export const PHOTO = 3_000_000
export const PIECE = 16 * 1024
/** How long it is watched, milliseconds. */
export const END = 13_000
/** When the message is sent, milliseconds; the photo begins at 0. */
export const SAID_AT = 1000
/** One way, milliseconds. */
export const LATENCY = 40
/** The gauge is read every so many milliseconds. */
export const STEP = 100

/** How much may wait, in octets, as text: it is chosen among these. `all`: the photo at once. */
export const LIMITS = ['65536', '262144', '1048576', 'all'] as const
export type Limit = (typeof LIMITS)[number]
/** Octets a second, as text. */
export const LINES = ['250000', '1000000'] as const
export type Line = (typeof LINES)[number]

export interface Settings {
  readonly limit: Limit
  readonly line: Line
}
export const FIRST_SETTINGS: Settings = { limit: 'all', line: '1000000' }

export interface Gauge {
  readonly settings: Settings
  /** `bufferedAmount` at each step, from the first. */
  readonly buffered: readonly number[]
  /** The most that there was at any time. */
  readonly highest: number
  /** When the server had the message, and all of the photo: milliseconds. */
  readonly messageAt: number
  readonly photoAt: number
}

/** A point in time as a part of the width. */
export const percent = (time: number): string => `${((time / END) * 100).toFixed(2)}%`

/**
 * The outline of what was buffered, as points of an SVG polygon in a box of 100 by 100: the time to
 * the right, octets upwards, the whole photo at the top.
 */
export function outlineOf({ buffered }: Gauge): string {
  const points = buffered.map((octets, index) => {
    const x = ((index * STEP) / END) * 100
    return `${x.toFixed(2)},${heightOf(octets).toFixed(2)}`
  })
  return ['0,100', ...points, '100,100'].join(' ')
}

/** How far from the top of such a box. */
export const heightOf = (octets: number): number => 100 - (octets / PHOTO) * 100
