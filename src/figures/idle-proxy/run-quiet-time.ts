/** Lets a connection be quiet on the in-page network. */
import { createNetwork, type NodeModules, type ServerGlobals } from '../../in-page-network/index.ts'
import {
  END,
  HIDDEN_FROM,
  LATENCY,
  readQuietTime,
  type QuietTime,
  type Settings,
} from './quiet-time.ts'

const HOST = 'chat.example:8080'
const PING = JSON.stringify({ type: 'ping' })
const PONG = JSON.stringify({ type: 'pong' })

export async function runQuietTime(settings: Settings): Promise<QuietTime> {
  const { asker, tab, limit, every } = settings
  const network = createNetwork({
    clock: 'virtual',
    conditions: { latency: LATENCY, idleTimeout: Number(limit) * 1000 },
    baseUrl: 'http://chat.example/',
    interventions: tab === 'background' ? [{ kind: 'slowTimers', time: HIDDEN_FROM }] : [],
    servers: {
      [HOST]: (modules, globals) => serve(modules, globals, asker === 'server' ? every : null),
    },
  })
  const { clock, clientGlobals, trace, WebSocket } = network

  const ws = new WebSocket(`ws://${HOST}/`)
  if (asker === 'page')
    ws.onopen = () => {
      clientGlobals.setInterval(() => ws.send(PING), every * 1000)
    }

  await network.ready
  await clock.runUntil(END)
  network.stop()
  return readQuietTime(settings, trace)
}

/** What the server uses of `ws`. */
interface ServerModules {
  readonly ws: {
    readonly WebSocketServer: new (options: { readonly port: number }) => {
      on(event: 'connection', listener: (socket: Socket) => void): void
    }
  }
}
interface Socket {
  on(event: 'message', listener: () => void): void
  send(text: string): void
  ping(): void
}

/**
 * A server that answers pings that are messages.
 * @param every seconds between its own Pings; null: it sends none.
 */
function serve(modules: NodeModules, { setInterval }: ServerGlobals, every: number | null): void {
  // The network has it, with the part of its interface that is declared above.
  const { ws } = modules as unknown as ServerModules
  new ws.WebSocketServer({ port: 8080 }).on('connection', (socket) => {
    socket.on('message', () => socket.send(PONG))
    if (every !== null) setInterval(() => socket.ping(), every * 1000)
  })
}
