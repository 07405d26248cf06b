/**
 * Runs a throw-away network once while the document waits for its run: each document is new, and the
 * browser compiles functions when they are first called.
 */
import { createNetwork } from '../../in-page-network/index.ts'

/** What is used of `ws`. */
interface Ws {
  readonly WebSocketServer: new (options: { readonly port: number }) => Emitter
}
interface Emitter {
  close(): void
  on(event: string, listener: (...args: readonly never[]) => void): void
}
interface Socket extends Emitter {
  send(data: unknown, options: { readonly binary: boolean }): void
}

/** @param isWanted whether no run has begun. */
export async function warmUp(isWanted: () => boolean): Promise<void> {
  const network = createNetwork({
    clock: 'virtual',
    routed: true,
    recorder: { record: () => 0 },
    origin: 'null',
  })
  // The module exports what `Ws` says.
  const { WebSocketServer } = network.modules['ws'] as unknown as Ws
  const server = new WebSocketServer({ port: 8080 })
  server.on('connection', (socket: Socket) => {
    socket.on('message', (data: unknown, binary: boolean) => socket.send(data, { binary }))
  })
  const ws = new network.WebSocket('ws://warm.example/')
  ws.onopen = () => ws.send('warm')
  ws.onmessage = () => {
    ws.close()
    server.close()
  }
  await network.clock.settle()
  while (isWanted() && network.clock.nextTime() !== null) await network.clock.step()
  network.stop()
}
