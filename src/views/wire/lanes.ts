/** Where the lanes of the wire are, in pixels of the usual text size: `text-size.ts`. */
import { rem } from '../../ui/text-size.ts'

export interface Lanes {
  readonly width: number
  /** The left edge of the program's words. */
  readonly code: number
  /** The middle of the first connection's ribbon. */
  readonly browser: number
  /** From the middle of one ribbon to the next. */
  readonly pitch: number
  /** The middle of the last ribbon. */
  readonly lastRibbon: number
  readonly server: number
  /** The left edge of the server program's words, where they have room beyond its line. */
  readonly serverProgram?: number
}

/** Below this width, in CSS pixels, lanes move close together. */
const NARROW = 480
/** From this width on, the server program has a lane beyond the server's line. */
const WIDE = 560

/**
 * @param columns how many ribbons are side by side.
 * @param serverSpeaks the server program has something to show: console lines, timers, errors.
 */
export function lanesOf(width: number, columns: number, serverSpeaks: boolean): Lanes {
  const isNarrow = width < NARROW
  // Room for `1,000.0` and for `10,000.0`.
  const code = isNarrow ? 58 : 66
  const beyond = serverSpeaks && width >= WIDE
  const beside = beyond ? Math.round(Math.min(190, width * 0.19)) : isNarrow ? 24 : 48
  const share = beyond ? 0.34 : isNarrow ? 0.43 : 0.4
  const browser = Math.round(Math.max(140, Math.min(260, width * share)))
  const pitch = isNarrow ? 9 : 13
  return {
    width,
    code,
    browser,
    pitch,
    lastRibbon: browser + pitch * Math.max(0, columns - 1),
    server: width - beside,
    ...(beyond ? { serverProgram: width - beside + 14 } : {}),
  }
}

/** The middle of the ribbon in a column. */
export function ribbonOf({ browser, pitch }: Lanes, column: number): number {
  return browser + pitch * column
}

/** The lanes as the properties that the wire's styles read. */
export function measuresOf(lanes: Lanes): Readonly<Record<`--${string}`, string>> {
  return {
    '--code': rem(lanes.code),
    '--browser': rem(lanes.browser),
    '--ribbons': rem(lanes.lastRibbon),
    '--server': rem(lanes.server),
    '--server-program': rem(lanes.serverProgram ?? lanes.width),
  }
}
