/** Two hundred clients that lose their server at the same moment, and come back. */

export const CLIENTS = 200
/** How long they are watched, milliseconds. */
export const END = 60_000
/** One way, milliseconds. */
export const LATENCY = 40
/** Attempts are counted in stretches of so many milliseconds. */
export const BIN = 500

/** `fixed`: a second each time. `doubling`: 1, 2, 4 … 30 s. `jitter`: by chance below those. */
export const WAYS = ['fixed', 'doubling', 'jitter'] as const
export type Way = (typeof WAYS)[number]
/** Seconds, as text: they are chosen among these. */
export const OUTAGES = ['2', '10', '30'] as const
export type Outage = (typeof OUTAGES)[number]

export interface Settings {
  readonly way: Way
  readonly outage: Outage
}
export const FIRST_SETTINGS: Settings = { way: 'doubling', outage: '10' }

const FIRST_CEILING = 1000
const HIGHEST_CEILING = 30_000

/**
 * How long a client waits, milliseconds.
 * @param failures how many attempts have failed since the loss
 * @param random from 0 to 1
 */
export function waitOf(way: Way, failures: number, random: number): number {
  const ceiling = Math.min(FIRST_CEILING * 2 ** failures, HIGHEST_CEILING)
  switch (way) {
    case 'fixed':
      return FIRST_CEILING
    case 'doubling':
      return ceiling
    case 'jitter':
      return random * ceiling
  }
}

/** What a run has to tell: milliseconds since the loss. */
export interface Report {
  readonly attempts: readonly number[]
  readonly opened: readonly number[]
}

export interface Herd {
  readonly settings: Settings
  /** Attempts in each stretch, from the first to the last. */
  readonly attempts: readonly number[]
  readonly all: number
  /** Of the clients that are back: the time by which half of them were, and all of them. */
  readonly halfBackAt: number | null
  readonly allBackAt: number | null
}

export function readHerd(settings: Settings, { attempts, opened }: Report): Herd {
  const bins = Array.from({ length: END / BIN }, () => 0)
  for (const time of attempts) {
    const index = Math.floor(time / BIN)
    if (index < bins.length) bins[index] = (bins[index] ?? 0) + 1
  }
  const back = [...opened].sort((one, other) => one - other)
  return {
    settings,
    attempts: bins,
    all: attempts.length,
    halfBackAt: back[CLIENTS / 2 - 1] ?? null,
    allBackAt: back[CLIENTS - 1] ?? null,
  }
}

export const highestOf = ({ attempts }: Herd): number => Math.max(...attempts)

/** A point in time as a part of the width. */
export const percent = (time: number): string => `${((time / END) * 100).toFixed(2)}%`
