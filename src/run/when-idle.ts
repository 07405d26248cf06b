/** Milliseconds after which a busy page does not wait any longer. */
const PATIENCE = 3_000

/** Runs something once the page has nothing better to do. @returns a function that calls it off. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const waiting = requestIdleCallback(run, { timeout: PATIENCE })
    return () => cancelIdleCallback(waiting)
  }
  // Safari.
  const waiting = setTimeout(run, PATIENCE / 2)
  return () => clearTimeout(waiting)
}
