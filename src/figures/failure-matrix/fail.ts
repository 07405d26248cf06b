/** A socket that fails on the in-page network, and what everybody has to say of it. */
import type { TraceEvent } from '../../core/trace/event.ts'
import { createNetwork, type NodeModules } from '../../in-page-network/index.ts'
import type { Failure, Testimony, WireLine } from './failures.ts'

/** What these programs use of `node:http`. */
interface ServerModules {
  readonly http: {
    createServer(): {
      on(event: 'upgrade', listener: (request: Request, socket: Stream) => void): void
      listen(port: number): void
    }
  }
}
interface Request {
  readonly method: string
  readonly url: string
}
interface Stream {
  on(event: 'error' | 'end', listener: () => void): void
  resume(): void
  write(text: string): void
  end(text?: string): void
  destroy(): void
}

/** The head of each answer, after `HTTP/1.1`; of a server that is not there, none. */
const ANSWERS: Readonly<Record<Failure, readonly string[] | null>> = {
  login: ['401 Unauthorized', 'WWW-Authenticate: Bearer'],
  moved: ['302 Found', 'Location: /chat/v2'],
  page: ['200 OK', 'Content-Type: text/html'],
  accept: [
    '101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    // That of RFC 6455's key.
    'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
  ],
  stopped: null,
  mixed: ['101 Switching Protocols'],
}

export async function fail(failure: Failure): Promise<Testimony> {
  const answer = ANSWERS[failure]
  const network = createNetwork({
    clock: 'virtual',
    seed: 12,
    conditions: { latency: 40 },
    baseUrl: 'https://shop.example/',
    servers: answer === null ? {} : { 'shop.example:443': serve(answer) },
  })
  await network.ready
  try {
    const scheme = failure === 'mixed' ? 'ws' : 'wss'
    const socket = new network.WebSocket(`${scheme}://shop.example/chat`)
    for (const type of ['open', 'error', 'close']) socket.addEventListener(type, () => undefined)
  } catch {
    // The trace has it.
  }
  await network.clock.runUntil(2_000)
  network.stop()
  return testimonyOf(network.trace)
}

function serve(answer: readonly string[]) {
  return (modules: NodeModules, globals: { readonly console: Pick<Console, 'log'> }) => {
    // The network has it, with the part of its interface that is declared above.
    const { http } = modules as unknown as ServerModules
    const server = http.createServer()
    const [status = ''] = answer
    server.on('upgrade', ({ method, url }, socket) => {
      socket.on('error', () => socket.destroy())
      socket.on('end', () => socket.end())
      socket.resume()
      globals.console.log(`${method} ${url} ${status.slice(0, 3)}`)
      socket.write([`HTTP/1.1 ${status}`, ...answer.slice(1), '', ''].join('\r\n'))
      if (!status.startsWith('101')) socket.end()
    })
    server.listen(443)
  }
}

function testimonyOf(events: readonly TraceEvent[]): Testimony {
  const atClient = events.filter(({ side }) => side === 'client')
  return {
    script: atClient.flatMap(tell),
    console: atClient.flatMap(print),
    server: events.flatMap((event) =>
      event.type === 'consoleMessage' && event.side === 'server'
        ? event.arguments.flatMap((value) => (value.kind === 'string' ? [value.text] : []))
        : [],
    ),
    wire: atClient.flatMap(pass),
  }
}

function tell(event: TraceEvent): string[] {
  if (event.type === 'apiCall' && event.exception !== undefined)
    return [`new WebSocket() threw ${event.exception.name}`]
  if (event.type !== 'eventFired') return []
  return [event.eventType === 'close' ? `close ${String(event.code)} ""` : event.eventType]
}

function print(event: TraceEvent): string[] {
  if (event.type === 'logEntryAdded') return [event.text]
  if (event.type !== 'apiCall' || event.exception === undefined) return []
  return [`Uncaught ${event.exception.name}: ${event.exception.message}`]
}

function pass(event: TraceEvent): WireLine[] {
  switch (event.type) {
    case 'willSendHandshakeRequest': {
      const key = event.headers.filter(([name]) => name === 'Sec-WebSocket-Key')
      return [line(true, `${event.method} ${event.target} HTTP/1.1`), ...key.map(header(true))]
    }
    case 'handshakeResponseReceived': {
      const said = event.headers.filter(([name]) => !/^(upgrade|connection)$/i.test(name))
      const first = `HTTP/1.1 ${String(event.status)} ${event.statusText}`
      return [line(false, first), ...said.map(header(false))]
    }
    default:
      return []
  }
}

const line = (isOut: boolean, text: string): WireLine => ({ isOut, text })
const header =
  (isOut: boolean) =>
  ([name, value]: readonly [string, string]): WireLine =>
    line(isOut, `${name}: ${value}`)
