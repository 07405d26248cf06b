import { createEventLoopTurn } from '../../in-page-network/clock/event-loop-turn.ts'

/**
 * Event-loop turns that all callers share who wait at the same time: each gets the next turn, even
 * if it was requested earlier. Thousands of separate turns would delay other tasks.
 */
export function createSharedTurns(): () => Promise<void> {
  const nextTurn = createEventLoopTurn()
  let turn: Promise<void> | undefined
  return () => {
    turn ??= nextTurn().then(() => {
      turn = undefined
    })
    return turn
  }
}
