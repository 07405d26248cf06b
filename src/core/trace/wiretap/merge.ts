/**
 * Merges what a page observed with what the lab server recorded. Over 300 lines, because each report
 * of the server is placed by the same clocks, queues and connections.
 */
import { isControl, Opcode } from '../../protocol/index.ts'
import type { EventOf, TraceEvent, TraceEventType } from '../event.ts'
import { fromBase64 } from '../../protocol/base64.ts'
import { Fifo } from '../fifo.ts'
import { ServerClock } from './clock.ts'
import { ConnectionRows } from './connection-rows.ts'
import { MergedLog } from './merged-log.ts'
import type { Ended, Synced, TapReport } from './messages.ts'
import type { TappedChunk } from './tapped-connection.ts'
import { passOver } from '../pass-over.ts'

/** Milliseconds to wait for one side; then the other side's report goes without it. */
const PATIENCE = 250
/** Milliseconds that a frame of the client waits for its call: the program may keep its page busy. */
const PATIENCE_FOR_CALL = 5000
/** Milliseconds that a request may take from the constructor to the lab server: a busy browser queues it. */
const PATIENCE_FOR_REQUEST = 5000
/** Milliseconds that a busy server may take to open its recording, or to answer a sync. */
const PATIENCE_FOR_SYNC = 5000

/** Milliseconds by which a converted time of the server may be off even after a quick sync. */
const CLOCK_ERROR = 5

/** An event that has to do with the message of this number. */
type OfMessage<T extends TraceEventType> = T extends unknown
  ? { readonly is: T; readonly event: EventOf<T>; readonly number: number }
  : never

/** What an event of the sandbox has to do with what the lab server records. */
type Role =
  | { readonly is: 'request'; readonly event: EventOf<'willSendHandshakeRequest'> }
  | { readonly is: 'response'; readonly event: EventOf<'handshakeResponseReceived'> }
  | OfMessage<'messageSent' | 'frameSent' | 'frameReceived' | 'messageReceived'>
  | { readonly is: 'close'; readonly event: EventOf<'frameSent'> }
  | { readonly is: 'closeReceived'; readonly event: EventOf<'frameReceived'> }
  | { readonly is: 'closeReply'; readonly event: EventOf<'frameSent'> }
  | { readonly is: 'transportClosed'; readonly event: EventOf<'transportClosed'> }
  /** The socket is CLOSED, or an event says so. */
  | { readonly is: 'end'; readonly event: TraceEvent }

interface FromSandbox {
  readonly event: TraceEvent
  /** The page's time. */
  readonly arrived: number
  /** The sync whose answer says that the lab server has reported everything before this event. */
  readonly sync: number
  readonly tapped: { readonly connection: Tapped; readonly role: Role } | undefined
}

interface FromServer {
  readonly connection: Tapped
  /** The server's clock. */
  readonly time: number
  readonly arrived: number
  readonly what: TappedChunk | Ended
}

/** A connection that the lab server records. */
interface Tapped {
  readonly rows: ConnectionRows
  /** Events of the sandbox so far: what is counted is what the streams are matched by. */
  sent: number
  received: number
  /** The Close frame that the sandbox concluded to have come. */
  closeReceived: number | undefined
  /** `close` was called, and that has no row yet. */
  isClosing: boolean
  /** The request has its row. */
  isRequested: boolean
  /** The sandbox saw it end, so no request is still on its way. */
  hasEnded: boolean
  /** What the server did and has no row yet, its receipts left out. */
  serverRowsToCome: number
}

/** What an event of the sandbox waits for. */
type Wait =
  | 'nothing'
  /** The lab server has not seen it yet. */
  | 'recording'
  /** A row of the server has to come first. */
  | 'row'

/**
 * Merges the sandbox's events with the lab server's recording of the same connections into one
 * trace. WebSocket and TCP keep order: the k-th message that the program sent is the k-th data
 * message of the client's stream, and likewise for what it received. Where both report the same,
 * the row has the octets that were seen.
 *
 * Neither side can hold up the other for long: what is not joined within the limits above goes as it
 * came.
 */
