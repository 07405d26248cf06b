/**
 * From events to the rows, arrows, ribbons, brackets and bands of the wire. Time runs downward, the
 * program and its browser are on the left, the server on the right. Over 300 lines, because one pass over
 * the log places all of it.
 */
import { Opcode } from '../../../core/protocol/opcode.ts'
import type {
  ApiCall,
  Intervention,
  Side,
  TraceEvent,
  TransportClosed,
} from '../../../core/trace/event.ts'
import { octetsOfData } from '../../../core/trace/events/body.ts'
import { passOver } from '../../../core/trace/pass-over.ts'
import { WireArrows, type ArrowEnd, type OpenArrow, type WireArrow } from './arrows.ts'
import { WireBands } from './bands.ts'
import { FragmentedMessages } from './fragments.ts'
import { Pings } from './pings.ts'
import { WireRows, type WireSlot } from './rows.ts'
import { Lifelines, type OpenLifeline, type Unreachable } from './lifelines.ts'
import { InFlight } from './in-flight.ts'

type Own<E> = E extends { readonly connectionId?: string }
  ? 'connectionId' extends keyof E
    ? E & { readonly connectionId: string }
    : never
  : never
type OwnEvent = Own<TraceEvent>
type Kind = WireArrow['kind']

const OTHER: Readonly<Record<Side, Side>> = { client: 'server', server: 'client' }
const DEPARTURE = { client: 'clientDeparture', server: 'serverDeparture' } as const
const ARRIVAL = { client: 'clientArrival', server: 'serverArrival' } as const
const PROGRAM = { client: 'code', server: 'server' } as const
/** The slots of what a side's engine says about a connection. */
const NOTE = { client: 'clientNote', server: 'server' } as const

/** Takes the events of a log in their order. */
export class WireLayout {
  readonly rows = new WireRows()
  readonly arrows = new WireArrows()
  readonly lifelines = new Lifelines()
  readonly messages = new FragmentedMessages()
  readonly bands = new WireBands()
  readonly inFlight = new InFlight()
  /** Whether the server program has something to show. */
  serverSpeaks = false
  /** The client's first opening handshake. */
  firstRequest: ArrowEnd | undefined
  readonly #scope: string | null
  readonly #pings = new Pings()
  /** A timer that fired gets a row only if something it caused has one. */
  readonly #timers = new Map<Side, TraceEvent>()
  /** By connection, the last HTTP head sent: its body may leave with it. */
  readonly #heads = new Map<string, { readonly arrow: OpenArrow; readonly time: number }>()
  readonly #connections = new Set<string>()

  /** @param scope the only connection to show, `null` for all; events without one are shown too. */
  constructor(scope: string | null) {
    this.#scope = scope
  }

  /** How many connections there are, shown or not. */
  get connections(): number {
    return this.#connections.size
  }

