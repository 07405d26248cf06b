/** Loses a connection and finds it again, on the in-page network. */
import { createNetwork, type NodeModules, type ServerGlobals } from '../../in-page-network/index.ts'
import {
  END,
  LATENCY,
  LOST_AT,
  MESSAGES,
  saidAt,
  type Arrival,
  type Gap,
  type Settings,
} from './gap.ts'

const HOST = 'chat.example:8080'

export async function runGap(settings: Settings): Promise<Gap> {
  const network = createNetwork({
    clock: 'virtual',
    conditions: { latency: LATENCY },
    baseUrl: 'http://chat.example/',
    servers: { [HOST]: serve },
    interventions: [{ kind: 'cut', time: LOST_AT, how: 'rst' }],
  })
  const { clock, clientGlobals, WebSocket } = network
  const arrivals: Arrival[] = []
  let backAt = 0

  const connect = () => {
    const ws = new WebSocket(`ws://${HOST}/`)
    ws.onopen = () => {
      backAt = clock.now()
      ws.send(wanted())
    }
    ws.onmessage = ({ data }) => arrivals.push({ number: Number(data), time: clock.now() })
    ws.onclose = () => clientGlobals.setTimeout(connect, Number(settings.absence) * 1000)
  }
  // A server that gets a number sends everything after it.
  const wanted = () => {
    if (settings.rejoin === 'join') return 'join'
    return settings.rejoin === 'everything' ? '0' : String(arrivals.at(-1)?.number ?? 0)
  }

  await network.ready
  connect()
  await clock.runUntil(END)
  network.stop()
  return { settings, arrivals, backAt }
}

/** What the server uses of `ws`. */
interface Socket {
  on(event: 'message', listener: (data: unknown) => void): void
  on(event: 'close', listener: () => void): void
  send(text: string): void
}
interface Server {
  on(event: 'connection', listener: (socket: Socket) => void): void
}
interface ServerModules {
  readonly ws: { readonly WebSocketServer: new (options: { readonly port: number }) => Server }
}

function serve(modules: NodeModules, { setTimeout }: ServerGlobals): void {
  // The network has it, with the part of its interface that is declared above.
  const { ws } = modules as unknown as ServerModules
  const server = new ws.WebSocketServer({ port: 8080 })
  const room = new Set<Socket>()
  let said = 0
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      room.add(socket)
      const after = String(data) === 'join' ? said : Number(data)
      for (let number = after + 1; number <= said; number += 1) socket.send(String(number))
    })
    socket.on('close', () => room.delete(socket))
  })
  for (let number = 1; number <= MESSAGES; number += 1) {
    setTimeout(() => {
      said = number
      for (const socket of room) socket.send(String(number))
    }, saidAt(number))
  }
}
