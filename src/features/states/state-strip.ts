/** The four states of a connection, as the strip draws them. */
import {
  READY_STATES,
  type ReadyState,
  type ReadyStateName,
} from '../../core/protocol/ready-state.ts'
import type { ConnectionState } from '../../core/trace/state.ts'

/**
 * `past`: it was in this state. `now`: it is. `ahead`: it may still come. `skipped`: it never was
 * and never will be, for a readyState only goes forward.
 */
export type StateLook = 'past' | 'now' | 'ahead' | 'skipped'

export interface StateStep {
  readonly state: ReadyState
  readonly name: ReadyStateName
  readonly look: StateLook
  /** Milliseconds spent in it, as far as is shown; absent where it never was. */
  readonly duration?: number
  /** When it was entered, milliseconds since the run began. */
  readonly since?: number
}

const STATES: readonly ReadyState[] = [0, 1, 2, 3]

/**
 * @param connection as it is at the playhead; null where there is none yet.
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