  accept(event: TraceEvent): void {
    if (hasConnection(event)) {
      this.#connections.add(event.connectionId)
      if (this.#scope === null || event.connectionId === this.#scope) this.#acceptOwn(event)
      return
    }
    switch (event.type) {
      case 'apiCall':
        this.#call(event)
        break
      case 'consoleMessage':
      case 'uncaughtError':
      case 'userInput':
      case 'childNodeInserted':
      case 'messagePublished':
      case 'messageDelivered':
      case 'brokerCommand':
        this.#put(PROGRAM[event.side], event)
        break
      case 'pageLifecycle':
        // The load of the page begins every run.
        if (event.phase !== 'load' || event.page !== undefined) this.#put('code', event)
        break
      case 'timerFired':
        this.#timers.set(event.side, event)
        break
      case 'intervention':
        this.#intervene(event)
        break
      default:
        passOver('wire', event)
    }
  }

  /** Drops what concerns only events before `firstSeq`. */
  release(firstSeq: number): void {
    this.rows.release(firstSeq)
    const { first } = this.rows
    this.arrows.release(first, firstSeq)
    this.messages.release(first)
    this.bands.release(first)
  }

  #acceptOwn(event: OwnEvent): void {
    const isClient = event.side === 'client'
    const lifeline = this.lifelines.get(event.connectionId)
    if (lifeline !== undefined && !isClient) lifeline.serverIsSeen = true
    switch (event.type) {
      case 'apiCall':
        this.#call(event)
        break
      case 'eventFired':
        this.#put(PROGRAM[event.side], event)
        break
      case 'readyStateChanged':
        if (isClient) this.#changeState(event)
        break
      case 'frameError':
        this.#put(NOTE[event.side], event)
        break
      case 'willSendHandshakeRequest':
        if (isClient) {
          const { departure } = this.#depart(event, 'handshake')
          this.firstRequest ??= departure
        } else this.#arrive(event, 'handshake')
        this.#begin(event, 'socket')
        break
      case 'handshakeResponseReceived':
        if (isClient) this.#arrive(event, 'handshake')
        else this.#departResponse(event)
        break
      case 'handshakeResponseSent':
        this.#departResponse(event)
        break
      case 'bytesSent':
        if (lifeline?.kind !== 'socket') break
        // A server's octets whose head was not recorded are its response, before its first frame.
        if (!isClient) this.#departResponse(event)
        this.#renameSending(event)
        break
      case 'bytesReceived':
        if (lifeline?.kind === 'socket') this.#receiveBytes(event)
        break
      case 'frameSent': {
        if (lifeline !== undefined && !isClient) lifeline.hasAnswered = true
        const arrow = this.#depart(event, 'frame')
        if (event.frame.opcode === Opcode.Ping) this.#pings.ping(arrow, event.frame.payload)
        if (event.frame.opcode === Opcode.Pong) this.#pings.pong(arrow, event.frame.payload)
        this.#fragment(event, arrow)
        break
      }
      case 'frameReceived': {
        const arrow = this.#arrive(event, 'frame')
        if (arrow.departure === undefined) this.#fragment(event, arrow)
        break
      }
      case 'httpRequest':
      case 'httpResponse':
        if ((event.type === 'httpRequest') === isClient) this.#departHead(event)
        else this.#arriveHead(event)
        this.#begin(event, 'http')
        break
      case 'httpData':
        if (isClient) this.#arriveBody(event, octetsOfData(event))
        else this.#departBody(event, octetsOfData(event))
        break
      case 'transportClosed':
        this.#closeTransport(event)
        break
      case 'intervention':
        this.#intervene(event)
        break
      default:
        // Frames are drawn in place of their messages.
        passOver('wire', event)
    }
  }

