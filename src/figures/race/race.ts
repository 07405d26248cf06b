/** The race itself: four programs and their servers on one in-page network, on one clock. */
import { createNetwork } from '../../in-page-network/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import { clients } from './clients.ts'
import { createFeed, type Feed } from './feed.ts'
import { serve } from './servers.ts'
import { LANES, UPDATES, type Lane, type RaceSettings } from './settings.ts'
import { Tally } from './tally.ts'

export interface Race {
  readonly tally: Tally
  readonly trace: readonly TraceEvent[]
  /** Milliseconds of its own clock since it began. */
  readonly now: number
  /** Every update has arrived four times, and the connections are closed. */
  readonly isOver: boolean
  /** Lets time pass up to this moment, or up to the end of the race. */
  advance(to: number): Promise<void>
  /** Ends it at once. */
  stop(): void
}

/** All four have addresses of one length, so that none has the shorter `Host` field. */
const portOf = (lane: Lane) => 8001 + LANES.indexOf(lane)
const hostOf = (lane: Lane) => `updates.example:${String(portOf(lane))}`

export function startRace(settings: RaceSettings): Race {
  const network = createNetwork({
    clock: 'virtual',
    seed: 1,
    conditions: { latency: settings.latency },
    baseUrl: 'http://updates.example/',
    headers: cookieOf(settings.cookie),
    servers: Object.fromEntries(
      LANES.map((lane) => [
        hostOf(lane),
        (modules) => serve(lane, modules, feed, portOf(lane), settings),
      ]),
    ),
  })
  const { clock, trace, clientGlobals, serverGlobals } = network
  const tally = new Tally(laneOf)
  const feed: Feed = createFeed(
    {
      setTimeout: (callback, delay) => serverGlobals.setTimeout(callback, delay),
      random: () => serverGlobals.Math.random(),
      happened: () => tally.updateHappened(clock.now()),
    },
    settings,
  )

  let waiting = LANES.length
  let end = Infinity
  const arrived = (lane: Lane, id: number) => {
    tally.updateArrived(lane, id, clock.now())
    if (id < UPDATES) return
    waiting -= 1
    // The closing handshake of a WebSocket goes there and back.
    if (waiting === 0) end = clock.now() + 2 * settings.latency
  }
  for (const lane of LANES)
    clients[lane]({
      fetch: network.fetch,
      EventSource: network.EventSource,
      WebSocket: network.WebSocket,
      setTimeout: (callback, delay) => clientGlobals.setTimeout(callback, delay),
      host: hostOf(lane),
      settings,
      arrived: (id) => arrived(lane, id),
    })

  let counted = 0
  let isOver = false
  return {
    tally,
    trace,
    get now() {
      return clock.now()
    },
    get isOver() {
      return isOver
    },
    async advance(to) {
      await network.ready
      // The end is known only when it is near.
      const due = () => (clock.nextTime() ?? Infinity) <= Math.min(to, end)
      await clock.settle()
      while (due()) await clock.step()
      await clock.runUntil(Math.min(to, end))
      for (const event of trace.slice(counted)) tally.add(event)
      counted = trace.length
      if (clock.now() < end || isOver) return
      isOver = true
      network.stop()
    },
    stop: () => network.stop(),
  }
}

/** A `Cookie` line of so many octets, with its line end. */
function cookieOf(octets: number): readonly (readonly [string, string])[] {
  const frame = 'Cookie: session=\r\n'.length
  return octets === 0 ? [] : [['Cookie', `session=${'x'.repeat(octets - frame)}`]]
}

/** The first event of a connection that tells where it leads. */
function laneOf(event: TraceEvent): Lane | undefined {
  if (event.type === 'willSendHandshakeRequest') return 'webSocket'
  if (event.type !== 'httpRequest') return undefined
  return LANES.find((lane) => new URL(event.url).host === hostOf(lane))
}
