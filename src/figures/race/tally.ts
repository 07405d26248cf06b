/** What a race has come to: counted from the events of its trace, and by when updates were where. */
import type { Side, TraceEvent } from '../../core/trace/event.ts'
import { LANES, type Lane } from './settings.ts'

/** Octets on their way: one write, and where it was read. Times are in milliseconds. */
export interface Flight {
  readonly from: Side
  readonly sent: number
  /** `null` while it is on its way. */
  readonly arrived: number | null
}

/** An update that has reached a program. */
export interface Arrival {
  readonly id: number
  readonly at: number
}

/** What one way has cost so far. */
export interface LaneTally {
  /** Octets that were sent, both ways, all of them. */
  readonly bytes: number
  /** Those of them in the heads of requests and responses. */
  readonly headers: number
  /** With the opening handshake of a WebSocket, which is one. */
  readonly requests: number
  readonly connections: number
  readonly flights: readonly Flight[]
  readonly arrivals: readonly Arrival[]
}

/** The numbers of a race, by which its table and its sentences are made. */
export interface LaneNumbers {
  readonly bytes: number
  readonly headers: number
  readonly requests: number
  readonly connections: number
  /** How many updates have arrived. */
  readonly updates: number
  /** How old an update was when the program had it, in milliseconds; 0 before the first. */
  readonly meanDelay: number
  readonly maxDelay: number
}

export type RaceNumbers = Readonly<Record<Lane, LaneNumbers>>

interface Sending {
  readonly flight: { from: Side; sent: number; arrived: number | null }
  /** Octets that this side had sent once this write was out. */
  readonly end: number
}

/** One direction of one connection. */
interface Direction {
  sent: number
  received: number
  readonly underWay: Sending[]
}

interface MutableLane extends LaneTally {
  bytes: number
  headers: number
  requests: number
  connections: number
  readonly flights: Sending['flight'][]
  readonly arrivals: Arrival[]
}

export class Tally {
  readonly lanes: Readonly<Record<Lane, LaneTally>>
  /** When each update happened, by its id less one. */
  readonly happened: readonly number[]
  readonly #lanes: Readonly<Record<Lane, MutableLane>>
  readonly #happened: number[] = []
  readonly #laneOf: (event: TraceEvent) => Lane | undefined
  readonly #connections = new Map<string, Lane>()
  readonly #directions = new Map<string, Direction>()

  /** @param laneOf the way that opened a connection, by an event that tells its URL. */
  constructor(laneOf: (event: TraceEvent) => Lane | undefined) {
    this.#laneOf = laneOf
    this.#lanes = byLane(() => ({
      ...{ bytes: 0, headers: 0, requests: 0, connections: 0 },
      flights: [],
      arrivals: [],
    }))
    this.lanes = this.#lanes
    this.happened = this.#happened
  }

  updateHappened(at: number): void {
    this.#happened.push(at)
  }

  updateArrived(lane: Lane, id: number, at: number): void {
    this.#lanes[lane].arrivals.push({ id, at })
  }

  add(event: TraceEvent): void {
    if (!('connectionId' in event) || event.connectionId === undefined) return
    const { connectionId } = event
    let name = this.#connections.get(connectionId)
    if (name === undefined) {
      name = this.#laneOf(event)
      if (name === undefined) return
      this.#connections.set(connectionId, name)
      this.#lanes[name].connections += 1
    }
    const lane = this.#lanes[name]
    switch (event.type) {
      case 'httpRequest':
      case 'willSendHandshakeRequest':
        if (event.side !== 'client') return
        lane.requests += 1
        lane.headers += event.byteLength
        break
      case 'httpResponse':
      case 'handshakeResponseReceived':
        if (event.side === 'client') lane.headers += event.byteLength
        break
      case 'bytesSent': {
        lane.bytes += event.data.length
        const direction = this.#direction(connectionId, event.side)
        direction.sent += event.data.length
        const flight = { from: event.side, sent: event.time, arrived: null }
        lane.flights.push(flight)
        direction.underWay.push({ flight, end: direction.sent })
        break
      }
      case 'bytesReceived': {
        const direction = this.#direction(
          connectionId,
          event.side === 'client' ? 'server' : 'client',
        )
        direction.received += event.data.length
        // One read may be of several writes, and a write may be read in parts.
        while ((direction.underWay[0]?.end ?? Infinity) <= direction.received) {
          const landed = direction.underWay.shift()
          if (landed !== undefined) landed.flight.arrived = event.time
        }
      }
    }
  }

  numbers(name: Lane): LaneNumbers {
    const { bytes, headers, requests, connections, arrivals } = this.#lanes[name]
    const delays = arrivals.map(({ id, at }) => at - (this.#happened[id - 1] ?? at))
    const sum = delays.reduce((total, delay) => total + delay, 0)
    return {
      ...{ bytes, headers, requests, connections },
      updates: arrivals.length,
      meanDelay: delays.length === 0 ? 0 : sum / delays.length,
      maxDelay: Math.max(0, ...delays),
    }
  }

  #direction(connectionId: string, from: Side): Direction {
    const key = `${connectionId} ${from}`
    const known = this.#directions.get(key)
    if (known !== undefined) return known
    const made: Direction = { sent: 0, received: 0, underWay: [] }
    this.#directions.set(key, made)
    return made
  }
}

/** A value for each way. */
export function byLane<T>(make: (lane: Lane) => T): Readonly<Record<Lane, T>> {
  // `LANES` has every lane.
  return Object.fromEntries(LANES.map((lane) => [lane, make(lane)])) as Record<Lane, T>
}
