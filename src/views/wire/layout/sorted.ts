/** The index of the first item for which `isReached` holds; it must hold for all items after it. */
export function firstIndex<T>(items: readonly T[], isReached: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && !isReached(item)) low = middle + 1
    else high = middle
  }
  return low
}