export class TraceMerge {
  readonly clock: ServerClock
  readonly #log = new MergedLog()
  readonly #sandbox = new Fifo<FromSandbox>()
  readonly #server = new Fifo<FromServer>()
  readonly #connections = new Map<string, Tapped>()
  #nextSync = 1
  #lastSynced = 0
  /** When, by their ids; the page's time. */
  readonly #syncsSent = new Map<number, number>()
  #computedUntil = 0
  #sandboxEnded = false
  #serverEnded = false
  #lost = 0

  /** @param began the page's time when the run was asked for, milliseconds. */
  constructor(began: number) {
    this.clock = new ServerClock(began)
  }

  /** Whether something waits that no sync has asked for yet. */
  get wantsSync(): boolean {
    return this.#sandbox.last?.sync === this.#nextSync
  }

  /** The id of a sync that is sent at the page's time `now`. */
  beginSync(now: number): number {
    const id = this.#nextSync
    this.#nextSync += 1
    this.#syncsSent.set(id, now)
    return id
  }

  /** Octets of one connection, at most, that the lab server did not record. */
  get lost(): number {
    return this.#lost
  }

  /** How far the trace is complete, milliseconds since the run began. */
  get completeUntil(): number {
    return this.#sandbox.length === 0
      ? Math.max(this.#log.time, this.#computedUntil)
      : this.#log.time
  }

  /** Takes what the sandbox reported at the page's time `now`. */
  takeEvents(events: readonly TraceEvent[], computedUntil: number, now: number): void {
    this.clock.batchArrived(computedUntil, now)
    this.#computedUntil = Math.max(this.#computedUntil, computedUntil)
    for (const event of events) {
      const tapped = this.#roleOf(event)
      this.#sandbox.push({ event, arrived: now, sync: this.#nextSync, tapped })
    }
  }

  /** Takes what the lab server reported at the page's time `now`. */
  takeReport(report: TapReport, now: number): void {
    switch (report.type) {
      case 'hello':
        return
      case 'synced':
        this.#answerSync(report, now)
        return
      case 'opened':
        this.#connection(report.connectionId)
        return
      case 'lost':
        this.#lost = Math.max(this.#lost, report.bytes)
        this.#connection(report.connectionId).rows.tapped.isOver = true
        return
      case 'bytes': {
        const connection = this.#connection(report.connectionId)
        const data = fromBase64(report.data)
        // Octets that cannot be read make all that follow them unreadable too.
        if (data === null) connection.rows.tapped.isOver = true
        if (data === null || data.length === 0) return
        const { from, time } = report
        const what = connection.rows.tapped.read(from, data, time)
        if (from === 'server') connection.serverRowsToCome += 1
        this.#server.push({ connection, time, arrived: now, what })
        return
      }
      case 'ended': {
        const connection = this.#connection(report.connectionId)
        connection.rows.tapped.isOver = true
        if (report.by === 'server') connection.serverRowsToCome += 1
        this.#server.push({ connection, time: report.time, arrived: now, what: report })
        return
      }
    }
    return report satisfies never
  }

  #answerSync({ id, time }: Synced, now: number): void {
    const sent = this.#syncsSent.get(id)
    if (sent === undefined) return
    this.#syncsSent.delete(id)
    this.clock.synced(time, sent, now)
    this.#lastSynced = Math.max(this.#lastSynced, id)
  }

  /** The sandbox reports nothing more. */
  endSandbox(): void {
    this.#sandboxEnded = true
  }

