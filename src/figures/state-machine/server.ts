/** A server for Node that does nothing before the reader says so. */
import type { NodeModules } from '../../in-page-network/index.ts'
import type { MoveId } from './moves.ts'

/** What this program uses of `node:http` and `ws`. */
interface ServerModules {
  readonly http: {
    createServer(): {
      on(event: 'upgrade', listener: (request: object, socket: Stream, head: object) => void): void
      listen(port: number): void
    }
  }
  readonly ws: {
    readonly WebSocketServer: new (options: { noServer: true }) => {
      handleUpgrade(
        request: object,
        socket: Stream,
        head: object,
        ready: (client: Client) => void,
      ): void
    }
  }
}
interface Stream {
  on(event: 'error', listener: () => void): void
  end(text: string): void
  destroy(): void
}
interface Client {
  close(code: number): void
  on(event: 'error', listener: () => void): void
}

export interface Host {
  readonly serve: (modules: NodeModules) => void
  /** Has the server do its part of a move, in a turn of its own. */
  readonly act: (move: MoveId, setTimeout: (callback: () => void, delay: number) => unknown) => void
}

export function createHost(): Host {
  let accept = () => {}
  let refuse = () => {}
  let client: Client | undefined
  return {
    serve(modules) {
      // The network has both, with the part of their interface that is declared above.
      const { http, ws } = modules as unknown as ServerModules
      const sockets = new ws.WebSocketServer({ noServer: true })
      const server = http.createServer()
      server.on('upgrade', (request, stream, head) => {
        stream.on('error', () => stream.destroy())
        accept = () =>
          sockets.handleUpgrade(request, stream, head, (opened) => {
            opened.on('error', () => undefined)
            client = opened
          })
        refuse = () => stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      })
      server.listen(80)
    },
    act(move, setTimeout) {
      if (move === 'accept') setTimeout(() => accept(), 0)
      else if (move === 'refuse') setTimeout(() => refuse(), 0)
      else if (move === 'serverCloses') setTimeout(() => client?.close(1000), 0)
    },
  }
}
