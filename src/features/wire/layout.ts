/**
 * From events to the rows and arrows of the wire: time goes down, the program and its browser are
 * on the left, the server on the right. Not to scale: each thing that happens takes a row, unless it
 * happens at the same time as what is already there and has a place of its own beside it.
 */
import type { Direction } from '../../core/trace/describe/index.ts'
import type { ReadyState, Side, TraceEvent } from '../../core/trace/event.ts'

/** The places in a row, in the order in which things happen there. */
export type WireSlot =
  | 'clientArrival'
  | 'serverArrival'
  | 'code'
  | 'state'
  | 'clientNote'
  | 'server'
  | 'clientDeparture'
  | 'serverDeparture'

export interface WireRow {
  /** Milliseconds. */
  readonly time: number
  /** Of its first event. */
  readonly firstSeq: number
  /** The `seq` of the event in each place that is taken. */
  readonly slots: ReadonlyMap<WireSlot, number>
}

export interface ArrowEnd {
  readonly row: number
  readonly seq: number
}

/** What travels from one side to the other. An end that nobody saw is absent. */
export interface WireArrow {
  readonly direction: Direction
  readonly departure?: ArrowEnd
  readonly arrival?: ArrowEnd
}

/** The readyState from a row on. */
export interface StateChange {
  readonly row: number
  readonly seq: number
  readonly state: ReadyState
}

interface OpenRow {
  readonly time: number
  readonly firstSeq: number
  readonly slots: Map<WireSlot, number>
}

interface OpenArrow {
  readonly direction: Direction
  departure?: ArrowEnd
  arrival?: ArrowEnd
}

/** Within a row and a side, what has a higher rank comes later. */
const RANK: Readonly<Record<WireSlot, 0 | 1 | 2>> = {
  clientArrival: 0,
  serverArrival: 0,
  code: 1,
  state: 1,
  clientNote: 1,
  server: 1,
  clientDeparture: 2,
  serverDeparture: 2,
}

function sideOf(slot: WireSlot): Side {
  return slot.startsWith('server') ? 'server' : 'client'
}

/** Takes the events of a log in their order; keeps what concerns one connection and the program. */
export class WireLayout {
  readonly #connectionId: string
  readonly #rows: OpenRow[] = []
  /** By the row at which they are first drawn, ascending. */
  readonly #arrows: OpenArrow[] = []
  readonly #states: StateChange[] = []
  /** What is under way, by the `seq` that its receipt will name as its cause. */
  readonly #underWay = new Map<number, OpenArrow>()
  /** The handshake's response, by the `seq` of the client's receipt of its octets. */
  readonly #responseReceipts = new Map<number, OpenArrow>()
  #responseLeft = false
  /** Rows that an arrow passes, at most. */
  #longestArrow = 1

  constructor(connectionId: string) {
    this.#connectionId = connectionId
  }

  get rows(): readonly WireRow[] {
    return this.#rows
  }

  get states(): readonly StateChange[] {
    return this.#states
  }

