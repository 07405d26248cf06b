/** What a run came to, connection by connection: what a reader asks of two runs first. */
import { isControl, Opcode } from '../../protocol/opcode.ts'
import type { FrameReceived, FrameSent, Side, TraceEvent } from '../event.ts'
import { valueOf } from './event-content.ts'
import { passOver } from '../pass-over.ts'

export interface ConnectionOutcome {
  readonly id: string
  /** The status of the answer to the opening handshake, where one came. */
  status?: number
  /** Chosen by the server; empty where none was. */
  subprotocol?: string
  extensions?: string
  opened: boolean
  /** Whole messages of the program's, and those that came for it. */
  readonly messages: { out: number; in: number }
  closed?: { readonly code: number; readonly reason: string; readonly wasClean: boolean }
  /** Who sent the first Close frame. */
  closedBy?: Side
  /** The most frames that one data message took, and whether one was compressed. */
  readonly frames: { out: number; in: number }
  readonly compressed: { out: boolean; in: boolean }
}

export interface Outcome {
  /** WebSocket connections in the order in which they were made. */
  readonly connections: readonly ConnectionOutcome[]
  readonly consoleLines: number
  readonly uncaughtErrors: number
}

export function outcomeOf(events: Iterable<TraceEvent>): Outcome {
  const connections = new Map<string, ConnectionOutcome>()
  const fragments = new Map<string, number>()
  let consoleLines = 0
  let uncaughtErrors = 0
  for (const event of events) {
    if (event.type === 'consoleMessage' && event.side === 'client') consoleLines += 1
    if (event.type === 'uncaughtError') uncaughtErrors += 1
    if (event.type === 'created')
      connections.set(event.connectionId, newConnection(event.connectionId))
    if (!('connectionId' in event) || event.connectionId === undefined) continue
    const connection = connections.get(event.connectionId)
    if (connection === undefined) continue
    if (event.type === 'frameSent' || event.type === 'frameReceived')
      noteFrame(connection, event, fragments)
    else if (event.side === 'client') note(connection, event)
  }
  return { connections: [...connections.values()], consoleLines, uncaughtErrors }
}

function newConnection(id: string): ConnectionOutcome {
  return {
    id,
    opened: false,
    messages: { out: 0, in: 0 },
    frames: { out: 0, in: 0 },
    compressed: { out: false, in: false },
  }
}

function note(connection: ConnectionOutcome, event: TraceEvent): void {
  switch (event.type) {
    case 'handshakeResponseReceived':
      connection.status = event.status
      connection.subprotocol = valueOf(event.headers, 'sec-websocket-protocol') ?? ''
      connection.extensions = valueOf(event.headers, 'sec-websocket-extensions') ?? ''
      break
    case 'readyStateChanged':
      if (event.to === 1) connection.opened = true
      break
    case 'messageSent':
      connection.messages.out += 1
      break
    case 'messageReceived':
      connection.messages.in += 1
      break
    case 'closed': {
      const { code, reason, wasClean } = event
      connection.closed = { code, reason, wasClean }
      break
    }
    default:
      passOver('outcome', event)
  }
}

/** @param fragments how many frames the message that is under way has taken, at each end. */
function noteFrame(
  connection: ConnectionOutcome,
  event: FrameSent | FrameReceived,
  fragments: Map<string, number>,
): void {
  const { opcode, rsv1 } = event.frame
  const way = (event.type === 'frameSent') === (event.side === 'client') ? 'out' : 'in'
  if (opcode === Opcode.Close) connection.closedBy ??= way === 'out' ? 'client' : 'server'
  if (isControl(opcode)) return
  const key = `${connection.id} ${event.side} ${way}`
  const count = opcode === Opcode.Continuation ? (fragments.get(key) ?? 0) + 1 : 1
  fragments.set(key, count)
  connection.frames[way] = Math.max(connection.frames[way], count)
  connection.compressed[way] ||= rsv1
}

export function connectionsOf(here: Outcome, there: Outcome) {
  const ids = ({ connections }: Outcome) => connections.map(({ id }) => id)
  return { here: ids(here), there: ids(there) }
}
