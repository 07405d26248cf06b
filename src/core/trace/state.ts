/** Folding a trace to the state of the world at one of its events. */
import type { ReadyState } from '../protocol/ready-state.ts'
import type {
  Closed,
  HandshakeResponseReceived,
  Side,
  TraceEvent,
  TransportClosed,
  WillSendHandshakeRequest,
} from './event.ts'
import { octetsOfData } from './events/body.ts'
import { passOver } from './pass-over.ts'
import type { ReadableLog } from './readable-log.ts'

/** Time spent in one state, milliseconds. `to` is absent while it lasts. */
export interface StateSpan {
  readonly state: ReadyState
  readonly from: number
  readonly to?: number
}

/** What went one way, counted at one end. */
export interface TrafficCount {
  readonly messages: number
  /** Octets of the messages, before compression. */
  readonly messageBytes: number
  readonly frames: number
  /** Octets seen on the wire, with the opening handshake. */
  readonly wireBytes: number
}

/** What one end sent and received. */
export interface Traffic {
  readonly sent: TrafficCount
  readonly received: TrafficCount
}

export interface ConnectionState {
  readonly id: string
  /** `ws.url`. Empty where the `created` event is missing. */
  readonly url: string
  readonly protocols: readonly string[]
  readonly routedTo?: string
  /** The origin of the page that made it, where that isn't the page of `client.js`. */
  readonly page?: string
  /** Of the program's WebSocket object: the client's side. */
  readonly readyState: ReadyState
  /** The states so far, in order, with no gap between them. */
  readonly spans: readonly StateSpan[]
  readonly handshakeRequest?: WillSendHandshakeRequest
  readonly handshakeResponse?: HandshakeResponseReceived
  /** Octets. */
  readonly bufferedAmount: number
  readonly closed?: Pick<Closed, 'code' | 'reason' | 'wasClean'>
  /** How the transport ended, as the client saw it. */
  readonly transportClosed?: Pick<TransportClosed, 'how' | 'by'>
  /** By end: what is still under way counts as sent at one, not yet as received at the other. */
  readonly traffic: Readonly<Record<Side, Traffic>>
}

export interface TraceState {
  /** How many events led here: the `seq` of the event that comes next. */
  readonly seq: number
  /** The time of the last event, milliseconds; 0 before the first. */
  readonly time: number
  /** WebSocket connections in the order they were made. */
  readonly connections: readonly ConnectionState[]
  /** How many of them are CONNECTING or OPEN. */
  readonly liveSockets: number
}

export const emptyState: TraceState = { seq: 0, time: 0, connections: [], liveSockets: 0 }

export function connectionOf(state: TraceState, id: string): ConnectionState | undefined {
  return state.connections.find((connection) => connection.id === id)
}

/** CONNECTING or OPEN: a socket that its program still has to close. */
export function isLive(readyState: ReadyState): boolean {
  return readyState < 2
}

/** The state after `event`. What the event does not touch is shared with the state before. */
export function foldEvent(state: TraceState, event: TraceEvent): TraceState {
  const next = { seq: event.seq + 1, time: event.time }
  if (!('connectionId' in event) || event.connectionId === undefined) return { ...state, ...next }
  const id = event.connectionId
  const index = state.connections.findLastIndex((connection) => connection.id === id)
  if (index === -1 && !announcesSocket(event)) return { ...state, ...next }
  const before = state.connections[index] ?? newConnection(id, event.time)
  const after = foldConnection(before, event)
  if (after === before && index !== -1) return { ...state, ...next }
  const connections = state.connections.slice()
  connections[index === -1 ? connections.length : index] = after
  const wasLive = index !== -1 && isLive(before.readyState)
  const live = Number(isLive(after.readyState)) - Number(wasLive)
  return { ...next, connections, liveSockets: state.liveSockets + live }
}

/** Bytes flow under HTTP exchanges too; only these events say that a WebSocket is there. */
function announcesSocket(event: TraceEvent): boolean {
  return (
    event.type === 'created' ||
    event.type === 'willSendHandshakeRequest' ||
    event.type === 'readyStateChanged'
  )
}

const nothing: TrafficCount = { messages: 0, messageBytes: 0, frames: 0, wireBytes: 0 }
const noTraffic: Traffic = { sent: nothing, received: nothing }

function newConnection(id: string, time: number): ConnectionState {
  return {
    id,
    url: '',
    protocols: [],
    readyState: 0,
    spans: [{ state: 0, from: time }],
    bufferedAmount: 0,
    traffic: { client: noTraffic, server: noTraffic },
  }
}

