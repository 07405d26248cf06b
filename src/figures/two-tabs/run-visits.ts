/** Ada logs in and connects, and so does another page in her browser, on the in-page network. */
import { createNetwork, type NodeModules } from '../../in-page-network/index.ts'
import { CHAT, readOutcome, type Outcome, type Settings } from './visits.ts'

const HOST = 'chat.example'
const TICKET = 'f81d4fae'

export async function runVisits(settings: Settings): Promise<Outcome> {
  const network = createNetwork({
    clock: 'virtual',
    origin: CHAT,
    servers: { [`${HOST}:443`]: (modules) => serve(modules, settings) },
  })
  const { clock } = network
  const other = network.openPage(`https://${settings.other}`)
  const visit = async ({ WebSocket, fetch }: Pick<typeof other, 'WebSocket' | 'fetch'>) => {
    let ticket: string | null = null
    if (settings.door === 'ticket') {
      const asked = fetch(`${CHAT}/ticket`, { credentials: 'include' })
      // Another page can't read the answer.
      ticket = await asked.then(
        (response) => response.text(),
        () => null,
      )
    }
    const ws = new WebSocket(`wss://${HOST}/`)
    if (ticket !== null) ws.onopen = () => ws.send(`auth ${ticket}`)
  }
  const all = (async () => {
    await network.ready
    await network.fetch(`${CHAT}/login`)
    await visit(network)
    // Ada opens the other page later.
    await new Promise<void>((resolve) => network.clientGlobals.setTimeout(resolve, 1000))
    await visit(other)
  })()
  await Promise.all([all, clock.runUntil(5000)])
  network.stop()
  return readOutcome(settings, network.trace)
}

interface Request {
  readonly url: string
  readonly headers: Readonly<Partial<Record<string, string>>>
}
interface Response {
  setHeader(name: string, value: string): void
  end(body: string): void
}
interface Transport {
  end(text: string): void
}
interface Socket {
  on(event: 'message', listener: (data: unknown) => void): void
  send(text: string): void
}
interface Http {
  on(event: 'upgrade', listener: (request: Request, socket: Transport, head: unknown) => void): void
  listen(port: number): void
}
/** What the server uses of Node and of `ws`. */
interface ServerModules {
  readonly 'node:http': {
    readonly createServer: (listener: (request: Request, response: Response) => void) => Http
  }
  readonly ws: {
    readonly WebSocketServer: new (options: { readonly noServer: true }) => {
      handleUpgrade(
        request: Request,
        socket: Transport,
        head: unknown,
        connected: (socket: Socket) => void,
      ): void
    }
  }
}

function serve(modules: NodeModules, { cookie, door }: Settings): void {
  // The network has them, with the parts of their interfaces that are declared above.
  const { 'node:http': node, ws } = modules as unknown as ServerModules
  const http = node.createServer(({ url, headers }, response) => {
    if (url === '/login')
      response.setHeader('Set-Cookie', `session=1; Path=/; HttpOnly; Secure; SameSite=${cookie}`)
    response.end(url === '/ticket' && headers['cookie'] !== undefined ? TICKET : '')
  })
  const server = new ws.WebSocketServer({ noServer: true })
  http.on('upgrade', (request, transport, head) => {
    if (door === 'origin' && request.headers['origin'] !== CHAT) {
      transport.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    server.handleUpgrade(request, transport, head, (socket) => {
      if (door !== 'ticket') {
        if (request.headers['cookie'] !== undefined) socket.send('Ada')
        return
      }
      socket.on('message', (data) => {
        if (String(data) === `auth ${TICKET}`) socket.send('Ada')
      })
    })
  })
  http.listen(443)
}
