import type { TraceEvent } from '../core/trace/event.ts'
import { traceToJson } from '../core/trace/export/json.ts'
import { VIRTUAL_EPOCH, type LinkConditions, type TraceHeader } from '../core/trace/header.ts'
import { TRACE_VERSION } from '../core/trace/trace-versions.ts'
import type { Cause } from './recording/cause.ts'
import { createClientGlobals } from './client/client-globals.ts'
import type { ClientWorld } from './client/client-world.ts'
import { Credentials } from './credentials/credentials.ts'
import { holdNativePromises } from './clock/native-promises.ts'
import { createRealClock } from './clock/real-clock.ts'
import { createVirtualClock } from './clock/virtual-clock.ts'
import { createInterventions } from './interventions.ts'
import { Hosts } from './link/hosts.ts'
import { createIdleProxy } from './link/idle-proxy.ts'
import type { Address } from './link/transport.ts'
import { connectTransport } from './link/connect.ts'
import type { Network, NetworkOptions, PageApis, RealNetwork, VirtualNetwork } from './network.ts'
import { completeConditions } from './conditions.ts'
import { startReverseProxy } from './reverse-proxy/start-reverse-proxy.ts'
import { runNamedServers } from './server/named-servers.ts'
import { createEventSourceClass } from './event-source/event-source.ts'
import { createFetch } from './fetch/fetch.ts'
import { HttpClient } from './http/http-client.ts'
import { recordInto } from './recording/event-base.ts'
import { counter } from './recording/recorded-timers.ts'
import { Wiretap } from './recording/wiretap.ts'
import { completeObserver } from './recording/observer.ts'
import { routeTo } from './client/route.ts'
import { createRandomStream, type RandomPurpose } from './random.ts'
import { ProcessLife } from './server/process-life.ts'
import { createProcesses, type OneProcess } from './server/processes.ts'
import { ServerStall } from './server/server-stall.ts'
import { createServerProgram } from './server/server-program.ts'
import { isMixedContent } from './client/mixed-content.ts'
import { installClient } from './client/install-client.ts'
import { TimerSlowdown } from './client/timer-slowdown.ts'
import { createVirtualDate } from './client/virtual-date.ts'
import { ConnectingSockets } from './websocket/connecting-sockets.ts'
import { MadeSockets } from './websocket/made-sockets.ts'
import { createWebSocketClass } from './websocket/websocket.ts'
import { createXMLHttpRequestClass } from './xml-http-request/xml-http-request.ts'

/**
 * Makes a network with a separate clock, randomness and hosts. On a virtual clock, the same options
 * and programs give the same trace.
 *
 * @throws RangeError for a seed that is no unsigned 32-bit integer and for invalid conditions;
 *   TypeError for a server whose name is not `host:port`.
 */
