/** The four states of a connection for the strip. */
import {
  READY_STATES,
  type ReadyState,
  type ReadyStateName,
} from '../../core/protocol/ready-state.ts'
import type { ConnectionState } from '../../core/trace/state.ts'

/** `skipped`: it never was and never will be, because a readyState only goes forward. */
export type StateLook = 'past' | 'now' | 'ahead' | 'skipped'

export interface StateStep {
  readonly state: ReadyState
  readonly name: ReadyStateName
  readonly look: StateLook
  /** Milliseconds up to the playhead; absent if it was never entered. */
  readonly duration?: number
  /** Milliseconds from the start of the run. */
  readonly since?: number
}

const STATES: readonly ReadyState[] = [0, 1, 2, 3]

/**
 * @param connection at the playhead; null before the first one.
 * @param time the playhead's, milliseconds.
 */
export function stateStrip(connection: ConnectionState | null, time: number): StateStep[] {
  return STATES.map((state) => {
    const span = connection?.spans.find((candidate) => candidate.state === state)
    const name = READY_STATES[state]
    if (connection === null || span === undefined) {
      const passed = connection !== null && connection.readyState > state
      return { state, name, look: passed ? 'skipped' : 'ahead' }
    }
    return {
      state,
      name,
      look: connection.readyState === state ? 'now' : 'past',
      duration: Math.max(0, (span.to ?? time) - span.from),
      since: span.from,
    }
  })
}
