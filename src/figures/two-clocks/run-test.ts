/** Runs the test on the in-page network, by one clock or the other. */
import { createNetwork, type NodeModules, type ServerGlobals } from '../../in-page-network/index.ts'
import { LATENCY, readProgress, type ClockKind, type Delay, type Progress } from './two-clocks.ts'

const HOST = 'chat.example:8080'

export interface RunningTest {
  /** What has happened so far, and when. */
  progress(): Progress
  /** Since it began, by the network's clock, milliseconds. */
  now(): number
  /** Resolves when the answer has come. */
  readonly over: Promise<void>
  stop(): void
}

/** Begins when the network is there and its server listens. */
export async function runTest(kind: ClockKind, delay: Delay): Promise<RunningTest> {
  const options = {
    conditions: { latency: LATENCY },
    baseUrl: 'http://chat.example/',
    servers: {
      [HOST]: (modules: NodeModules, globals: ServerGlobals) => serve(modules, globals, delay),
    },
  }
  const network =
    kind === 'virtual'
      ? createNetwork({ clock: 'virtual', ...options })
      : createNetwork({ clock: 'real', ...options })
  const { clock, trace, WebSocket } = network
  await network.ready
  const began = clock.now()

  const ws = new WebSocket(`ws://${HOST}/`)
  ws.onopen = () => ws.send('Hello')
  const answered = new Promise<void>((resolve) => {
    ws.onmessage = () => resolve()
  })

  return {
    progress: () => readProgress(trace, began),
    now: () => clock.now() - began,
    // The one test moves its clock, the other waits for the clock.
    over: clock.kind === 'virtual' ? clock.runUntilIdle() : answered,
    stop: () => network.stop(),
  }
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
}

function serve(modules: NodeModules, { setTimeout }: ServerGlobals, delay: Delay): void {
  // The network has it, with the part of its interface that is declared above.
  const { ws } = modules as unknown as ServerModules
  new ws.WebSocketServer({ port: 8080 }).on('connection', (socket) => {
    socket.on('message', () => setTimeout(() => socket.send('ack'), Number(delay) * 1000))
  })
}
