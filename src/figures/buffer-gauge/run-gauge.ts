/** Sends the photo and the message on the in-page network. */
import { createNetwork, type NodeModules } from '../../in-page-network/index.ts'
import { END, LATENCY, PHOTO, PIECE, SAID_AT, STEP, type Gauge, type Settings } from './gauge.ts'

const HOST = 'chat.example:8080'
/** How often the sender looks whether there is room, milliseconds. */
const LOOK = 10

/** What the server has, and when: milliseconds. */
interface Arrivals {
  octets: number
  messageAt: number
  photoAt: number
}

export async function runGauge(settings: Settings): Promise<Gauge> {
  const limit = settings.limit === 'all' ? Number.POSITIVE_INFINITY : Number(settings.limit)
  const arrivals: Arrivals = { octets: 0, messageAt: END, photoAt: END }
  const network = createNetwork({
    clock: 'virtual',
    conditions: { latency: LATENCY, bandwidth: Number(settings.line) },
    baseUrl: 'http://chat.example/',
    recorder: { record: () => 0 },
    servers: { [HOST]: (modules) => serve(modules, arrivals, sinceStart) },
  })
  const { clock, clientGlobals, WebSocket } = network
  const ws = new WebSocket(`ws://${HOST}/`)
  const photo = new Uint8Array(PHOTO)
  const buffered: number[] = []
  let start = 0
  let highest = 0
  let at = 0

  function sinceStart(): number {
    return clock.now() - start
  }
  const fill = () => {
    while (at < PHOTO && ws.bufferedAmount + PIECE <= limit) {
      ws.send(photo.subarray(at, at + PIECE))
      at += PIECE
    }
    highest = Math.max(highest, ws.bufferedAmount)
    if (at < PHOTO) clientGlobals.setTimeout(fill, LOOK)
  }
  ws.onopen = () => {
    start = clock.now()
    fill()
    clientGlobals.setTimeout(() => ws.send('Hello'), SAID_AT)
    const look = () => {
      buffered.push(ws.bufferedAmount)
      if (buffered.length <= END / STEP) clientGlobals.setTimeout(look, STEP)
    }
    look()
  }

  await network.ready
  await clock.runUntil(END + 1000)
  network.stop()
  const { messageAt, photoAt } = arrivals
  return { settings, buffered, highest, messageAt, photoAt }
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
  on(
    event: 'message',
    listener: (data: { readonly length: number }, isBinary: boolean) => void,
  ): void
}

function serve(modules: NodeModules, arrivals: Arrivals, now: () => number): void {
  // The network has it, with the part of its interface that is declared above.
  const { ws } = modules as unknown as ServerModules
  new ws.WebSocketServer({ port: 8080 }).on('connection', (socket) => {
    socket.on('message', (data, isBinary) => {
      if (!isBinary) {
        arrivals.messageAt = now()
        return
      }
      arrivals.octets += data.length
      if (arrivals.octets === PHOTO) arrivals.photoAt = now()
    })
  })
}
