/** The value of a chart at a time. */
import { lowerBound } from '../../core/trace/lower-bound.ts'
import type { Chart } from './chart.ts'

/** The index of the last step until a time, or of the nearest point; −1 for none. */
export function indexAt({ times, shape }: Chart, time: number): number {
  const after = lowerBound(times, time)
  if (shape === 'steps') {
    // The last of several at one time counts.
    let index = after
    while (index < times.length && times[index] === time) index += 1
    return index - 1
  }
  if (times.length === 0) return -1
  const before = Math.max(0, after - 1)
  const next = Math.min(times.length - 1, after)
  const distance = (index: number) => Math.abs((times[index] ?? 0) - time)
  return distance(before) <= distance(next) ? before : next
}

/** The next point at another time, in the direction `by`; `index` itself at either end. */
export function neighbour({ times }: Chart, index: number, by: 1 | -1): number {
  const here = times[index]
  let next = index
  while (next >= 0 && next < times.length && times[next] === here) next += by
  if (next < 0 || next >= times.length) return index
  // The last of several at one time counts.
  while (next + 1 < times.length && times[next + 1] === times[next]) next += 1
  return next
}
