/**
 * The life of a WebSocket object, step by step: the protocol's transitions and those that the API
 * adds (WHATWG WebSockets).
 */
import type { Trigger } from '../../core/protocol/index.ts'
import type { ReadyState } from '../../core/protocol/ready-state.ts'

export type StepId =
  /** `new WebSocket(url)`. */
  | 'construct'
  /** The opening handshake succeeds. */
  | 'accept'
  /** The opening handshake fails. */
  | 'refuse'
  /** `close()` before the handshake is over. */
  | 'abandon'
  /** `close()`. */
  | 'close'
  /** The server's Close frame arrives. */
  | 'serverCloses'
  /** The network breaks. */
  | 'drop'
  /** The closing handshake is done and the TCP connection ends. */
  | 'finish'
  /** The abandoned connection has ended. */
  | 'giveUp'

export type FiredEvent =
  | { readonly type: 'open' | 'error' }
  | { readonly type: 'close'; readonly code: number; readonly wasClean: boolean }

export interface Step {
  readonly id: StepId
  /** `null` before there is a socket. */
  readonly from: ReadyState | null
  readonly to: ReadyState
  /** The protocol's name of the transition; absent for the API's own. */
  readonly trigger?: Trigger
  /** The program's call that causes it. */
  readonly call?: 'new WebSocket(url)' | 'ws.close()'
}

export const STEPS: readonly Step[] = [
  { id: 'construct', from: null, to: 0, call: 'new WebSocket(url)' },
  { id: 'accept', from: 0, to: 1, trigger: 'handshakeSucceeded' },
  { id: 'refuse', from: 0, to: 3, trigger: 'handshakeFailed' },
  { id: 'abandon', from: 0, to: 2, call: 'ws.close()' },
  { id: 'close', from: 1, to: 2, trigger: 'closeSent', call: 'ws.close()' },
  { id: 'serverCloses', from: 1, to: 2, trigger: 'closeReceived' },
  { id: 'drop', from: 1, to: 3, trigger: 'transportClosed' },
  { id: 'finish', from: 2, to: 3, trigger: 'transportClosed' },
  { id: 'giveUp', from: 2, to: 3, trigger: 'transportClosed' },
]

/** The state after these steps; `null` before a socket is made. */
export function stateAfter(trail: readonly Step[]): ReadyState | null {
  return trail.at(-1)?.to ?? null
}

/** What may happen next. */
export function nextSteps(trail: readonly Step[]): Step[] {
  const last = trail.at(-1)
  return STEPS.filter(({ id, from }) => {
    if (from !== stateAfter(trail)) return false
    if (id === 'giveUp') return last?.id === 'abandon'
    return id !== 'finish' || last?.id !== 'abandon'
  })
}

/** The events that the last of these steps fires, in order. */
export function eventsOf(trail: readonly Step[]): FiredEvent[] {
  const [before, last] = [trail.at(-2), trail.at(-1)]
  switch (last?.id) {
    case 'accept':
      return [{ type: 'open' }]
    case 'refuse':
    case 'giveUp':
      return [{ type: 'error' }, { type: 'close', code: 1006, wasClean: false }]
    case 'drop':
      return [{ type: 'close', code: 1006, wasClean: false }]
    case 'finish':
      // A bare close() sends no code, and the event says so (RFC 6455 §7.1.5).
      return [{ type: 'close', code: before?.id === 'close' ? 1005 : 1000, wasClean: true }]
    default:
      return []
  }
}

const SEND_EFFECTS = ['throws', 'sent', 'dropped', 'dropped'] as const

/** What `send()` does in a state. */
export function sendEffect(state: ReadyState | null) {
  return state === null ? 'impossible' : SEND_EFFECTS[state]
}

const CLOSE_EFFECTS = ['abandons', 'closes', 'nothing', 'nothing'] as const

/** What `close()` does in a state. */
export function closeEffect(state: ReadyState | null) {
  return state === null ? 'impossible' : CLOSE_EFFECTS[state]
}
