/** Runs the program of a round on the in-page network, and says which block came when. */
import type { TraceEvent } from '../../core/trace/event.ts'
import { createNetwork, type Network, type NodeModules } from '../../in-page-network/index.ts'
import { STARTS, type Block, type Round } from './blocks.ts'
import type { Happening } from './event-order.ts'

/** What the servers use of `node:http` and `ws`. */
interface ServerModules {
  readonly http: {
    createServer(): {
      on(event: 'upgrade', listener: (request: unknown, socket: RawSocket) => void): void
      listen(port: number): void
    }
  }
  readonly ws: {
    readonly WebSocketServer: new (options: { port: number }) => {
      on(
        event: 'connection',
        listener: (socket: Socket, request: { readonly socket: RawSocket }) => void,
      ): void
    }
  }
}
interface RawSocket {
  write(bytes: Uint8Array): void
  end(text: string): void
}
interface Socket {
  on(event: 'message', listener: (data: unknown, isBinary: boolean) => void): void
  send(data: unknown, options: { binary: boolean }): void
}

const PORT = 8080
const LATENCY = 40
/** No round takes longer. Milliseconds. */
const UNTIL = 5000

/** A frame without payload, whose opcode is reserved (RFC 6455 §5.2). */
const RESERVED_FRAME = Uint8Array.of(0x83, 0)

const servers: Readonly<Record<Round, (modules: ServerModules) => void>> = {
  accepts: ({ ws }) =>
    new ws.WebSocketServer({ port: PORT }).on('connection', (socket) => {
      socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
    }),
  refuses({ http }) {
    const server = http.createServer()
    server.on('upgrade', (_request, socket) => {
      socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    })
    server.listen(PORT)
  },
  breaks: ({ ws }) =>
    new ws.WebSocketServer({ port: PORT }).on('connection', (socket, request) => {
      socket.on('message', () => request.socket.write(RESERVED_FRAME))
    }),
}

/** The one program of all rounds. */
function client({ WebSocket }: Pick<Network, 'WebSocket'>): void {
  const ws = new WebSocket(`ws://localhost:${String(PORT)}`)
  ws.onopen = () => ws.send('Hello')
  ws.onmessage = () => ws.close()
}

export async function runRound(round: Round): Promise<readonly Happening[]> {
  const network = createNetwork({
    clock: 'virtual',
    seed: 1,
    conditions: { latency: LATENCY },
    servers: {
      [`localhost:${String(PORT)}`]: ({ http, ws }: NodeModules) => {
        // The network has both, with the part of their interface that is declared above.
        servers[round]({ http, ws } as unknown as ServerModules)
      },
    },
  })
  await network.ready
  client(network)
  await network.clock.runUntil(UNTIL)
  network.stop()
  return network.trace.flatMap((event) => {
    const block = blockOf(event)
    return block !== undefined && STARTS[round].includes(block) ? [{ block, time: event.time }] : []
  })
}

function blockOf(event: TraceEvent): Block | undefined {
  if (event.side !== 'client') return undefined
  switch (event.type) {
    case 'apiCall':
      return CALLS.get(event.method)
    case 'eventFired':
      return EVENTS.find((type) => type === event.eventType)
    case 'handshakeResponseReceived':
      return event.status === 101 ? undefined : 'refusal'
    case 'frameError':
      return 'brokenFrame'
    default:
      return undefined
  }
}

const CALLS: ReadonlyMap<string, Block> = new Map([
  ['constructor', 'construct'],
  ['onopen', 'listen'],
  ['send', 'send'],
  ['close', 'hangUp'],
])
const EVENTS = ['open', 'message', 'error', 'close'] as const
