/**
 * The proxy in the page beside a real nginx: both get the same configuration, a client and a server
 * of `ws`. What the client sees and what the server gets has to be the same; so has the reason why
 * nginx does not start.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { connect, createServer as createNetServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as ws from 'ws'
import { findProgram, nginx as nginxProgram } from '../../scripts/find-program.mjs'
import { createNetwork } from '../../src/in-page-network/create-network.ts'
import { ofType } from '../../src/in-page-network/testing/run-program.ts'
import { findFreePorts } from '../conformance/node-scenario.ts'
import { LESSON_CASES, PROXY_CASES, type ProxyCase } from './proxy-cases.ts'

interface Observed {
  /** Why the proxy does not start. */
  readonly refusal?: string
  readonly status?: number
  /** Of the answer to the client: `Upgrade` and `Connection`. */
  readonly fields?: readonly string[]
  readonly told?: readonly string[]
  /** What the server got: the request line, and the fields of which the proxy has a say. */
  readonly requests?: readonly string[]
}

const TARGET = '/chat/x?q=1'
const HOST = 'chat.example'
const ORIGIN = 'http://chat.example'
/** The last moment for a run in the page, virtual milliseconds. */
const UNTIL = 30_000

let nginx = ''
let folder = ''

beforeAll(async () => {
  nginx = findProgram(nginxProgram)
  folder = await mkdtemp(join(tmpdir(), 'upgrade-101-nginx-'))
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

interface AnyRequest {
  readonly method?: string
  readonly url?: string
  readonly httpVersion: string
  readonly rawHeaders: readonly string[]
}

/** The request as the server got it, where ports and addresses differ from run to run. */
function requestOf({ method, url, httpVersion, rawHeaders }: AnyRequest, ports: Ports): string {
  const fields: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2)
    if (!/^(?:host|upgrade|connection|origin|x-.*)$/iu.test(name)) continue
    const told = /^X-(?:Real-IP|Forwarded-For)$/u.test(name) ? 'the client' : value
    fields.push(`${name}: ${told.replace(`:${ports.server}`, ':SERVER')}`)
  }
  return [`${method} ${url} HTTP/${httpVersion}`, ...fields].join(' | ')
}

interface Ports {
  readonly proxy: number
  readonly server: number
  readonly nobody: number
}

const configFor = ({ config }: ProxyCase, { proxy, server, nobody }: Ports) =>
  config
    .replaceAll('PORT', String(proxy))
    .replaceAll('SERVER', String(server))
    .replaceAll('NOBODY', String(nobody))

/** The same `ws` here and in the page. */
function serve(
  { WebSocketServer }: Pick<typeof ws, 'WebSocketServer'>,
  port: number,
  got: (request: AnyRequest) => void,
) {
  const server = new WebSocketServer({ port, host: '127.0.0.1' })
  // The HTTP server that it makes, which no property of the types names.
  const http = Reflect.get(server, '_server') as ReturnType<typeof createHttpServer>
  http.prependListener('request', got)
  http.prependListener('upgrade', got)
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      if (String(data) !== 'quiet') socket.send(String(data))
    })
  })
  return server
}

