/** What a finished race has shown, to be put into words. */
import { LANES, type Lane } from './settings.ts'
import type { LaneNumbers, RaceNumbers } from './tally.ts'

export interface Outcome {
  /** The ways that moved the most bytes and the fewest, and how many times as many. */
  readonly most: Lane
  readonly fewest: Lane
  readonly times: number
}

export function outcomeOf(numbers: RaceNumbers): Outcome {
  const [fewest, ...others] = [...LANES].sort((one, two) => numbers[one].bytes - numbers[two].bytes)
  const most = others.at(-1)
  // `LANES` has four.
  if (fewest === undefined || most === undefined) throw new Error('there are no lanes')
  return { most, fewest, times: numbers[most].bytes / Math.max(numbers[fewest].bytes, 1) }
}

/** The part of a way's bytes that are headers, 0 to 1. */
export const headerShare = ({ headers, bytes }: LaneNumbers): number =>
  bytes === 0 ? 0 : headers / bytes