  accept(event: TraceEvent): void {
    if ('connectionId' in event && event.connectionId !== undefined) {
      if (event.connectionId === this.#connectionId) this.#acceptOwn(event)
    } else if (event.type === 'consoleMessage' || event.type === 'uncaughtError') {
      this.#place(event.side === 'client' ? 'code' : 'server', event)
    } else if (event.type === 'userInput') {
      this.#place('code', event)
    }
  }

  #acceptOwn(event: TraceEvent): void {
    const isClient = event.side === 'client'
    switch (event.type) {
      case 'apiCall':
        // Setting a handler sends nothing, and a program sets several.
        if (/^on[a-z]+$/.test(event.method)) break
        this.#place(isClient ? 'code' : 'server', event)
        break
      case 'eventFired':
        this.#place(isClient ? 'code' : 'server', event)
        break
      case 'readyStateChanged':
        if (isClient)
          this.#states.push({
            row: this.#place('state', event),
            seq: event.seq,
            state: event.to,
          })
        break
      case 'frameError':
        this.#place(isClient ? 'clientNote' : 'server', event)
        break
      case 'willSendHandshakeRequest':
        if (isClient) this.#depart(event)
        else this.#arrive(event, event.cause)
        break
      case 'handshakeResponseReceived':
        if (isClient) this.#arriveResponse(event)
        else this.#departResponse(event)
        break
      case 'bytesSent':
        if (isClient) this.#rename(event)
        // The server's octets before its first frame are its answer to the handshake.
        else this.#departResponse(event)
        break
      case 'bytesReceived':
        this.#receiveBytes(event)
        break
      case 'frameSent':
        if (!isClient) this.#responseLeft = true
        this.#depart(event)
        break
      case 'frameReceived':
        this.#arrive(event, event.cause)
        break
      case 'transportClosed':
        if (event.by === event.side) this.#depart(event)
        else if (event.cause !== undefined && this.#underWay.has(event.cause))
          this.#arrive(event, event.cause)
        else this.#place(isClient ? 'clientNote' : 'server', event)
        break
      default:
        // A message is drawn as its frames; the rest has no place on the wire.
        break
    }
  }

  #depart(event: TraceEvent): void {
    const isClient = event.side === 'client'
    const arrow: OpenArrow = { direction: isClient ? 'out' : 'in' }
    const row = this.#place(isClient ? 'clientDeparture' : 'serverDeparture', event)
    arrow.departure = { row, seq: event.seq }
    this.#arrows.push(arrow)
    this.#underWay.set(event.seq, arrow)
  }

  #departResponse(event: TraceEvent): void {
    if (this.#responseLeft) return
    this.#responseLeft = true
    this.#depart(event)
  }

  /** The octets of a request stand for it from now on: their receipt names them as its cause. */
  #rename(event: TraceEvent): void {
    if (event.cause === undefined) return
    const arrow = this.#underWay.get(event.cause)
    if (arrow === undefined) return
    this.#underWay.delete(event.cause)
    this.#underWay.set(event.seq, arrow)
  }

  #receiveBytes(event: TraceEvent): void {
    if (event.cause === undefined) return
    const arrow = this.#underWay.get(event.cause)
    if (arrow === undefined) return
    if (event.side === 'server') this.#arrive(event, event.cause)
    else {
      this.#underWay.delete(event.cause)
      this.#responseReceipts.set(event.seq, arrow)
    }
  }

  #arriveResponse(event: TraceEvent): void {
    const arrow = this.#responseReceipts.get(event.cause ?? -1)
    this.#responseReceipts.clear()
    this.#responseLeft = true
    if (arrow !== undefined) this.#end(arrow, event)
    else this.#arrive(event, event.cause)
  }

  #arrive(event: TraceEvent, cause: number | undefined): void {
    const arrow = cause === undefined ? undefined : this.#underWay.get(cause)
    if (arrow !== undefined && cause !== undefined) {
      this.#underWay.delete(cause)
      this.#end(arrow, event)
      return
    }
    const unseen: OpenArrow = { direction: event.side === 'client' ? 'in' : 'out' }
    this.#end(unseen, event)
    this.#arrows.push(unseen)
  }

  #end(arrow: OpenArrow, event: TraceEvent): void {
    const slot = event.side === 'client' ? 'clientArrival' : 'serverArrival'
    const row = this.#place(slot, event, arrow.departure?.row)
    arrow.arrival = { row, seq: event.seq }
    if (arrow.departure !== undefined)
      this.#longestArrow = Math.max(this.#longestArrow, row - arrow.departure.row)
  }

  /** @param after the row must come after this one: an arrow goes down. */
  #place(slot: WireSlot, event: TraceEvent, after = -1): number {
    const last = this.#rows.at(-1)
    const index = this.#rows.length - 1
    if (last !== undefined && last.time === event.time && index > after && hasRoom(last, slot)) {
      last.slots.set(slot, event.seq)
      return index
    }
    this.#rows.push({
      time: event.time,
      firstSeq: event.seq,
      slots: new Map([[slot, event.seq]]),
    })
    return index + 1
  }

  /** How many rows have an event before `seq`. */
  rowsBefore(seq: number): number {
    let low = 0
    let high = this.#rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#rows[middle]?.firstSeq ?? Infinity) < seq) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The row that an event stands in, or -1. */
  rowOf(seq: number): number {
    // It is in the last row that begins at or before it, or it is not drawn.
    const row = this.rowsBefore(seq + 1) - 1
    const slots = this.#rows[row]?.slots
    return slots !== undefined && [...slots.values()].includes(seq) ? row : -1
  }

  /** The arrows that pass the rows from `first` to `last`, both included. */
  arrowsBetween(first: number, last: number): WireArrow[] {
    const found: WireArrow[] = []
    let low = 0
    let high = this.#arrows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (startOf(this.#arrows[middle]) < first - this.#longestArrow) low = middle + 1
      else high = middle
    }
    for (let index = low; index < this.#arrows.length; index += 1) {
      const arrow = this.#arrows[index]
      if (arrow === undefined || startOf(arrow) > last) break
      if ((arrow.arrival?.row ?? Infinity) >= first) found.push(arrow)
    }
    return found
  }
}

function startOf(arrow: WireArrow | undefined): number {
  return arrow?.departure?.row ?? arrow?.arrival?.row ?? 0
}

function hasRoom(row: OpenRow, slot: WireSlot): boolean {
  const side = sideOf(slot)
  for (const taken of row.slots.keys()) {
    if (taken === slot) return false
    if (sideOf(taken) === side && RANK[taken] > RANK[slot]) return false
  }
  return true
}
