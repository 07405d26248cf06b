/** One person says one thing, on the in-page network. */
import { createNetwork, type NodeModules } from '../../in-page-network/index.ts'
import { PEOPLE, readSpread, roomOf, type Settings, type Spread } from './rooms.ts'

const HOST = 'chat.example:8080'

export async function runRooms(settings: Settings): Promise<Spread> {
  const network = createNetwork({
    clock: 'virtual',
    baseUrl: 'http://chat.example/',
    servers: { [HOST]: (modules) => serve(modules, settings) },
  })
  await network.ready
  for (const person of PEOPLE) {
    const ws = new network.WebSocket(`ws://${HOST}/${roomOf(person)}`)
    ws.onopen = () => {
      // Last of all: everybody is there.
      if (person === settings.speaker) network.clientGlobals.setTimeout(() => ws.send('Hi!'), 1000)
    }
  }
  await network.clock.runUntilIdle()
  network.stop()
  return readSpread(settings, network.trace)
}

/** What the server uses of `ws`. */
interface Socket {
  on(event: 'message', listener: (data: unknown) => void): void
  send(text: string): void
}
interface Server {
  readonly clients: Iterable<Socket>
  on(
    event: 'connection',
    listener: (socket: Socket, request: { readonly url: string }) => void,
  ): void
}
interface ServerModules {
  readonly ws: { readonly WebSocketServer: new (options: { readonly port: number }) => Server }
}

function serve(modules: NodeModules, { audience }: Settings): void {
  // The network has it, with the part of its interface that is declared above.
  const { ws } = modules as unknown as ServerModules
  const server = new ws.WebSocketServer({ port: 8080 })
  const rooms = new Map<Socket, string>()
  server.on('connection', (socket, { url }) => {
    rooms.set(socket, url)
    socket.on('message', (data) => {
      for (const other of server.clients) {
        if (audience !== 'everyone' && rooms.get(other) !== url) continue
        if (audience === 'others' && other === socket) continue
        other.send(String(data))
      }
    })
  })
}
