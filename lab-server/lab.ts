import { readdir } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { memoryUsage } from 'node:process'
import type { Duplex } from 'node:stream'
import { readMark } from '../src/core/trace/wiretap/address.ts'
import { BoundedLog } from './limits/bounded-log.ts'
import { LimitedConnections, type Refusal } from './limits/limited-connections.ts'
import { refuseUpgrade } from './http/refuse-upgrade.ts'
import { sendText } from './http/static-files.ts'
import type { Limits } from './limits/limits.ts'
import type { ScenarioRun } from './scenario/run.ts'
import { Scenario } from './scenario/scenario.ts'
import { Wiretap } from './wiretap/wiretap.ts'

export interface LabOptions {
  /** The folder of the scenarios' programs, `<name>.js` each. */
  readonly scenariosDirectory: string
  readonly limits: Limits
  readonly log: (line: string) => void
}

/**
 * The scenarios, each at `/lab/<name>` and below it, `/lab/health`, and the wiretap at
 * `/wiretap/<token>`. It has no port: an HTTP server hands it what arrives.
 */
export class Lab {
  readonly #options: LabOptions
  readonly #log: BoundedLog
  readonly #logLimit: (line: string) => void
  readonly #connections: LimitedConnections
  readonly #wiretap: Wiretap
  readonly #startedAt = Date.now()
  #scenarios: ReadonlyMap<string, Scenario> = new Map()

  constructor(options: LabOptions) {
    this.#options = options
    this.#log = new BoundedLog(options.log)
    this.#logLimit = this.#log.about('limits')
    this.#connections = new LimitedConnections(
      options.limits,
      this.#log.about('connections'),
      this.#logLimit,
    )
    this.#wiretap = new Wiretap({
      recordingBytes: options.limits.recordingBytes,
      waitingCharacters: options.limits.wiretapBytes,
      log: this.#log.about('the wiretap'),
    })
  }

  /** Starts every scenario of the folder. One that fails is logged, and answers with 503. */
  async start(): Promise<void> {
    const { scenariosDirectory, limits } = this.#options
    const names = await scenarioNames(scenariosDirectory)
    this.#scenarios = new Map(
      names.map((name) => [
        name,
        new Scenario({
          name,
          path: join(scenariosDirectory, `${name}.js`),
          log: this.#log.about(name),
          maxMessageBytes: limits.messageBytes,
          onWebSocket: (webSocket, socket, mostMessageBytes) => {
            if (!(socket instanceof Socket)) return
            this.#connections.addWebSocket(socket, webSocket, mostMessageBytes)
          },
        }),
      ]),
    )
    await Promise.all([...this.#scenarios.values()].map((scenario) => scenario.start()))
  }

  /** The names of the scenarios, sorted. */
  get scenarioNames(): readonly string[] {
    return [...this.#scenarios.keys()]
  }

  /** Call it with each TCP connection as soon as the HTTP server has accepted it. */
  watch(socket: Socket): void {
    this.#wiretap.watch(socket)
  }

  /** Answers a request whose path is under `/lab`; false for any other. */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
    const mark = readMark(request.url ?? '')
    if (mark !== null) {
      // Only upgraded connections are recorded.
      this.#wiretap.ignore(request.socket)
      request.url = mark.target
    }
    const route = routeOf(request.url)
    if (route === null) return false
    if (route.scenario.startsWith('~')) {
      sendText(response, 400, wrongMark)
      return true
    }
    if (route.scenario === 'health') {
      this.#sendHealth(response)
      return true
    }
    const starting = this.#scenarios.get(route.scenario)?.starting
    if (starting) {
      void starting.then(() => this.handleRequest(request, response))
      return true
    }
    const target = this.#find(route.scenario)
    if ('problem' in target) {
      sendText(response, target.status, target.problem)
      return true
    }
    const bodyProblem = this.#checkBody(request)
    if (bodyProblem !== null) {
      sendText(response, bodyProblem.status, bodyProblem.problem, { Connection: 'close' })
      return true
    }
    const { socket } = request
    const refusal = this.#connections.add({ scenario: route.scenario, transport: 'HTTP' }, socket)
    if (refusal !== null) {
      const { status, problem } = refusals[refusal]
      sendText(response, status, problem, { Connection: 'close', 'Retry-After': '1' })
      return true
    }
    response.once('close', () => this.#connections.remove(socket))
    request.url = route.url
    target.run.handleRequest(request, response)
    return true
  }

  /** Takes a connection that asks to be upgraded, at `/lab` or the wiretap; false for any other. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (this.#wiretap.handleUpgrade(request, socket, head)) return true
    const mark = readMark(request.url ?? '')
    if (mark !== null) {
      request.url = mark.target
      this.#wiretap.record(socket, mark)
    }
    const route = routeOf(request.url)
    if (route === null) return false
    if (route.scenario.startsWith('~')) {
      refuseUpgrade(socket, '400 Bad Request', wrongMark)
      return true
    }
    const starting = this.#scenarios.get(route.scenario)?.starting
    if (starting) {
      // The client may go away while it waits.
      socket.on('error', () => {})
      void starting.then(() => this.handleUpgrade(request, socket, head))
      return true
    }
    const target = this.#find(route.scenario)
    if ('problem' in target) {
      refuseUpgrade(socket, `${target.status} ${target.reason}`, target.problem)
    } else if (!target.run.acceptsUpgrades) {
      refuseUpgrade(socket, '501 Not Implemented', `${route.scenario} speaks HTTP only.`)
    } else if (!(socket instanceof Socket)) {
      refuseUpgrade(socket, '501 Not Implemented', 'This is no TCP connection.')
    } else {
      const description = { scenario: route.scenario, transport: 'WebSocket' } as const
      const refusal = this.#connections.add(description, socket)
      if (refusal !== null) {
        const { status, reason, problem } = refusals[refusal]
        refuseUpgrade(socket, `${status} ${reason}`, problem)
        return true
      }
      socket.once('close', () => this.#connections.remove(socket))
      // A scenario that refuses a handshake reads nothing more: it would not see the client go.
      socket.once('finish', () => setTimeout(() => socket.destroy(), lingerTime).unref())
      request.url = route.url
      target.run.handleUpgrade(request, socket, head)
    }
    return true
  }

  /** Asks every client to go, without waiting for it. */
  closeWebSockets(reason: string): void {
    for (const scenario of this.#scenarios.values()) scenario.run?.closeWebSockets(reason)
    this.#wiretap.closeReaders(reason)
  }

  /** Drops every connection and ends every scenario. */
  stop(): void {
    for (const scenario of this.#scenarios.values()) scenario.stop()
    this.#connections.stop()
    this.#wiretap.stop()
    this.#log.stop()
  }

  #find(name: string): { run: ScenarioRun } | { status: number; reason: string; problem: string } {
    const scenario = this.#scenarios.get(name)
    if (scenario === undefined) {
      const names = this.scenarioNames.join(', ')
      return {
        status: 404,
        reason: 'Not Found',
        problem: `There is no scenario "${name}" here. There are: ${names}.`,
      }
    }
    if (scenario.run === null) {
      return {
        status: 503,
        reason: 'Service Unavailable',
        problem: `The scenario ${name} is not running: the log of the lab server says why.`,
      }
    }
    return { run: scenario.run }
  }

  #checkBody(request: IncomingMessage): { status: number; problem: string } | null {
    if (request.headers['transfer-encoding'] !== undefined) {
      return { status: 411, problem: 'Send the body with a Content-Length.' }
    }
    const length = Number(request.headers['content-length'] ?? 0)
    const { messageBytes } = this.#options.limits
    if (length <= messageBytes) return null
    this.#logLimit(`refused a body of ${length} bytes: ${messageBytes} are taken (--limit-message)`)
    return { status: 413, problem: `A body may have ${messageBytes} bytes.` }
  }

  #sendHealth(response: ServerResponse): void {
    const body = JSON.stringify({
      status: 'ok',
      uptimeSeconds: Math.round((Date.now() - this.#startedAt) / 1000),
      connections: {
        open: this.#connections.open,
        total: this.#connections.total,
        heldBytes: this.#connections.heldBytes,
      },
      memory: memoryUsage(),
      wiretap: this.#wiretap.figures,
      limits: this.#options.limits,
      scenarios: [...this.#scenarios.values()].map(({ name, state }) => ({
        name,
        path: `/lab/${name}`,
        state,
      })),
    })
    response.writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    response.end(body)
  }
}

