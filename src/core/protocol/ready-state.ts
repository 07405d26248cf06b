/** The names of the four states of a WebSocket, by their numbers (WHATWG WebSockets §3.1). */
export const READY_STATES = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'] as const

export type ReadyState = 0 | 1 | 2 | 3

export type ReadyStateName = (typeof READY_STATES)[ReadyState]

/** `OPEN` for 1; any other number as it is. */
export function readyStateName(state: number): string {
  return READY_STATES[state] ?? String(state)
}
