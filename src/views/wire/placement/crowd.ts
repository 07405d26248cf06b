/** Words that want to stand where others stand already: they move down, and not too far. */

export const CROWDED_LANES = ['code', 'left', 'right', 'far'] as const
export type CrowdedLane = (typeof CROWDED_LANES)[number]

const ACROSS = ['code', 'left', 'right'] as const

/** What a word takes, CSS pixels. */
export const WORD_HEIGHT = 22
/** Further from its moment than this, in CSS pixels, a word would mislead. */
const MAX_PUSHED = 4 * WORD_HEIGHT

interface Lane {
  /** From where on there is room. */
  readonly next: number
  /** The last words had no room: their number stands at the end. */
  readonly isFull: boolean
}

export type CrowdState = Readonly<Record<CrowdedLane, Lane>>

const empty: Lane = { next: -Infinity, isFull: false }
export const emptyCrowd: CrowdState = { code: empty, left: empty, right: empty, far: empty }

/** Takes words in the order of where they want to stand. */
export class Crowd {
  readonly #lanes: Record<CrowdedLane, Lane>

  constructor(state: CrowdState = emptyCrowd) {
    this.#lanes = { ...state }
  }

  get state(): CrowdState {
    return { ...this.#lanes }
  }

  /**
   * Where the middle of a word is that wants to be at `y`; `null` where there is no room near.
   * @param below room to keep free below it.
   */
  take(lane: CrowdedLane, y: number, below = 0): number | null {
    const { next, isFull } = this.#lanes[lane]
    const place = Math.max(y, next)
    if (place - y <= MAX_PUSHED) {
      this.#lanes[lane] = { next: place + WORD_HEIGHT + below, isFull: false }
      return place
    }
    if (!isFull) this.#lanes[lane] = { next: next + WORD_HEIGHT, isFull: true }
    return null
  }

  /** Where the middle of words is that reach across the lanes: they always have room. */
  takeAll(y: number): number {
    const place = Math.max(y, ...ACROSS.map((lane) => this.#lanes[lane].next))
    for (const lane of ACROSS) this.#lanes[lane] = { next: place + WORD_HEIGHT, isFull: false }
    return place
  }

  /** Where the number of those is that found no room. */
  endOf(lane: CrowdedLane): number {
    return this.#lanes[lane].next - WORD_HEIGHT
  }
}
