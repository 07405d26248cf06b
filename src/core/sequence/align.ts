/** Aligning two sequences of symbols, in time near to linear in their length. */

export interface Alignment {
  /** Index pairs of equal symbols, growing in both. */
  readonly pairs: readonly (readonly [here: number, there: number])[]
  /** Whether a longer search might have found more pairs. */
  readonly cut: boolean
}

/** How many insertions and deletions one search looks ahead over. */
const MAX_EDITS = 256

/**
 * The longest common subsequence by Myers' greedy search ("An O(ND) Difference Algorithm and Its
 * Variations", 1986). Where more than `mostEdits` lie ahead, the search goes on from the farthest
 * point it reached: the time is O(length × mostEdits) at worst, and the result need not be the longest.
 */
export function alignSequences<Symbol>(
  here: readonly Symbol[],
  there: readonly Symbol[],
  mostEdits: number = MAX_EDITS,
): Alignment {
  // A symbol that only one side has is in no pair, so the search leaves it out.
  const one = shared(here, there)
  const other = shared(there, here)
  const pairs: [number, number][] = []
  let x = 0
  let y = 0
  let cut = false
  while (x < one.symbols.length && y < other.symbols.length) {
    const search = new Search(one.symbols, other.symbols, x, y, mostEdits)
    for (const [from, to, length] of search.runs())
      for (let index = 0; index < length; index += 1)
        pairs.push([one.indices[from + index] ?? 0, other.indices[to + index] ?? 0])
    if (search.isComplete) break
    ;[x, y] = search.end
    cut = true
  }
  return { pairs, cut }
}

/** The symbols of a sequence that another has too, each with its index. */
function shared<Symbol>(sequence: readonly Symbol[], other: readonly Symbol[]) {
  const known = new Set(other)
  const symbols: Symbol[] = []
  const indices: number[] = []
  for (const [index, symbol] of sequence.entries()) {
    if (!known.has(symbol)) continue
    symbols.push(symbol)
    indices.push(index)
  }
  return { symbols, indices }
}

/** No path reaches this diagonal. */
const NOWHERE = -1

/** A search from one point of the grid, in which x goes along `here` and y along `there`. */
class Search<Symbol> {
  readonly #originX: number
  readonly #originY: number
  readonly #width: number
  readonly #height: number
  /** For each number of edits, by diagonal (x − y, from the lowest): the farthest x. */
  readonly #rounds: Int32Array[] = []
  #x = 0
  #y = 0
  isComplete = false

  constructor(
    here: readonly Symbol[],
    there: readonly Symbol[],
    originX: number,
    originY: number,
    mostEdits: number,
  ) {
    this.#originX = originX
    this.#originY = originY
    this.#width = here.length - originX
    this.#height = there.length - originY
    const limit = Math.min(mostEdits, this.#width + this.#height)
    for (let edits = 0; edits <= limit && !this.isComplete; edits += 1) {
      const round = new Int32Array(2 * edits + 1).fill(NOWHERE)
      this.#rounds.push(round)
      for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
        let x = this.#entry(edits, diagonal).x
        if (x === NOWHERE) continue
        let y = x - diagonal
        while (x < this.#width && y < this.#height && here[originX + x] === there[originY + y]) {
          x += 1
          y += 1
        }
        round[diagonal + edits] = x
        if (x === this.#width && y === this.#height) this.isComplete = true
      }
    }
    this.#goToFarthest()
  }

  /** The farthest point reached. */
  get end(): readonly [here: number, there: number] {
    return [this.#originX + this.#x, this.#originY + this.#y]
  }

  /** The runs of equal symbols on the way. */
  runs(): [here: number, there: number, length: number][] {
    const runs: [number, number, number][] = []
    let x = this.#x
    let y = this.#y
    for (let edits = this.#rounds.length - 1; edits >= 0; edits -= 1) {
      const diagonal = x - y
      const entry = this.#entry(edits, diagonal)
      if (x > entry.x)
        runs.push([this.#originX + entry.x, this.#originY + entry.x - diagonal, x - entry.x])
      x = entry.previousX
      y = entry.previousX - entry.previousDiagonal
    }
    return runs.reverse()
  }

  /** Of the last round: the way back begins there, and has all its edits. */
  #goToFarthest(): void {
    const edits = this.#rounds.length - 1
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const x = this.#at(edits, diagonal)
      if (x !== NOWHERE && 2 * x - diagonal >= this.#x + this.#y) {
        this.#x = x
        this.#y = x - diagonal
      }
    }
  }

  #at(edits: number, diagonal: number): number {
    return Math.abs(diagonal) > edits
      ? NOWHERE
      : (this.#rounds[edits]?.[diagonal + edits] ?? NOWHERE)
  }

  /** Where the farthest path with this number of edits enters a diagonal, and where it comes from. */
  #entry(edits: number, diagonal: number) {
    if (edits === 0) return { x: 0, previousX: 0, previousDiagonal: 0 }
    const left = this.#at(edits - 1, diagonal - 1)
    const above = this.#at(edits - 1, diagonal + 1)
    const byRight = left === NOWHERE || left >= this.#width ? NOWHERE : left + 1
    const byDown = above === NOWHERE || above - diagonal - 1 >= this.#height ? NOWHERE : above
    return byRight > byDown
      ? { x: byRight, previousX: left, previousDiagonal: diagonal - 1 }
      : { x: byDown, previousX: above, previousDiagonal: diagonal + 1 }
  }
}
