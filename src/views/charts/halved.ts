/** Merges each two neighbours. */
export function halved<T>(items: readonly T[], merge: (one: T, other: T) => T): T[] {
  const merged: T[] = []
  for (let index = 0; index < items.length; index += 2) {
    const one = items[index]
    const other = items[index + 1]
    if (one !== undefined) merged.push(other === undefined ? one : merge(one, other))
  }
  return merged
}