function foldConnection(connection: ConnectionState, event: TraceEvent): ConnectionState {
  switch (event.type) {
    case 'created':
      return {
        ...connection,
        url: event.url,
        protocols: event.protocols,
        ...(event.routedTo === undefined ? {} : { routedTo: event.routedTo }),
        ...(event.page === undefined ? {} : { page: event.page }),
      }
    // Both ends may report the same handshake. The client's report wins; the server's is better
    // than none, and on a real endpoint it may be the only one.
    case 'willSendHandshakeRequest':
      return event.side === 'client' || connection.handshakeRequest === undefined
        ? { ...connection, handshakeRequest: event }
        : connection
    case 'handshakeResponseReceived':
      return event.side === 'client' || connection.handshakeResponse === undefined
        ? { ...connection, handshakeResponse: event }
        : connection
    case 'bytesSent':
      return count(connection, event.side, 'sent', { wireBytes: octetsOfData(event) })
    case 'bytesReceived':
      return count(connection, event.side, 'received', { wireBytes: octetsOfData(event) })
    case 'frameSent':
      return count(connection, event.side, 'sent', { frames: 1 })
    case 'frameReceived':
      return count(connection, event.side, 'received', { frames: 1 })
    case 'messageSent':
      return count(connection, event.side, 'sent', { messages: 1, messageBytes: event.byteLength })
    case 'messageReceived':
      return count(connection, event.side, 'received', {
        messages: 1,
        messageBytes: event.byteLength,
      })
    case 'readyStateChanged':
      return event.side === 'client' ? enter(connection, event.to, event.time) : connection
    case 'bufferedAmountChanged':
      return event.side === 'client'
        ? { ...connection, bufferedAmount: event.bufferedAmount }
        : connection
    case 'closed': {
      if (event.side !== 'client') return connection
      const { code, reason, wasClean } = event
      return { ...connection, closed: { code, reason, wasClean } }
    }
    case 'transportClosed':
      return event.side === 'client'
        ? { ...connection, transportClosed: { how: event.how, by: event.by } }
        : connection
    default:
      passOver('state', event)
      return connection
  }
}

function enter(connection: ConnectionState, state: ReadyState, time: number): ConnectionState {
  if (state === connection.readyState) return connection
  const spans = connection.spans.slice()
  const last = spans.at(-1)
  if (last !== undefined) spans[spans.length - 1] = { ...last, to: time }
  spans.push({ state, from: time })
  return { ...connection, readyState: state, spans }
}

function count(
  connection: ConnectionState,
  side: Side,
  direction: 'sent' | 'received',
  more: Partial<TrafficCount>,
): ConnectionState {
  const traffic = connection.traffic[side]
  const before = traffic[direction]
  const after: TrafficCount = {
    messages: before.messages + (more.messages ?? 0),
    messageBytes: before.messageBytes + (more.messageBytes ?? 0),
    frames: before.frames + (more.frames ?? 0),
    wireBytes: before.wireBytes + (more.wireBytes ?? 0),
  }
  return {
    ...connection,
    traffic: { ...connection.traffic, [side]: { ...traffic, [direction]: after } },
  }
}

/** A log of which the state is known at each event that it holds. */
export interface FoldableLog extends ReadableLog {
  /** The state before `firstSeq`. */
  readonly base: TraceState
}

/** Events between two snapshots: what a jump of the playhead folds at most. */
const SNAPSHOT_INTERVAL = 512

interface History {
  /** By `seq`, multiples of the interval, oldest first; filled as they are asked for. */
  readonly snapshots: Map<number, TraceState>
  /** The one asked for last: playing forward goes on from there. */
  latest: TraceState
}

const histories = new WeakMap<FoldableLog, History>()

/**
 * The state after all events with a `seq` below `seqExclusive`, which is brought into the range of
 * what the log still holds. Snapshots are taken on the way, so a jump folds a few hundred events
 * and a step forward folds one.
 */
export function stateAt(log: FoldableLog, seqExclusive: number): TraceState {
  const target = Math.min(Math.max(seqExclusive, log.firstSeq), log.nextSeq)
  let history = histories.get(log)
  if (history === undefined) {
    history = { snapshots: new Map(), latest: log.base }
    histories.set(log, history)
  }
  let state = nearest(log, history, target)
  while (state.seq < target) {
    const event = log.get(state.seq)
    if (event === undefined) break
    state = foldEvent(state, event)
    if (state.seq % SNAPSHOT_INTERVAL === 0) history.snapshots.set(state.seq, state)
  }
  history.latest = state
  return state
}

/** The latest known state at or before `target` from which the log can still go on. */
function nearest(log: FoldableLog, history: History, target: number): TraceState {
  for (const seq of history.snapshots.keys()) {
    if (seq >= log.firstSeq) break
    history.snapshots.delete(seq)
  }
  let best = log.base
  const { latest } = history
  if (latest.seq <= target && latest.seq > best.seq) best = latest
  let seq = target - (target % SNAPSHOT_INTERVAL)
  for (; seq > best.seq; seq -= SNAPSHOT_INTERVAL) {
    const snapshot = history.snapshots.get(seq)
    if (snapshot !== undefined) return snapshot
  }
  return best
}
