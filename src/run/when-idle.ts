/** Milliseconds after which a busy page does not wait any longer, if nothing else is said. */
const PATIENCE = 3_000

/**
 * Runs something once the page has nothing better to do, or has been busy for this many
 * milliseconds.
 * @returns a function that calls it off.
 */
export function whenIdle(run: () => void, patience = PATIENCE): () => void {
  if (typeof requestIdleCallback === 'function') {
    const waiting = requestIdleCallback(run, { timeout: patience })
    return () => cancelIdleCallback(waiting)
  }
  // Safari.
  const waiting = setTimeout(run, patience / 2)
  return () => clearTimeout(waiting)
}