  /** The lab server reports nothing more. */
  endServer(): void {
    this.#serverEnded = true
    for (const { rows } of this.#connections.values()) rows.tapped.isOver = true
  }

  /** Whether every report is in the trace, and the end of each connection was reported. */
  get isComplete(): boolean {
    if (this.#sandbox.length > 0 || this.#server.length > 0) return false
    return [...this.#connections.values()].every(({ rows: { tapped } }) => {
      // One that the lab server has not seen may never have reached it.
      return tapped.isOver || tapped.request === undefined
    })
  }

  /** When `advance` has to be called again though nothing arrives; the page's time. */
  get deadline(): number | null {
    const event = this.#sandbox.peek()
    const record = this.#server.peek()
    const ofRecord =
      record && (this.#waitsForCall(record) ? PATIENCE_FOR_CALL : PATIENCE) + record.arrived
    const ofEvent = event && event.arrived + this.#patienceFor(event)
    const first = Math.min(ofEvent ?? Infinity, ofRecord ?? Infinity)
    return first === Infinity ? null : first
  }

  /** The events that have their place now, at the page's time `now`. */
  advance(now: number): readonly TraceEvent[] {
    while (this.#addNext(now));
    return this.#log.take()
  }

  #addNext(now: number): boolean {
    const event = this.#sandbox.peek()
    const record = this.#server.peek()
    if (event === undefined && record === undefined) return false
    const time = record === undefined ? Infinity : this.clock.toRun(record.time)
    const isEarlier = event === undefined || time < event.event.time
    const wait = event === undefined ? 'nothing' : this.#waitOf(event, time, now)

    if (record !== undefined) {
      if (isEarlier && this.#mayAddRecord(record, time, now)) return this.#addRecord(record, time)
      if (event !== undefined && wait === 'row' && !this.#waitsForCall(record))
        return this.#addRecord(record, Math.min(time, event.event.time))
    }
    if (event === undefined || wait !== 'nothing') return false
    if (!isEarlier || record === undefined || this.#waitsForCall(record))
      return this.#addEvent(event)
    return false
  }

  /** @param next the time of what comes next from the lab server, on the run's clock. */
  #waitOf(entry: FromSandbox, next: number, now: number): Wait {
    if (this.#serverEnded && this.#server.length === 0) return 'nothing'
    if (now - entry.arrived >= this.#patienceFor(entry)) return 'nothing'
    if (this.#awaitsSync(entry)) return 'recording'
    const { tapped } = entry
    if (tapped === undefined) return 'nothing'
    const wait = waitOf(tapped.role, tapped.connection)
    // What the server did after the end was not what it ended by.
    const latest = entry.event.time + CLOCK_ERROR + this.clock.error
    return tapped.role.is === 'end' && next > latest ? 'nothing' : wait
  }

  #awaitsSync({ sync }: FromSandbox): boolean {
    return !this.#serverEnded && sync > this.#lastSynced
  }

  #patienceFor(entry: FromSandbox): number {
    if (this.#awaitsSync(entry)) return PATIENCE_FOR_SYNC
    const { tapped } = entry
    return tapped?.role.is === 'request' && !tapped.connection.hasEnded
      ? PATIENCE_FOR_REQUEST
      : PATIENCE
  }

  #mayAddRecord(record: FromServer, time: number, now: number): boolean {
    if (this.#sandboxEnded && this.#sandbox.length === 0) return true
    const waited = now - record.arrived
    if (waited >= PATIENCE_FOR_CALL) return true
    const isTold = this.#sandboxEnded || this.#computedUntil >= time || waited >= PATIENCE
    return isTold && !this.#waitsForCall(record)
  }

  /** What the client sent comes after the call that sent it. */
  #waitsForCall({ what, connection }: FromServer): boolean {
    if (!('from' in what) || what.from === 'server') return false
    const { clientClose } = connection.rows.tapped
    if (connection.isClosing && clientClose !== undefined && what.items.includes(clientClose))
      return true
    return what.departures.some((sent) =>
      'head' in sent ? !connection.isRequested : sent.seq === undefined,
    )
  }

  #addRecord({ connection, what }: FromServer, time: number): true {
    this.#server.shift()
    const { rows } = connection
    if (!('from' in what)) {
      if (what.by === 'server') connection.serverRowsToCome -= 1
      rows.addEnd(what, time)
      return true
    }
    if (what.from === 'server') connection.serverRowsToCome -= 1
    rows.addChunk(what, time)
    return true
  }

  #addEvent({ event, tapped }: FromSandbox): true {
    this.#sandbox.shift()
    if (tapped === undefined) this.#log.addOfSandbox(event)
    else this.#addTapped(tapped.connection, tapped.role)
    return true
  }

  #addTapped(connection: Tapped, role: Role): void {
    const { rows } = connection
    switch (role.is) {
      case 'request':
        connection.isRequested = true
        return rows.addRequest(role.event)
      case 'response':
        return rows.addResponse(role.event)
      case 'messageSent':
        return rows.addMessageSent(role.event, rows.tapped.sentMessage(role.number))
      case 'frameSent':
        return rows.addFrameSent(role.event, rows.tapped.sentMessage(role.number))
      case 'frameReceived':
        return rows.addFrameReceived(role.event, role.number)
      case 'messageReceived':
        return rows.addMessageReceived(role.event, role.number)
      case 'close':
        connection.isClosing = false
        return rows.addClose(role.event)
      case 'closeReceived':
        return rows.addCloseReceived(role.event)
      case 'closeReply':
        return rows.addCloseReply(role.event)
      case 'transportClosed':
        return rows.addTransportClosed(role.event)
      case 'end':
        rows.settle(role.event.time)
        this.#log.addOfSandbox(role.event)
        return
    }
    return role satisfies never
  }

  #connection(id: string): Tapped {
    let connection = this.#connections.get(id)
    if (connection === undefined) {
      connection = {
        rows: new ConnectionRows(id, this.#log, this.clock),
        sent: 0,
        received: 0,
        closeReceived: undefined,
        isClosing: false,
        isRequested: false,
        hasEnded: false,
        serverRowsToCome: 0,
      }
      if (this.#serverEnded) connection.rows.tapped.isOver = true
      this.#connections.set(id, connection)
    }
    return connection
  }

  #roleOf(event: TraceEvent): FromSandbox['tapped'] {
    if (!('connectionId' in event) || event.connectionId === undefined) return undefined
    // A socket that goes where the program says is not recorded.
    if (event.type === 'created' && event.routedTo !== undefined)
      this.#connection(event.connectionId)
    const connection = this.#connections.get(event.connectionId)
    const role = connection && roleIn(connection, event)
    if (connection !== undefined && role?.is === 'end') connection.hasEnded = true
    return role && { connection, role }
  }
}

/** Counts the events, so they must come in order. */
function roleIn(connection: Tapped, event: TraceEvent): Role | undefined {
  switch (event.type) {
    case 'willSendHandshakeRequest':
      return { is: 'request', event }
    case 'handshakeResponseReceived':
      return { is: 'response', event }
    case 'messageSent':
      return { is: 'messageSent', event, number: connection.sent++ }
    case 'messageReceived':
      return { is: 'messageReceived', event, number: connection.received++ }
    case 'frameSent':
      if (!isControl(event.frame.opcode))
        return { is: 'frameSent', event, number: connection.sent - 1 }
      if (event.cause !== undefined && event.cause === connection.closeReceived)
        return { is: 'closeReply', event }
      connection.isClosing = true
      return { is: 'close', event }
    case 'frameReceived':
      if (event.frame.opcode !== Opcode.Close)
        return { is: 'frameReceived', event, number: connection.received }
      connection.closeReceived = event.seq
      return { is: 'closeReceived', event }
    case 'transportClosed':
      return { is: 'transportClosed', event }
    case 'readyStateChanged':
      return event.to === 3 ? { is: 'end', event } : undefined
    case 'closed':
      return { is: 'end', event }
    case 'eventFired':
      return event.eventType === 'error' || event.eventType === 'close'
        ? { is: 'end', event }
        : undefined
    default:
      passOver('merge', event)
      return undefined
  }
}

function waitOf(role: Role, { rows, serverRowsToCome }: Tapped): Wait {
  const { tapped } = rows
  const unseen: Wait = tapped.isOver ? 'nothing' : 'recording'
  switch (role.is) {
    case 'request':
      return tapped.request === undefined ? unseen : 'nothing'
    case 'response':
      if (tapped.response === undefined) return unseen
      return tapped.response.sent === undefined ? 'row' : 'nothing'
    case 'messageSent':
    case 'frameSent':
      return tapped.sentMessage(role.number).isComplete ? 'nothing' : unseen
    case 'frameReceived':
    case 'messageReceived':
      if (tapped.messagesOfServer <= role.number) return unseen
      return rows.messagesOfServer <= role.number ? 'row' : 'nothing'
    case 'close':
      return tapped.clientClose === undefined ? unseen : 'nothing'
    case 'closeReceived':
      if (tapped.serverClose === undefined) return unseen
      return rows.serverCloseHasRow ? 'nothing' : 'row'
    case 'closeReply':
    case 'transportClosed':
    case 'end':
      return serverRowsToCome > 0 ? 'row' : 'nothing'
  }
  return role satisfies never
}
