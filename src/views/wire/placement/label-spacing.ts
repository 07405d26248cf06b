/** Moves labels down, though not too far, where others are already. */

export const LABEL_LANES = ['code', 'left', 'right', 'serverProgram'] as const
export type LabelLane = (typeof LABEL_LANES)[number]

const ACROSS = ['code', 'left', 'right'] as const

/** What a word takes, CSS pixels. */
export const LABEL_HEIGHT = 22
/** Further from its moment than this, in CSS pixels, a word would mislead. */
const MAX_PUSHED = 4 * LABEL_HEIGHT

interface Lane {
  /** From where on there is room. */
  readonly next: number
  /** The last labels had no room: their number is at the end. */
  readonly isFull: boolean
}

export type SpacingState = Readonly<Record<LabelLane, Lane>>

const empty: Lane = { next: -Infinity, isFull: false }
export const noLabels: SpacingState = {
  code: empty,
  left: empty,
  right: empty,
  serverProgram: empty,
}

/** Takes labels in the order of their wanted places. */
export class LabelSpacing {
  readonly #lanes: Record<LabelLane, Lane>

  constructor(state: SpacingState = noLabels) {
    this.#lanes = { ...state }
  }

  get state(): SpacingState {
    return { ...this.#lanes }
  }

  /**
   * Where the middle of a word is that wants to be at `y`; `null` where there is no room near.
   * @param below room to keep free below it.
   */
  place(lane: LabelLane, y: number, below = 0): number | null {
    const { next, isFull } = this.#lanes[lane]
    const at = Math.max(y, next)
    if (at - y <= MAX_PUSHED) {
      this.#lanes[lane] = { next: at + LABEL_HEIGHT + below, isFull: false }
      return at
    }
    if (!isFull) this.#lanes[lane] = { next: next + LABEL_HEIGHT, isFull: true }
    return null
  }

  /** Where the middle of words is that reach across the lanes: they always have room. */
  placeAcross(y: number): number {
    const at = Math.max(y, ...ACROSS.map((lane) => this.#lanes[lane].next))
    for (const lane of ACROSS) this.#lanes[lane] = { next: at + LABEL_HEIGHT, isFull: false }
    return at
  }

  /** Where the number of those is that found no room. */
  endOf(lane: LabelLane): number {
    return this.#lanes[lane].next - LABEL_HEIGHT
  }
}