  /** Leaves out the setting of handlers: programs set several, and none sends anything. */
  #call(event: ApiCall): void {
    if (!/^on[a-z]+$/.test(event.method)) this.#put(PROGRAM[event.side], event)
  }

  /** @param after the row must come after this one. */
  #put(slot: WireSlot, event: TraceEvent, after = -1): number {
    const timer = this.#timers.get(event.side)
    if (timer !== undefined && event.cause === timer.seq) {
      this.#timers.delete(event.side)
      // Rows are in the order of their first events.
      if ((this.rows.at(this.rows.end - 1)?.firstSeq ?? -1) < timer.seq)
        this.#putBare(PROGRAM[event.side], timer, after)
    }
    const row = this.#putBare(slot, event, after)
    if (hasConnection(event)) {
      const lifeline = this.lifelines.get(event.connectionId)
      if (lifeline?.endRow !== undefined) lifeline.endRow = row
    }
    return row
  }

  #putBare(slot: WireSlot, event: TraceEvent, after: number): number {
    const row = this.rows.place(slot, event, after)
    if (slot === 'server') this.serverSpeaks = true
    if (!this.bands.isEmpty) this.bands.reached(row, event.time)
    return row
  }

  /** Begins the lifeline of a new connection at the event just placed. */
  #begin({ connectionId, side, seq }: OwnEvent, kind: 'socket' | 'http'): void {
    if (this.lifelines.get(connectionId) !== undefined) return
    const row = this.rows.end - 1
    const lifeline = this.lifelines.begin(connectionId, kind, row)
    lifeline.serverIsSeen = side === 'server'
    lifeline.changes.push({ row, seq, state: kind === 'http' ? 'http' : 0 })
  }

  #changeState(event: Extract<OwnEvent, { type: 'readyStateChanged' }>): void {
    const last = this.rows.end - 1
    const { cause = Infinity } = event
    // What the program did between the cause and the change, it did in the state before.
    const isLater = this.rows
      .at(last)
      ?.cells.some(({ slot, seq }) => slot === 'code' && seq > cause)
    const row = this.#put('state', event, isLater === true ? last : -1)
    const lifeline =
      this.lifelines.get(event.connectionId) ??
      this.lifelines.begin(event.connectionId, 'socket', row)
    lifeline.changes.push({ row, seq: event.seq, state: event.to })
    if (event.to !== 3) return
    lifeline.endRow = row
    this.bands.endSilence(event.connectionId, row, event.time)
  }

  #depart(event: OwnEvent, kind: Kind): OpenArrow {
    const { side, seq, connectionId } = event
    const row = this.#put(DEPARTURE[side], event)
    const arrow: OpenArrow = {
      direction: side === 'client' ? 'out' : 'in',
      connectionId,
      kind,
      from: side,
      departure: { row, seq },
    }
    const lifeline = this.lifelines.get(connectionId)
    const unreachable = lifeline?.unreachable[OTHER[side]]
    if (lifeline?.serverIsSeen === true && unreachable !== undefined)
      arrow.loss = { how: unreachable.how, seq }
    this.arrows.add(arrow)
    this.rows.tie(arrow)
    return arrow
  }

  #arrive(event: OwnEvent, kind: Kind): OpenArrow {
    const arrow = this.arrows.underWay(event.cause)
    if (arrow !== undefined && event.cause !== undefined) {
      this.arrows.received(event.cause)
      if (arrow.arrival === undefined) {
        const row = this.#put(ARRIVAL[event.side], event, arrow.departure?.row)
        this.arrows.end(arrow, { row, seq: event.seq })
        this.rows.tie(arrow)
        this.inFlight.add(this.rows.timeOf(arrow.departure?.row ?? row), event.time)
      }
      return arrow
    }
    return this.#arriveUnseen(event, kind, OTHER[event.side])
  }

  /** Adds an arrow whose departure is unknown. */
  #arriveUnseen(
    event: OwnEvent,
    kind: Kind,
    from: WireArrow['from'],
    slot: WireSlot = ARRIVAL[event.side],
  ): OpenArrow {
    const { side, seq, connectionId } = event
    const row = this.#put(slot, event)
    const direction = side === 'client' ? 'in' : 'out'
    const arrow: OpenArrow = { direction, connectionId, kind, from, arrival: { row, seq } }
    this.arrows.add(arrow)
    this.rows.tie(arrow)
    return arrow
  }

  #departResponse(event: OwnEvent): void {
    const lifeline = this.lifelines.get(event.connectionId)
    if (lifeline === undefined || lifeline.hasAnswered) return
    lifeline.hasAnswered = true
    this.#depart(event, 'handshake')
  }

  /** A receipt may name the octets of a head as its cause instead of the head. */
  #renameSending(event: OwnEvent): void {
    const arrow = this.arrows.underWay(event.cause)
    if (arrow?.kind === 'handshake') this.arrows.rename(arrow, event.seq)
  }

  #receiveBytes(event: OwnEvent): void {
    const arrow = this.arrows.underWay(event.cause)
    if (arrow?.kind !== 'handshake' || arrow.arrival !== undefined) return
    if (event.side === 'server') this.#arrive(event, 'handshake')
    // The response follows, and names the receipt of its octets.
    else this.arrows.rename(arrow, event.seq)
  }

  #fragment(event: Extract<OwnEvent, { type: 'frameSent' | 'frameReceived' }>, arrow: WireArrow) {
    const place = arrow.departure ?? arrow.arrival
    if (place !== undefined) this.messages.accept(event, arrow.direction, place)
  }

  #departHead(event: OwnEvent): void {
    const arrow = this.#depart(event, 'http')
    this.#heads.set(event.connectionId, { arrow, time: event.time })
  }

  #arriveHead(event: OwnEvent): void {
    const arrow = this.#arrive(event, 'http')
    if (arrow.departure === undefined)
      this.#heads.set(event.connectionId, { arrow, time: event.time })
  }

  /** A body that leaves with its head shares the chip, as a payload shares a frame's. */
  #departBody(event: OwnEvent, octets: number): void {
    if (!this.#join(event, octets)) {
      this.#heads.delete(event.connectionId)
      this.#depart(event, 'http')
    }
  }

  #arriveBody(event: OwnEvent, octets: number): void {
    if (this.arrows.underWay(event.cause) !== undefined || !this.#join(event, octets))
      this.#arrive(event, 'http')
  }

  #join(event: OwnEvent, octets: number): boolean {
    const head = this.#heads.get(event.connectionId)
    if (head?.time !== event.time || head.arrow.direction !== 'in') return false
    const { body } = head.arrow
    head.arrow.body = { seq: body?.seq ?? event.seq, octets: (body?.octets ?? 0) + octets }
    if (head.arrow.departure !== undefined) this.arrows.rename(head.arrow, event.seq)
    return true
  }

  #closeTransport(event: TransportClosed): void {
    const { side, by, how, seq, connectionId } = event
    const lifeline = this.lifelines.get(connectionId)
    if (how === 'silence') {
      this.#fallSilent(event, lifeline)
    } else if (by === 'network') {
      this.#arriveUnseen(event, how, by, this.#hasEnd(event) ? ARRIVAL[side] : 'network')
      this.#lose(lifeline, connectionId, side, { how: 'closed', seq })
    } else if (by === side) {
      this.#depart(event, how)
      // RFC 9293 §3.10.7.4: a side that resets a connection reads no more from it.
      if (how === 'rst') this.#lose(lifeline, connectionId, side, { how: 'closed', seq })
    } else {
      const arrow = this.arrows.underWay(event.cause)
      if (arrow === undefined) this.#arriveUnseen(event, how, by)
      else this.#arrive(event, how)
    }
    if (lifeline === undefined) return
    if (lifeline.kind === 'http' && side === 'client') lifeline.endRow = this.rows.end - 1
    lifeline.ends.add(side)
    if (lifeline.ends.size < 2) return
    for (const end of lifeline.ends) this.#lose(lifeline, connectionId, end, { how: 'closed', seq })
    this.#heads.delete(connectionId)
  }

  /** Whether the middlebox closed the other side at the same time. */
  #hasEnd({ connectionId, time, side }: TransportClosed): boolean {
    const lifeline = this.lifelines.get(connectionId)
    return lifeline?.ends.has(OTHER[side]) === true && this.rows.timeOf(this.rows.end - 1) === time
  }

  #fallSilent(event: TransportClosed, lifeline: OpenLifeline | undefined): void {
    const { seq, time, connectionId, side } = event
    if (!this.bands.has(connectionId)) {
      const fromRow = this.#put('network', event)
      this.bands.begin({ kind: 'silence', connectionId, seq, fromRow, fromTime: time })
    }
    this.#lose(lifeline, connectionId, side, { how: 'silence', seq })
  }

  #lose(
    lifeline: OpenLifeline | undefined,
    connectionId: string,
    side: Side,
    loss: Unreachable,
  ): void {
    if (lifeline === undefined) return
    lifeline.unreachable[side] ??= loss
    if (lifeline.serverIsSeen) this.arrows.lose(connectionId, side, loss)
  }

  #intervene(event: Intervention): void {
    const { kind, seq, time, duration } = event
    const dropped = kind === 'dropFrame' ? this.arrows.underWay(event.cause) : undefined
    if (dropped !== undefined) dropped.loss = { how: 'dropped', seq }
    const fromRow = this.#put('marker', event)
    if (kind === 'stallServer' && duration !== undefined)
      this.bands.begin({ kind: 'stall', seq, fromRow, fromTime: time, toTime: time + duration })
  }
}

function hasConnection(event: TraceEvent): event is OwnEvent {
  return 'connectionId' in event && event.connectionId !== undefined
}
