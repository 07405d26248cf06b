import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { BoundedLog } from './limits/bounded-log.ts'
import { isHostAllowed } from './http/host-header.ts'
import { refuseUpgrade } from './http/refuse-upgrade.ts'
import { siteHeaders } from './http/response-headers.ts'
import { createStaticFiles, sendText } from './http/static-files.ts'
import { Lab } from './lab.ts'
import { defaultLimits, type Limits } from './limits/limits.ts'
import { OpenSockets } from './limits/open-sockets.ts'

export interface LabServerOptions {
  /** The built site. */
  readonly siteDirectory: string
  readonly scenariosDirectory: string
  /** The address or name to listen on; `localhost` listens on both loopback addresses. */
  readonly host?: string
  /** The port; 0 for any that is free. */
  readonly port?: number
  /** How many ports are tried, the next one each time, when one is taken. */
  readonly portsTried?: number
  /** Names besides `localhost`, `host` and addresses by which requests may name this server. */
  readonly allowedHosts?: readonly string[]
  readonly limits?: Partial<Limits>
  readonly log?: (line: string) => void
}

export interface LabServer {
  readonly port: number
  /** Where the app is, to be opened in a browser. */
  readonly url: string
  readonly scenarioNames: readonly string[]
  /** Stops taking connections, gives WebSockets `grace` milliseconds to close, drops the rest. */
  close(grace?: number): Promise<void>
}

export const defaultPort = 8101

/** TCP connections besides those to scenarios and of the wiretap: of the app's files, still silent. */
const connectionsBesides = 1000
/** TCP connections beyond all that are counted, which are never there together. */
const connectionsMore = 2000
/** How long a client may take to send the head of a request, in milliseconds. */
const headersTimeout = 20_000
/** How often Node looks for those that took longer, in milliseconds. Its own 30 s are too seldom. */
const connectionsCheckingInterval = 500

/**
 * Serves the app and the lab on one port.
 *
 * @throws the error of `listen` (`EADDRINUSE`, `EACCES`, `ENOTFOUND` …)
 */
export async function createLabServer(options: LabServerOptions): Promise<LabServer> {
  const { host = 'localhost', port = defaultPort, portsTried = 1, log = () => {} } = options
  const limits = { ...defaultLimits, ...options.limits }
  const lab = new Lab({ scenariosDirectory: options.scenariosDirectory, limits, log })
  const site = createStaticFiles({ directory: options.siteDirectory, headersFor: siteHeaders })
  const allowedNames = new Set([host, ...(options.allowedHosts ?? [])].map((n) => n.toLowerCase()))

  const boundedLog = new BoundedLog(log)
  const logRefusal = boundedLog.about('refused hosts')
  const logDrop = boundedLog.about('dropped connections')
  const sockets = new OpenSockets(connectionsBesides, (address) =>
    logDrop(`dropped the oldest connection of ${address}: ${connectionsBesides} are open`),
  )
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    sockets.asks(request.socket, true)
    response.once('close', () => sockets.asks(request.socket, false))
    if (!isHostAllowed(request.headers.host, allowedNames)) {
      logRefusal(`refused a request for the host ${JSON.stringify(request.headers.host)}`)
      sendText(response, 421, wrongHost(request))
    } else if (!lab.handleRequest(request, response)) {
      const [path = ''] = (request.url ?? '').split('?')
      void site(request, response, path.replace(/^\//, ''))
    }
  }
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!isHostAllowed(request.headers.host, allowedNames)) {
      logRefusal(`refused a WebSocket for the host ${JSON.stringify(request.headers.host)}`)
      refuseUpgrade(socket, '421 Misdirected Request', wrongHost(request))
    } else if (lab.handleUpgrade(request, socket, head)) {
      sockets.leave(request.socket)
    } else {
      refuseUpgrade(socket, '404 Not Found', 'WebSockets are at /lab/<scenario>.')
    }
  }
  const makeServer = () => {
    const server = createServer({ headersTimeout, connectionsCheckingInterval }, onRequest)
      .on('upgrade', onUpgrade)
      .on('connection', (socket) => {
        sockets.add(socket)
        lab.watch(socket)
      })
      .on('drop', () => logDrop(`dropped a connection: ${server.maxConnections} are open`))
    server.maxConnections = limits.connections + connectionsBesides + connectionsMore
    return server
  }

  const servers = await listen(makeServer, host, port, portsTried)
  try {
    await lab.start()
  } catch (error) {
    for (const server of servers) server.close()
    throw error
  }

  const actualPort = portOf(servers)
  return {
    port: actualPort,
    url: `http://${nameInUrl(host)}:${actualPort}/`,
    scenarioNames: lab.scenarioNames,
    async close(grace = 1000) {
      const closed = servers.map(
        (server) => new Promise<void>((resolve) => server.close(() => resolve())),
      )
      lab.closeWebSockets('The lab server stops')
      for (const server of servers) server.closeIdleConnections()
      const cut = setTimeout(() => {
        lab.stop()
        for (const server of servers) server.closeAllConnections()
      }, grace)
      await Promise.all(closed)
      clearTimeout(cut)
      lab.stop()
      boundedLog.stop()
    },
  }
}

/** Browsers refuse a wildcard address in a URL, so `localhost` replaces it. */
function nameInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function wrongHost(request: IncomingMessage): string {
  return (
    `This lab server does not answer for the host ${JSON.stringify(request.headers.host ?? '')}. ` +
    'Open it as localhost or by its address, or start it with --allow-host <name>.'
  )
}

/**
 * Listens on every address that the name resolves to. A browser may use either loopback address for
 * `localhost`, so both must lead here, or another program answers on one of them.
 */
async function listen(
  makeServer: () => Server,
  host: string,
  port: number,
  portsTried: number,
): Promise<readonly [Server, ...Server[]]> {
  for (let tried = 1; ; tried += 1) {
    try {
      if (host !== 'localhost') return [await listenOn(makeServer(), host, port)]
      const first = await listenOn(makeServer(), '127.0.0.1', port)
      return [first, ...(await listenOnIPv6Loopback(makeServer(), first))]
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || tried >= portsTried || port === 0) throw error
      port += 1
    }
  }
}

async function listenOnIPv6Loopback(server: Server, first: Server): Promise<Server[]> {
  try {
    return [await listenOn(server, '::1', portOf([first]))]
  } catch (error) {
    // This machine has no IPv6.
    if (codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'EAFNOSUPPORT') return []
    first.close()
    throw error
  }
}

function listenOn(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

function portOf([server]: readonly [Server, ...Server[]]): number {
  // A server that listens on TCP has an address of this kind.
  return (server.address() as AddressInfo).port
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
