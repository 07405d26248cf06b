/** Lives a socket's life on the in-page network. */
import { createNetwork, type NodeModules, type ServerGlobals } from '../../in-page-network/index.ts'
import {
  ACCEPT_AFTER,
  CLOSE_AT,
  END,
  LATENCY,
  readLife,
  TEXTS,
  type Call,
  type Life,
  type Way,
} from './life.ts'

const HOST = 'chat.example:8080'

/** @param placed when each text is said, in milliseconds, from the earliest to the latest. */
export async function runLife(way: Way, placed: readonly number[]): Promise<Life> {
  const arrivals = new Map<string, number>()
  const calls: Call[] = []
  const network = createNetwork({
    clock: 'virtual',
    conditions: { latency: LATENCY },
    baseUrl: 'http://chat.example/',
    servers: {
      [HOST]: (modules, globals) =>
        serve(modules, globals, (text) => arrivals.set(text, network.clock.now())),
    },
  })
  const { clock, clientGlobals, trace, WebSocket } = network

  const ws = new WebSocket(`ws://${HOST}/`)
  const queue: string[] = []

  const send = (text: string) => {
    const { readyState } = ws
    let exception: string | null = null
    try {
      ws.send(text)
    } catch (error) {
      exception = error instanceof Error ? error.name : String(error)
    }
    const { bufferedAmount } = ws
    // The network's `readyState` is a number from 0 to 3, which its type does not say.
    const state = readyState as Call['readyState']
    calls.push({ text, at: clock.now(), readyState: state, exception, bufferedAmount })
  }

  const say = (text: string) => {
    if (way === 'queue' && ws.readyState === WebSocket.CONNECTING) queue.push(text)
    else send(text)
  }

  ws.onopen = () => {
    for (const text of queue.splice(0)) send(text)
  }

  placed.forEach((time, index) => {
    const text = TEXTS[index]
    if (text !== undefined) clientGlobals.setTimeout(() => say(text), time)
  })
  clientGlobals.setTimeout(() => ws.close(1000), CLOSE_AT)

  await network.ready
  await clock.runUntil(END + LATENCY)
  const { bufferedAmount } = ws
  network.stop()
  return readLife({ way, placed, calls, arrivals, trace, bufferedAmount })
}

/** What the server uses of `node:http` and `ws`. */
interface ServerModules {
  readonly http: {
    createServer(): {
      on(event: 'upgrade', listener: (...request: Upgrade) => void): void
      listen(port: number): void
    }
  }
  readonly ws: {
    readonly WebSocketServer: new (options: { readonly noServer: true }) => {
      handleUpgrade(...request: [...Upgrade, (socket: Socket) => void]): void
    }
  }
}
type Upgrade = [request: unknown, socket: unknown, head: unknown]
interface Socket {
  on(event: 'message', listener: (data: unknown) => void): void
}

/** A server that takes its time to accept. */
function serve(
  modules: NodeModules,
  { setTimeout }: ServerGlobals,
  received: (text: string) => void,
): void {
  // The network has both, with the part of their interface that is declared above.
  const { http, ws } = modules as unknown as ServerModules
  const sockets = new ws.WebSocketServer({ noServer: true })
  const server = http.createServer()
  server.on('upgrade', (...request) => {
    setTimeout(() => {
      sockets.handleUpgrade(...request, (socket) => {
        socket.on('message', (data) => received(String(data)))
      })
    }, ACCEPT_AFTER)
  })
  server.listen(8080)
}
