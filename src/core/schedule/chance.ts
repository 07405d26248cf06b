/** Seeded choices of a search. The same seed gives the same choices; never for secrets. */
export interface Chance {
  /** At least 0 and less than 1. */
  next(): number
  /** One of them; undefined of none. */
  pick<Item>(items: readonly Item[]): Item | undefined
}

/** Adds a Weyl sequence and mixes it, as SplitMix does. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x9e37_79b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0_aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  return { next, pick: (items) => items[Math.floor(next() * items.length)] }
}
