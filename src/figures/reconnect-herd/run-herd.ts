/** Lets the clients lose their server and come back, on the in-page network. */
import { createNetwork, type NodeModules, type ServerGlobals } from '../../in-page-network/index.ts'
import { CLIENTS, END, LATENCY, readHerd, waitOf, type Herd, type Settings } from './herd.ts'

const PORT = 8080

/**
 * A browser opens one connection to an address at a time, so each client is given an address. What
 * answers there are doors to one server: all of them open at the same moment.
 */
const doors = Array.from({ length: CLIENTS }, (_, index) => `door-${String(index)}.example:8080`)

export async function runHerd(settings: Settings): Promise<Herd> {
  const outage = Number(settings.outage) * 1000
  const network = createNetwork({
    clock: 'virtual',
    seed: 101,
    conditions: { latency: LATENCY, jitter: 20 },
    baseUrl: 'http://chat.example/',
    recorder: { record: () => 0 },
    servers: Object.fromEntries(
      doors.map((door) => [door, (modules, globals) => serve(modules, globals, outage)]),
    ),
  })
  const { clock, clientGlobals, WebSocket } = network
  const attempts: number[] = []
  const opened: number[] = []

  const connect = (door: string, failures: number) => {
    attempts.push(clock.now())
    const ws = new WebSocket(`ws://${door}/`)
    ws.onopen = () => opened.push(clock.now())
    ws.onclose = () => wait(door, failures + 1)
  }
  const wait = (door: string, failures: number) => {
    const delay = waitOf(settings.way, failures, clientGlobals.random())
    clientGlobals.setTimeout(() => connect(door, failures), delay)
  }

  await network.ready
  for (const door of doors) wait(door, 0)
  await clock.runUntil(END)
  network.stop()
  return readHerd(settings, { attempts, opened })
}

/** What the server uses of `ws`. */
interface ServerModules {
  readonly ws: { readonly WebSocketServer: new (options: { readonly port: number }) => unknown }
}

/** A server that nobody can reach until the outage is over. */
function serve(modules: NodeModules, { setTimeout }: ServerGlobals, outage: number): void {
  // The network has it, with the part of its interface that is declared above.
  const { ws } = modules as unknown as ServerModules
  setTimeout(() => new ws.WebSocketServer({ port: PORT }), outage)
}
