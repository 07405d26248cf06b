import type { Recorder, TraceEvent } from '../core/trace/event.ts'
import type { LinkConditions } from '../core/trace/header.ts'
import type { Cause } from './cause.ts'
import { createClientGlobals } from './client-globals.ts'
import type { ClientWorld, Route } from './client-world.ts'
import { holdNativePromises } from './clock/native-promises.ts'
import { createRealClock } from './clock/real-clock.ts'
import { createVirtualClock, EPOCH } from './clock/virtual-clock.ts'
import { Hosts } from './link/hosts.ts'
import type { Address } from './link/transport.ts'
import { connectTransport } from './link/connect.ts'
import type {
  Network,
  NetworkOptions,
  ProgramObserver,
  RealNetwork,
  VirtualNetwork,
} from './network.ts'
import type { RandomPurpose } from './random.ts'
import { createRandomStream } from './random.ts'
import { createServerProgram } from './server-program.ts'
import { installClient } from './install-client.ts'
import { createVirtualDate } from './virtual-date.ts'
import { createWebSocketClass } from './websocket/websocket.ts'
import { baseOf } from './event-base.ts'

/**
 * Makes a network with its own clock, randomness and hosts. Same options and same programs, same
 * trace, when the clock is virtual.
 *
 * @throws RangeError for a seed that is no unsigned 32-bit integer.
 */
export function createNetwork(
  options: NetworkOptions & { readonly clock: 'virtual' },
): VirtualNetwork
export function createNetwork(options: NetworkOptions & { readonly clock: 'real' }): RealNetwork
export function createNetwork(options: NetworkOptions): Network
export function createNetwork(options: NetworkOptions): Network {
  const { seed } = options
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`The seed is an unsigned 32-bit integer, not ${String(seed)}`)
  }
  const cause: Cause = { current: undefined }
  const beforeTask = () => {
    cause.current = undefined
  }
  const clock =
    options.clock === 'virtual' ? createVirtualClock(beforeTask) : createRealClock(beforeTask)
  const epoch = options.clock === 'virtual' ? EPOCH : Date.now()
  const dateNow = () => Math.floor(epoch + clock.now())
  const NetworkDate = options.clock === 'virtual' ? createVirtualDate(dateNow) : Date

  const trace: TraceEvent[] = []
  const recorder: Recorder = options.recorder ?? {
    record(draft) {
      const seq = trace.length
      // A draft and its position make the event of the draft's type.
      trace.push({ ...draft, seq, time: clock.now() } as TraceEvent)
      return seq
    },
  }
  const observer = completeObserver(options.observer, recorder, cause)
  const stream = (purpose: RandomPurpose) => createRandomStream(seed, purpose)

  let conditions = checkedConditions(options.conditions)
  const link = { clock, conditions: () => conditions, random: stream('link') }
  const hosts = new Hosts(options.routed ?? false)
  const baseUrl = () => options.baseUrl ?? documentBaseUrl()

  let isReady = options.servers === undefined
  const whenReady = (callback: () => void) => {
    if (isReady) callback()
    else void ready.then(callback, callback)
  }

  const ids = { ws: 0, http: 0 }
  const clientWorld: ClientWorld = {
    clock,
    recorder,
    observer,
    cause,
    baseUrl,
    origin: () => options.origin ?? originOf(baseUrl()),
    handshakeKeys: stream('handshake keys'),
    maskingKeys: stream('masking keys'),
    nextConnectionId: (prefix) => `${prefix}-${String((ids[prefix] += 1))}`,
    route: (url) => routeTo(url, hosts),
    connect: (address, connectionId, tap, user) =>
      connectTransport({ link, hosts, address, connectionId, tap, user, whenReady }),
  }

  const createProgram = (names: readonly Address[]) =>
    createServerProgram({
      clock,
      hosts,
      cause,
      names,
      recorder,
      observer,
      dateNow,
      Date: NetworkDate,
      random: stream('server crypto'),
      mathRandom: stream('server Math.random'),
      uncaught: observer.uncaught,
    })
  const mainServer = createProgram([])

  const runNamedServers = async () => {
    for (const [name, program] of Object.entries(options.servers ?? {})) {
      const server = createProgram([addressOf(name)])
      if (typeof program === 'string') await server.run(program, { name })
      else await program(server.modules)
    }
  }

  const ready = clock.hold(runNamedServers()).finally(() => {
    isReady = true
  })

  const WebSocket = createWebSocketClass(clientWorld)
  const clientGlobals = createClientGlobals(clientWorld, {
    Date: NetworkDate,
    mathRandom: stream('program Math.random'),
    crypto: stream('program crypto'),
  })

  return {
    WebSocket,
    clock,
    trace,
    modules: mainServer.modules,
    serverGlobals: mainServer.globals,
    clientGlobals,
    get conditions() {
      return conditions
    },
    set conditions(changed: LinkConditions) {
      conditions = checkedConditions(changed)
    },
    installClient(target) {
      installClient(target, WebSocket, clientGlobals)
      if (clock.kind === 'virtual') holdNativePromises(target, clock)
    },
    runServer: mainServer.run,
    ready,
    stop: () => clock.stop(),
  }
}

