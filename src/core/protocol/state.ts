/**
 * The states of a connection and what moves it from one to the next. This table drives the engine,
 * the picture of the states and the documentation.
 */

/** In the words of RFC 6455 §4.1, §7.1.3 and §7.1.4. */
export type ConnectionState = 'connecting' | 'open' | 'closing' | 'closed'

export type Trigger =
  /** The opening handshake succeeded. */
  | 'handshakeSucceeded'
  /** The opening handshake failed, or the transport ended before it was over. */
  | 'handshakeFailed'
  /** This side put its Close frame on the wire. */
  | 'closeSent'
  /** The peer's Close frame arrived. */
  | 'closeReceived'
  /** The peer broke a rule: the connection is failed. */
  | 'connectionFailed'
  /** The transport ended. */
  | 'transportClosed'

export interface Transition {
  readonly from: ConnectionState
  readonly on: Trigger
  readonly to: ConnectionState
  /** The section that states the rule. */
  readonly section: string
}

export const transitions: readonly Transition[] = [
  { from: 'connecting', on: 'handshakeSucceeded', to: 'open', section: 'RFC 6455 §4.1' },
  { from: 'connecting', on: 'handshakeFailed', to: 'closed', section: 'RFC 6455 §4.1' },
  { from: 'open', on: 'closeSent', to: 'closing', section: 'RFC 6455 §7.1.3' },
  { from: 'open', on: 'closeReceived', to: 'closing', section: 'RFC 6455 §7.1.3' },
  { from: 'open', on: 'connectionFailed', to: 'closing', section: 'RFC 6455 §7.1.7' },
  { from: 'open', on: 'transportClosed', to: 'closed', section: 'RFC 6455 §7.1.4' },
  { from: 'closing', on: 'closeSent', to: 'closing', section: 'RFC 6455 §5.5.1' },
  { from: 'closing', on: 'closeReceived', to: 'closing', section: 'RFC 6455 §5.5.1' },
  { from: 'closing', on: 'connectionFailed', to: 'closing', section: 'RFC 6455 §7.1.7' },
  { from: 'closing', on: 'transportClosed', to: 'closed', section: 'RFC 6455 §7.1.4' },
]

/** The state that follows, or nothing when the trigger has no meaning in this state. */
export function nextState(from: ConnectionState, on: Trigger): ConnectionState | undefined {
  return transitions.find((transition) => transition.from === from && transition.on === on)?.to
}