const wrongMark = 'A recorded connection goes to /lab/~<token>.<connection id>/<scenario>.'
/** How long a client has to end its side of a connection after a scenario has, in milliseconds. */
const lingerTime = 2000

const refusals = {
  'too many': {
    status: 503,
    reason: 'Service Unavailable',
    problem: 'The lab server has as many connections as it takes: try again later.',
  },
  'too fast': {
    status: 429,
    reason: 'Too Many Requests',
    problem: 'Too many new connections in a second: try again in a moment.',
  },
} as const satisfies Record<Refusal, unknown>

interface Route {
  /** The first word after `/lab/`. */
  readonly scenario: string
  /** What the scenario sees as the request's URL: what follows its name. */
  readonly url: string
}

/** Splits `/lab/echo/room?as=ada` into `echo` and `/room?as=ada`; null outside of `/lab`. */
function routeOf(url: string | undefined): Route | null {
  const match = /^\/lab(?:\/([^/?]*))?(\/[^?]*)?(\?.*)?$/.exec(url ?? '')
  if (match === null) return null
  const [, scenario = '', path = '/', query = ''] = match
  return { scenario, url: path + query }
}

async function scenarioNames(directory: string): Promise<string[]> {
  const files = await readdir(directory)
  return files
    .filter((file) => /^[a-z0-9-]+\.js$/.test(file))
    .map((file) => file.slice(0, -'.js'.length))
    .sort()
}