/** Routing: a name that leads to an in-page server as it stands is not replaced. */
function routeTo(url: URL, hosts: Hosts): Route {
  const address = {
    host: url.hostname,
    port: Number(url.port === '' ? (url.protocol === 'wss:' ? 443 : 80) : url.port),
  }
  const listener = hosts.find(address)
  if (listener === undefined || listener.port === address.port) return { address }
  if (listener.names.some(({ host, port }) => host === address.host && port === address.port)) {
    return { address }
  }
  const routed = { host: 'localhost', port: listener.port }
  return {
    address: routed,
    routedTo: `ws://${routed.host}:${String(routed.port)}${url.pathname}${url.search}`,
  }
}

function addressOf(name: string): Address {
  const url = URL.canParse(`ws://${name}`) ? new URL(`ws://${name}`) : undefined
  if (url === undefined || url.pathname !== '/') {
    throw new TypeError(`A server's name is host:port, not ${name}`)
  }
  return { host: url.hostname, port: url.port === '' ? 80 : Number(url.port) }
}

function checkedConditions(conditions: LinkConditions): LinkConditions {
  const { latency, jitter, bandwidth } = conditions
  const isTime = (milliseconds: number) => milliseconds >= 0 && Number.isFinite(milliseconds)
  if (!isTime(latency) || !isTime(jitter)) {
    throw new RangeError('Latency and jitter are milliseconds, 0 or more')
  }
  if (bandwidth !== null && !(bandwidth > 0)) {
    throw new RangeError('The bandwidth is octets a second, more than 0, or null')
  }
  return { latency, jitter, bandwidth }
}

function completeObserver(
  observer: ProgramObserver | undefined,
  recorder: Recorder,
  cause: Cause,
): Required<ProgramObserver> {
  return {
    locate: () => observer?.locate(),
    dispatching: (seq) => observer?.dispatching(seq),
    dispatched: (seq) => observer?.dispatched(seq),
    uncaught(error, side) {
      if (observer?.uncaught !== undefined) {
        observer.uncaught(error, side)
      } else if (side === 'client' && typeof reportError === 'function') {
        reportError(error)
      } else {
        const { name, message } = error instanceof Error ? error : new Error(String(error))
        recorder.record({
          ...baseOf(side, cause.current),
          type: 'uncaughtError',
          kind: 'exception',
          name,
          message,
        })
      }
    },
  }
}

const documentBaseUrl = () =>
  typeof document === 'undefined' ? 'http://localhost/' : document.baseURI

function originOf(baseUrl: string): string {
  return typeof origin === 'string' ? origin : new URL(baseUrl).origin
}