async function inNginx(one: ProxyCase): Promise<Observed> {
  const [proxy = 0, server = 0, nobody = 0] = await findFreePorts(3)
  const ports = { proxy, server, nobody }
  const requests: string[] = []
  const served = one.isDeaf
    ? createNetServer().listen(server, '127.0.0.1')
    : serve(ws, server, (request) => requests.push(requestOf(request, ports)))
  const prefix = await mkdtemp(join(folder, 'run-'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  await writeFile(join(prefix, 'nginx.conf'), configFor(one, ports))
  await writeFile(
    join(prefix, 'main.conf'),
    `daemon off; master_process off; pid ${prefix}/pid; error_log ${prefix}/error.log info;
     events { }
     http { access_log off; ${temporary.map((name) => `${name}_temp_path ${prefix}/${name};`).join(' ')}
     include ${prefix}/nginx.conf; }`,
  )
  const child = spawn(nginx, ['-p', prefix, '-c', join(prefix, 'main.conf')])
  let printed = ''
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()))
  const exit = once(child, 'exit')
  try {
    if (!(await Promise.race([exit.then(() => false), isListening(proxy)]))) {
      const [, reason = printed] = /\[emerg\] (?:\d+#\d+: )?(.*)/u.exec(printed) ?? []
      return { refusal: reason.replaceAll(`${prefix}/`, '') }
    }
    return { ...(await clientOf(one, proxy)), requests }
  } finally {
    child.kill()
    await exit
    served.close()
  }
}

/** Resolves when the port takes connections; never where it does not. */
async function isListening(port: number): Promise<boolean> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (isOpen) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function clientOf(one: ProxyCase, port: number): Promise<Observed> {
  const told: string[] = []
  let status = 0
  let fields: readonly string[] = []
  const start = performance.now()
  const socket = new ws.WebSocket(`ws://127.0.0.1:${port}${TARGET}`, {
    headers: { Host: HOST, Origin: ORIGIN },
  })
  const answered = (response: {
    statusCode?: number | undefined
    headers: Record<string, unknown>
  }) => {
    status = response.statusCode ?? 0
    fields = fieldsOf(
      String(response.headers['upgrade'] ?? ''),
      String(response.headers['connection']),
    )
  }
  socket.on('upgrade', answered)
  socket.on('unexpected-response', (_request, response) => {
    answered(response)
    socket.terminate()
  })
  socket.on('error', () => undefined)
  socket.on('open', () => {
    told.push('open')
    for (const [delay, text] of one.says ?? []) setTimeout(() => socket.send(text), delay)
    const { closes = 100 } = one
    if (closes !== null) setTimeout(() => socket.close(1000), closes)
  })
  socket.on('message', (data: Buffer) => told.push(String(data)))
  const code = await new Promise((resolve) => socket.on('close', resolve))
  told.push(`close ${String(code)}`)
  expect(performance.now() - start).toBeGreaterThanOrEqual(one.atLeast ?? 0)
  return { status, fields, told }
}

const fieldsOf = (upgrade: string, connection: string) => [
  `Upgrade: ${upgrade}`,
  `Connection: ${connection}`,
]

async function inPage(one: ProxyCase): Promise<Observed> {
  const ports = { proxy: 80, server: 8080, nobody: 9000 }
  const requests: string[] = []
  const network = createNetwork({
    clock: 'virtual',
    routed: true,
    baseUrl: 'http://chat.example/',
    conditions: { latency: 1 },
  })
  if (one.isDeaf) {
    const net = network.modules['net'] as { createServer: typeof createNetServer }
    net.createServer().listen(ports.server)
  } else {
    const here = network.modules['ws'] as Pick<typeof ws, 'WebSocketServer'>
    serve(here, ports.server, (request) => requests.push(requestOf(request, ports)))
  }
  await network.clock.settle()
  try {
    network.runProxy(configFor(one, ports))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'nginx') throw error
    return { refusal: error.message.replace(/^.*?\[emerg\] /u, '') }
  }
  const told: string[] = []
  const socket = new network.WebSocket(`ws://${HOST}${TARGET}`)
  const { setTimeout: later } = network.clientGlobals
  let end = 0
  socket.onopen = () => {
    told.push('open')
    for (const [delay, text] of one.says ?? []) later(() => socket.send(text), delay)
    const { closes = 100 } = one
    if (closes !== null) later(() => socket.close(1000), closes)
  }
  socket.onmessage = ({ data }) => told.push(String(data))
  socket.onclose = ({ code }) => {
    told.push(`close ${code}`)
    end = network.clock.now()
  }
  await network.clock.runUntil(UNTIL)
  network.stop()
  expect(end).toBeGreaterThanOrEqual(one.atLeast ?? 0)
  const response = ofType(network.trace, 'handshakeResponseReceived').find(
    ({ connectionId }) => connectionId === 'ws-1',
  )
  const value = (name: string) =>
    response?.headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? ''
  const fields = fieldsOf(value('upgrade'), value('connection'))
  return { status: response?.status ?? 0, fields, told, requests }
}

describe('the proxy in the page does what nginx does', () => {
  it.each(PROXY_CASES)('$name', async (one) => {
    const [real, here] = [await inNginx(one), await inPage(one)]
    expect(here).toEqual(real)
  })
})

describe('the lesson’s configurations do there what they do here', () => {
  it.each(LESSON_CASES)('$name', async (one) => {
    const real = await inNginx(one)
    expect(await inPage(one)).toEqual(real)
    if (/^(?:right|solution)/u.test(one.name)) expect(real.status).toBe(101)
  })
})