export function createNetwork(
  options: NetworkOptions & { readonly clock: 'virtual' },
): VirtualNetwork
export function createNetwork(options?: NetworkOptions & { readonly clock?: 'real' }): RealNetwork
export function createNetwork(options?: NetworkOptions): Network
export function createNetwork(options: NetworkOptions = {}): Network {
  const { seed = 1 } = options
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`The seed is an unsigned 32-bit integer, not ${String(seed)}`)
  }
  const cause: Cause = { current: undefined }
  const beforeTask = () => {
    cause.current = undefined
  }
  const clock =
    options.clock === 'virtual'
      ? createVirtualClock(beforeTask, options.nextTurn)
      : createRealClock(beforeTask)
  const epoch = options.clock === 'virtual' ? VIRTUAL_EPOCH : Date.now()
  const dateNow = () => Math.floor(epoch + clock.now())
  const NetworkDate = options.clock === 'virtual' ? createVirtualDate(dateNow) : Date

  const trace: TraceEvent[] = []
  const recorder = options.recorder ?? recordInto(trace, () => clock.now())
  const observer = completeObserver(options.observer, recorder, cause)
  const stream = (purpose: RandomPurpose) => createRandomStream(seed, purpose)

  let conditions = completeConditions(options.conditions)
  const firstConditions = conditions
  let delay = 0
  const idleProxy = createIdleProxy({ clock, timeout: () => conditions.idleTimeout ?? null })
  const link = {
    clock,
    conditions: () =>
      delay === 0 ? conditions : { ...conditions, latency: conditions.latency + delay },
    random: stream('link'),
    middlebox: idleProxy,
  }
  const stall = new ServerStall(clock)
  const slowdown = new TimerSlowdown(clock)
  const interventions = createInterventions(options.interventions ?? [], {
    clock,
    recorder,
    stall,
    slowdown,
    delay: (duration) => (delay += duration),
    signal: (...signal) => processes.signal(...signal),
  })
  const hosts = new Hosts(options.routed ?? false)
  const baseUrl = () => options.baseUrl ?? documentBaseUrl()

  const ids = { ws: 0, http: 0 }
  const pageOrigin = () => options.origin ?? originOf(options.baseUrl)
  const clientWorld: ClientWorld = {
    clock,
    recorder,
    observer,
    cause,
    baseUrl,
    isMixedContent: (url) => options.baseUrl !== undefined && isMixedContent(options.baseUrl, url),
    origin: pageOrigin,
    hasOrigin: options.origin !== undefined && options.origin !== 'null',
    headers: options.headers ?? [],
    credentials: new Credentials({ dateNow }),
    connecting: new ConnectingSockets(clock),
    handshakeKeys: stream('handshake keys'),
    maskingKeys: stream('masking keys'),
    formBoundaries: stream('form boundaries'),
    untold: new WeakMap(),
    sockets: new MadeSockets(),
    nextConnectionId: (prefix) => `${prefix}-${String((ids[prefix] += 1))}`,
    route: (url) => routeTo(url, hosts),
    lossOf: (...frame) => interventions.lossOf(...frame),
    connect(address, connectionId, tap, user) {
      const { whenReady } = servers
      const connection = { link, hosts, address, connectionId, tap, user, whenReady }
      const ends = connectTransport(connection)
      interventions.connected(ends)
      return ends.client
    },
  }

  const nextTimerId = counter()
  const createProgram = (
    { pid, env, path, port, recorder: own }: OneProcess,
    names: readonly Address[] = [],
    timerSet?: () => void,
  ) =>
    createServerProgram({
      clock: stall.clock,
      stall,
      hosts,
      cause,
      client: clientWorld,
      names,
      recorder: own,
      observer,
      dateNow,
      identity: { pid, env },
      path,
      nextTimerId,
      Date: NetworkDate,
      random: stream('server crypto'),
      mathRandom: stream('server Math.random'),
      locate: observer.locate,
      life: new ProcessLife((error, kind) => observer.uncaught(error, 'server', kind, port)),
      ...(timerSet === undefined ? {} : { timerSet }),
    })
  const processes = createProcesses({
    ...{ ports: options.processes, recorder, stall, cause },
    create: (one) => createProgram(one),
  })
  const { main } = processes

  const servers = runNamedServers(
    options.servers,
    clock,
    (names, timerSet) => createProgram({ pid: 1, env: {}, path: '', recorder }, names, timerSet),
    options.load,
  )

  const apis = apisOf(clientWorld)
  const clientGlobals = createClientGlobals(
    { ...clientWorld, clock: slowdown.clock },
    {
      Date: NetworkDate,
      mathRandom: stream('program Math.random'),
      crypto: stream('program crypto'),
    },
  )

  const header = (): TraceHeader => ({
    version: TRACE_VERSION,
    clock: clock.kind,
    seed: clock.kind === 'virtual' ? seed : null,
    conditions: firstConditions,
    endpoint: { kind: 'built-in', name: 'network' },
    startedAt: options.clock === 'virtual' ? null : epoch,
    browser: typeof navigator === 'undefined' ? '' : navigator.userAgent,
  })

  return {
    ...apis,
    clock,
    trace,
    modules: main.modules,
    serverGlobals: main.globals,
    clientGlobals,
    untoldGetter: (getter) => clientWorld.untold.get(getter),
    sockets: clientWorld.sockets,
    get conditions(): LinkConditions {
      return conditions
    },
    set conditions(changed: Partial<LinkConditions>) {
      conditions = completeConditions({ ...conditions, ...changed })
      idleProxy?.timeoutChanged()
    },
    installClient(target) {
      installClient(target, apis, clientGlobals)
      if (clock.kind === 'virtual') holdNativePromises(target, clock, cause)
    },
    get cause() {
      return cause.current
    },
    openPage: (page) =>
      apisOf({
        ...clientWorld,
        baseUrl: () => `${page}/`,
        isMixedContent: (url) => isMixedContent(page, url),
        origin: () => page,
        hasOrigin: true,
        page,
      }),
    runServer: processes.run,
    runProxy: (config) =>
      startReverseProxy(config, {
        ...{ client: clientWorld, hosts, link, interventions, dateNow, Wiretap },
        whenReady: servers.whenReady,
        recorderOf: (port) => processes.recorderOf(port),
      }),
    rejectedOnServer: (reason, promise) => processes.rejected(reason, promise),
    isServerExit: (thrown) => processes.isExit(thrown),
    ready: servers.ready,
    header,
    traceToJson: () => traceToJson({ header: header(), events: trace }),
    stop: () => clock.stop(),
  }
}

function apisOf(page: ClientWorld): PageApis {
  const httpClient = new HttpClient(page)
  return {
    WebSocket: createWebSocketClass(page),
    fetch: createFetch(page, httpClient),
    EventSource: createEventSourceClass(page, httpClient),
    XMLHttpRequest: createXMLHttpRequestClass(page, httpClient),
  }
}

const documentBaseUrl = () =>
  typeof document === 'undefined' ? 'http://localhost/' : document.baseURI

/** A window's own origin, which may be opaque, unless another base URL was given. */
function originOf(baseUrl: string | undefined): string {
  if (baseUrl !== undefined) return new URL(baseUrl).origin
  return typeof origin === 'string' ? origin : new URL(documentBaseUrl()).origin
}
