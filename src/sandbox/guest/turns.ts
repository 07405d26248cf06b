import { Fifo } from '../../core/trace/fifo.ts'

/** Resolves in a new turn of the event loop, when every microtask has run. */
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
 * The same, of many who wait in one turn: the next that comes, also where it was asked for in an
 * earlier one. It keeps no other task waiting, as thousands of turns would.
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
