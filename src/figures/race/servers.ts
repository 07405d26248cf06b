/** The server of each way, as a program for Node with `node:http` and `ws`. */
import type { NodeModules } from '../../in-page-network/index.ts'
import type { Feed, Update } from './feed.ts'
import type { Lane, RaceSettings } from './settings.ts'

/** What these programs use of `node:http` and `ws`. */
interface ServerModules {
  readonly http: {
    createServer(listener: (request: Request, response: Response) => void): {
      listen(port: number): void
    }
  }
  readonly ws: {
    readonly WebSocketServer: new (options: { port: number }) => {
      on(event: 'connection', listener: (socket: Socket) => void): void
    }
  }
}
interface Request {
  readonly url: string
}
interface Response {
  writeHead(status: number, headers: Readonly<Record<string, string>>): void
  /** Sends the head, so that the client knows that it is connected. */
  flushHeaders(): void
  write(text: string): void
  end(text: string): void
  on(event: 'close', listener: () => void): void
}
interface Socket {
  send(text: string): void
  on(event: 'close', listener: () => void): void
}

type Server = (modules: ServerModules, feed: Feed, port: number, settings: RaceSettings) => void

/** The last update that the client has, which it puts into the URL. */
const lastOf = ({ url }: Request) =>
  Number(new URL(url, 'http://localhost').searchParams.get('after'))

function answer(response: Response, updates: readonly Update[], { keepAlive }: RaceSettings): void {
  response.writeHead(200, {
    'Content-Type': 'application/json',
    ...(keepAlive ? {} : { Connection: 'close' }),
  })
  response.end(`[${updates.map(({ text }) => text).join(',')}]`)
}

const polling: Server = ({ http }, feed, port, settings) => {
  http
    .createServer((request, response) => answer(response, feed.after(lastOf(request)), settings))
    .listen(port)
}

const longPolling: Server = ({ http }, feed, port, settings) => {
  http
    .createServer((request, response) => {
      const missed = feed.after(lastOf(request))
      if (missed.length > 0) {
        answer(response, missed, settings)
        return
      }
      const leave = feed.follow((update) => {
        leave()
        answer(response, [update], settings)
      })
    })
    .listen(port)
}

const eventSource: Server = ({ http }, feed, port) => {
  http
    .createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.flushHeaders()
      const leave = feed.follow(({ id, text }) => response.write(`id: ${id}\ndata: ${text}\n\n`))
      response.on('close', leave)
    })
    .listen(port)
}

const webSocket: Server = ({ ws }, feed, port) => {
  new ws.WebSocketServer({ port }).on('connection', (socket) => {
    socket.on(
      'close',
      feed.follow(({ text }) => socket.send(text)),
    )
  })
}

const servers: Readonly<Record<Lane, Server>> = { polling, longPolling, eventSource, webSocket }

/** Starts the server of one way. */
export function serve(
  lane: Lane,
  modules: NodeModules,
  feed: Feed,
  port: number,
  settings: RaceSettings,
): void {
  const { http, ws } = modules
  // The network has both, with the part of their interface that is declared above.
  servers[lane]({ http, ws } as unknown as ServerModules, feed, port, settings)
}
