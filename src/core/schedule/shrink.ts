/** Delta debugging: the fewest items with which something still happens. */

/**
 * Takes away what it does without: first large parts of the list, then ever smaller ones (`ddmin` of
 * Zeller and Hildebrandt). What remains can spare no single item.
 * @param happens whether it happens with these, in their order; null: no more trials.
 */
export async function fewest<Item>(
  items: readonly Item[],
  happens: (some: readonly Item[]) => Promise<boolean | null>,
): Promise<readonly Item[]> {
  let kept = items
  let parts = 2
  while (kept.length > 0) {
    const size = Math.ceil(kept.length / Math.min(parts, kept.length))
    let smaller: readonly Item[] | null = null
    for (let start = 0; start < kept.length && smaller === null; start += size) {
      const rest = [...kept.slice(0, start), ...kept.slice(start + size)]
      const verdict = await happens(rest)
      if (verdict === null) return kept
      if (verdict) smaller = rest
    }
    if (smaller !== null) {
      kept = smaller
      parts = Math.max(parts - 1, 2)
    } else if (size === 1) return kept
    else parts = Math.min(2 * parts, kept.length)
  }
  return kept
}
