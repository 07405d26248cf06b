/** One person says one thing, on two servers of the in-page network behind its proxy. */
import { createNetwork, type NodeModules } from '../../in-page-network/index.ts'
import { CONFIG, PEOPLE, SPEAKER } from './servers.ts'
import type { Crossing, Person, Port, Settings } from './servers.ts'

const LATENCY = 40
/** Milliseconds: when the first server ends, when somebody speaks, and when all has come. */
const ENDS_AT = 2000
const SPEAKS_AT = 5000
const UNTIL = 6000
const AGAIN_AFTER = 500

export async function runServers(settings: Settings): Promise<Crossing> {
  const places: Record<Person, Port> = { Ada: 8080, Bo: 8080, Cy: 8080 }
  const heard = new Set<Person>()
  const start = (modules: NodeModules, port: Port) =>
    serve(modules, port, settings, (person) => (places[person] = port))
  const network = createNetwork({
    clock: 'virtual',
    conditions: { latency: LATENCY },
    routed: true,
    baseUrl: 'http://chat.example/',
    servers: {
      'first.example:8080': (modules, { process, setTimeout }) => {
        start(modules, 8080)
        if (settings.first === 'ends') setTimeout(() => endOf(process), ENDS_AT)
      },
      'second.example:8081': (modules) => start(modules, 8081),
    },
  })
  await network.ready
  network.runProxy(CONFIG(settings))
  const { setTimeout } = network.clientGlobals
  const sockets = new Map<Person, WebSocket>()
  const enter = (person: Person) => {
    const ws = new network.WebSocket('ws://chat.example/chat')
    sockets.set(person, ws)
    ws.onopen = () => ws.send(`I am ${person}`)
    ws.onmessage = () => heard.add(person)
    ws.onclose = () => setTimeout(enter, AGAIN_AFTER, person)
  }
  for (const person of PEOPLE) enter(person)
  setTimeout(() => sockets.get(SPEAKER)?.send('Kettle on?'), SPEAKS_AT)
  await network.clock.runUntil(UNTIL)
  network.stop()
  return { settings, places, heard: PEOPLE.filter((person) => heard.has(person)) }
}

/** It unwinds what calls it by throwing. */
function endOf(process: object): void {
  // Node's `process` has it.
  ;(process as { readonly exit: () => never }).exit()
}

/** What the servers use of `ws` and `redis`. */
interface Socket {
  on(event: 'message', listener: (data: unknown) => void): void
  send(text: string): void
}
interface ServerModules {
  readonly ws: {
    readonly WebSocketServer: new (options: { readonly port: number }) => {
      readonly clients: Iterable<Socket>
      on(event: 'connection', listener: (socket: Socket) => void): void
    }
  }
  readonly redis: { readonly createClient: () => Client }
}
interface Client {
  connect(): Promise<unknown>
  subscribe(channel: string, listener: (text: string) => void): Promise<void>
  publish(channel: string, text: string): Promise<number>
}

function serve(
  modules: NodeModules,
  port: Port,
  { broker }: Settings,
  entered: (person: Person) => void,
): void {
  // The network has them, with the part of their interface that is declared above.
  const { ws, redis } = modules as unknown as ServerModules
  const server = new ws.WebSocketServer({ port })
  const deliver = (text: string) => {
    for (const socket of server.clients) socket.send(text)
  }
  const client = redis.createClient()
  // The clock of the network goes on only after this function: nothing is awaited in it.
  void client.subscribe('chat', deliver)
  void client.connect()
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const text = String(data)
      const person = PEOPLE.find((one) => text === `I am ${one}`)
      if (person !== undefined) entered(person)
      else if (broker === 'redis') void client.publish('chat', text)
      else deliver(text)
    })
  })
}
