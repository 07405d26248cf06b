/** The index in a sorted list of the first number that is not smaller than `value`. */
export function lowerBound(sorted: readonly number[], value: number): number {
  return lowerBoundOf(sorted.length, (index) => sorted[index], value)
}

/** The same of numbers that are told by their index, from 0 to before `length`. */
export function lowerBoundOf(
  length: number,
  numberAt: (index: number) => number | undefined,
  value: number,
): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numberAt(middle) ?? Infinity) < value) low = middle + 1
    else high = middle
  }
  return low
}
