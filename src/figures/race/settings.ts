/** The four ways to bring updates to a page, in the order in which they are drawn. */
export const LANES = ['polling', 'longPolling', 'eventSource', 'webSocket'] as const
export type Lane = (typeof LANES)[number]

/** How many updates a race is about. */
export const UPDATES = 60

/** What a reader can change. Times are in milliseconds. */
export interface RaceSettings {
  /** Between two updates, on average. */
  readonly gap: number
  /** From a poll's answer to the next poll. */
  readonly pollEvery: number
  /** One way. */
  readonly latency: number
  /** Octets of the header field that goes with each request, as cookies do; 0 is none. */
  readonly cookie: number
  /** Whether a connection is kept for the next request. */
  readonly keepAlive: boolean
}

export const DEFAULTS: RaceSettings = {
  gap: 1000,
  pollEvery: 1000,
  latency: 40,
  cookie: 500,
  keepAlive: true,
}

/** What can be chosen for each setting that is a number. */
export const CHOICES = {
  gap: [200, 1000, 5000],
  pollEvery: [500, 1000, 2000, 5000],
  latency: [10, 40, 150, 400],
  cookie: [0, 500, 2000],
} as const satisfies { readonly [K in keyof RaceSettings]?: readonly RaceSettings[K][] }

export type NumberSetting = keyof typeof CHOICES

/** When the first update can be: four trips later the slowest of the four is connected. */
export const leadOf = ({ latency }: RaceSettings): number => 4 * latency

/** About how long the race takes, in milliseconds of its own clock. */
export const durationOf = (settings: RaceSettings): number =>
  leadOf(settings) + UPDATES * settings.gap

/** How much of the race its picture shows at a time, in milliseconds. */
export const windowOf = ({ gap, pollEvery, latency }: RaceSettings): number =>
  Math.max(7 * gap, 2.5 * pollEvery, 10 * latency)
