/** To scale: equal pixels for equal times, except where idle stretches are folded. */
import { firstIndex } from '../layout/sorted.ts'

/** The height of a fold, CSS pixels. */
export const FOLD_HEIGHT = 44
/** Stays to scale between the last event before a fold and the fold, for its label. */
const LEFT_BEFORE = 66
/** Stays to scale between a fold and the first event after it. */
const LEFT_AFTER = 22
/** The shortest stretch worth folding, CSS pixels. */
const MIN_FOLDED = 120

/** A stretch of time with no event and nothing in flight. */
export interface Fold {
  /** Milliseconds. */
  readonly from: number
  readonly to: number
  /** Where it begins, in CSS pixels from time 0. */
  readonly y: number
}

/** What a scale needs to know of a run. */
export interface Moments {
  readonly rows: {
    readonly first: number
    readonly end: number
    timeOf(row: number): number
  }
  /** Whether something was in flight all the time between two moments. */
  readonly inFlight: { covers(from: number, to: number): boolean }
}

export class TimeScale {
  /** CSS pixels a millisecond. */
  readonly zoom: number
  readonly #folds: Fold[] = []
  #seenRows = 0
  /** Counts stretches that were unfolded again: everything below them has moved. */
  unfolded = 0

  constructor(zoom: number) {
    this.zoom = zoom
  }

  /** Takes in what a run has gained since the last call. */
  extend({ rows, inFlight }: Moments): void {
    // Something that was in flight during a folded stretch may have arrived since.
    for (let last = this.#folds.at(-1); last !== undefined; last = this.#folds.at(-1)) {
      if (!inFlight.covers(last.from, last.to)) break
      this.#folds.pop()
      this.unfolded += 1
    }
    let row = Math.max(this.#seenRows, rows.first)
    let before = row === rows.first ? (row === 0 ? 0 : rows.timeOf(row)) : rows.timeOf(row - 1)
    for (; row < rows.end; row += 1) {
      const time = rows.timeOf(row)
      const folded = (time - before) * this.zoom - LEFT_BEFORE - LEFT_AFTER
      if (folded >= MIN_FOLDED && !inFlight.covers(before, time)) {
        const from = before + LEFT_BEFORE / this.zoom
        this.#folds.push({ from, to: time - LEFT_AFTER / this.zoom, y: this.yOf(from) })
      }
      before = time
    }
    this.#seenRows = rows.end
  }

  /** CSS pixels from time 0 to a time in milliseconds. */
  yOf(time: number): number {
    const fold = this.#folds[firstIndex(this.#folds, ({ from }) => from > time) - 1]
    if (fold === undefined) return time * this.zoom
    if (time >= fold.to) return fold.y + FOLD_HEIGHT + (time - fold.to) * this.zoom
    return fold.y + (FOLD_HEIGHT * (time - fold.from)) / (fold.to - fold.from)
  }

  /** The time, in milliseconds, that is at `y`. */
  timeAt(y: number): number {
    const fold = this.#folds[firstIndex(this.#folds, (one) => one.y > y) - 1]
    if (fold === undefined) return y / this.zoom
    const below = y - fold.y
    if (below >= FOLD_HEIGHT) return fold.to + (below - FOLD_HEIGHT) / this.zoom
    return fold.from + (below / FOLD_HEIGHT) * (fold.to - fold.from)
  }

  foldsBetween(top: number, bottom: number): Fold[] {
    const first = firstIndex(this.#folds, ({ y }) => y + FOLD_HEIGHT >= top)
    const found: Fold[] = []
    for (let index = first; index < this.#folds.length; index += 1) {
      const fold = this.#folds[index]
      if (fold === undefined || fold.y > bottom) break
      found.push(fold)
    }
    return found
  }

  /** Round times, each `spacing` pixels or more from the one before, that lie in no fold. */
  ticksBetween(top: number, bottom: number, spacing: number): number[] {
    const step = roundStep(spacing / this.zoom)
    const ticks: number[] = []
    let from = this.timeAt(Math.max(0, top))
    const folds = this.foldsBetween(top, bottom)
    for (const fold of [...folds, undefined]) {
      const to = Math.min(fold?.from ?? Infinity, this.timeAt(bottom))
      for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step)
        ticks.push(Number(tick.toPrecision(12)))
      from = fold?.to ?? to
    }
    return ticks
  }
}

/** The smallest of 1, 2, 5, 10, 20 … that is not below `least`, or of their fractions by ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5].find((factor) => factor * power >= least * 0.999) ?? 10)
}
