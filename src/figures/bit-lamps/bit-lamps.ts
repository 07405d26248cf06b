/** The step that is shown after going on by this many, of `count` steps; it stays at the ends. */
export function stepAfter(step: number, by: number, count: number): number {
  return Math.min(Math.max(step + by, 1), count)
}
