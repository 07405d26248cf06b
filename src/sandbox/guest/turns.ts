import { Fifo } from '../../core/trace/fifo.ts'

/** Resolves in a new turn of the event loop, after all microtasks. */
export function createTurns(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const waiting = new Fifo<() => void>()
  port1.onmessage = () => waiting.shift()?.()
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      port2.postMessage(null)
    })
}

/**
 * The same with one turn for all callers that wait at the same time: the next turn, even if it was
 * requested earlier. Thousands of separate turns would delay other tasks.
 */
export function createSharedTurns(): () => Promise<void> {
  const nextTurn = createTurns()
  let turn: Promise<void> | undefined
  return () => {
    turn ??= nextTurn().then(() => {
      turn = undefined
    })
    return turn
  }
}
