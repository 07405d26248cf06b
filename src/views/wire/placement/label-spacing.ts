/** Moves labels down that would overlap, but not too far. */

export type LabelLane = 'code' | 'left' | 'right' | 'serverProgram'

const ACROSS = ['code', 'left', 'right'] as const

/** CSS pixels. */
export const LABEL_HEIGHT = 22
/** A label farther from its moment than this would mislead, CSS pixels. */
const MAX_PUSHED = 4 * LABEL_HEIGHT

interface Lane {
  /** Below this there is room. */
  readonly next: number
  /** The last labels had no room; their number is shown in their place. */
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

/** Takes labels in the order of their moments. */
export class LabelSpacing {
  readonly #lanes: Record<LabelLane, Lane>

  constructor(state: SpacingState = noLabels) {
    this.#lanes = { ...state }
  }

  get state(): SpacingState {
    return { ...this.#lanes }
  }

  /**
   * The middle of a label for a moment at `y`; `null` if there is no room nearby.
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

  /** The middle of a label across all lanes, which always gets room. */
  placeAcross(y: number): number {
    const at = Math.max(y, ...ACROSS.map((lane) => this.#lanes[lane].next))
    for (const lane of ACROSS) this.#lanes[lane] = { next: at + LABEL_HEIGHT, isFull: false }
    return at
  }

  /** Where the number of labels without room is shown. */
  endOf(lane: LabelLane): number {
    return this.#lanes[lane].next - LABEL_HEIGHT
  }
}
