/** Sends a handshake through the in-page network's proxy. */
import { createNetwork } from '../../in-page-network/index.ts'
import { configOf, END, readPassage, type Passage, type Settings } from './passage.ts'

const LATENCY = 40

export async function runPassage(settings: Settings): Promise<Passage> {
  const network = createNetwork({
    clock: 'virtual',
    routed: true,
    conditions: { latency: LATENCY },
    baseUrl: 'http://chat.example/',
  })
  const { clock, serverGlobals, trace, WebSocket } = network
  // The network has it, with the part of its interface that is declared below.
  const { WebSocketServer } = network.modules['ws'] as unknown as Ws
  const verifyClient: Options['verifyClient'] = ({ req }, done) =>
    done(settings.server === 'ws' || req.httpVersion !== '1.0', 505)
  const server = new WebSocketServer({ port: 8080, verifyClient })
  if (settings.heartbeat !== 'none')
    serverGlobals.setInterval(
      () => {
        for (const socket of server.clients) socket.ping()
      },
      Number(settings.heartbeat) * 1000,
    )
  await clock.settle()
  network.runProxy(configOf(settings))
  new WebSocket('ws://chat.example/chat')
  await clock.runUntil(END)
  network.stop()
  return readPassage(settings, trace)
}

interface Options {
  readonly port: number
  verifyClient(
    info: { readonly req: { readonly httpVersion: string } },
    done: (isRight: boolean, status: number) => void,
  ): void
}

/** What is used of `ws`. */
interface Ws {
  readonly WebSocketServer: new (options: Options) => {
    readonly clients: Iterable<{ ping(): void }>
  }
}
