/** What a finished race has shown, to be put into words. */
import { GUESSED } from './guess.ts'
import type { LaneNumbers, RaceNumbers } from './tally.ts'

type Guessed = (typeof GUESSED)[number]

export interface Outcome {
  /** Of the ways that were guessed, the one that moved fewer bytes, and how many times as many the other did. */
  readonly less: Guessed
  readonly more: Guessed
  readonly times: number
}

export function outcomeOf(numbers: RaceNumbers): Outcome {
  const isDearer = numbers.polling.bytes >= numbers.webSocket.bytes
  const [less, more] = isDearer
    ? (['webSocket', 'polling'] as const)
    : (['polling', 'webSocket'] as const)
  return { less, more, times: numbers[more].bytes / Math.max(numbers[less].bytes, 1) }
}

/** The part of a way's bytes that are headers, 0 to 1. */
export const headerShare = ({ headers, bytes }: LaneNumbers): number =>
  bytes === 0 ? 0 : headers / bytes
