/**
 * The lesson “More than one server” on real programs: its `server.js` unchanged, twice on Node with
 * npm's `redis`, a real Redis or Valkey between them, and before them a real nginx with the lesson's
 * own block. What the task asks for has to be so there, too.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { findProgram, nginx as nginxProgram } from '../../scripts/find-program.mjs'
import { findFreePorts } from '../conformance/node-scenario.ts'
import { serversByLesson, startOnNode } from '../lessons/on-node/servers.ts'
import { startRedis, type RedisServer } from './redis-server.ts'

const lesson = fileURLToPath(new URL('../../lessons/scale/', import.meta.url))
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** What `createClient()` connects to without a URL. */
const REDIS_PORT = 6379

let nginx = ''
let redis: RedisServer
let folder = ''
const running: ChildProcess[] = []

beforeAll(async () => {
  nginx = findProgram(nginxProgram)
  folder = await mkdtemp(join(tmpdir(), 'upgrade-101-scale-'))
  await symlink(packages, join(folder, 'node_modules'))
  redis = await startRedis(REDIS_PORT)
}, 300_000)
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
})
afterAll(async () => {
  await redis.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Two servers of this program behind an nginx. */
async function start(program: string) {
  const [proxy = 0, first = 0, second = 0] = await findFreePorts(3)
  const prefix = await mkdtemp(join(folder, 'run-'))
  await cp(join(lesson, program), join(prefix, 'server.js'))
  const servers = [first, second].map((port) => {
    const child = spawn(process.execPath, ['server.js'], {
      cwd: prefix,
      env: { ...process.env, PORT: String(port), NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    running.push(child)
    return child
  })
  const block = await readFile(join(lesson, 'start/nginx.conf'), 'utf8')
  const config = block
    .replace('listen 80;', `listen 127.0.0.1:${String(proxy)};`)
    .replace('localhost:8080', `127.0.0.1:${String(first)}`)
    .replace('localhost:8081', `127.0.0.1:${String(second)}`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  await writeFile(
    join(prefix, 'nginx.conf'),
    `daemon off; master_process off; pid ${prefix}/pid; error_log ${prefix}/error.log;
     events { }
     http { access_log off; ${temporary.map((name) => `${name}_temp_path ${prefix}/${name};`).join(' ')}
     ${config} }`,
  )
  running.push(spawn(nginx, ['-p', prefix, '-c', join(prefix, 'nginx.conf')]))
  await Promise.all([proxy, first, second].map(isListening))
  return { proxy, servers }
}

/** Resolves when the port takes connections. */
async function isListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Somebody in a room. */
class Person {
  readonly heard: string[] = []
  readonly #socket: WebSocket
  readonly closed: Promise<number>

  constructor(port: number) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${String(port)}/chat`)
    this.#socket.on('message', (data: Buffer) => {
      const { text } = JSON.parse(data.toString()) as { readonly text: string }
      this.heard.push(text)
    })
    this.closed = new Promise((resolve) => this.#socket.on('close', resolve))
  }

  static async enters(port: number, name: string, room: string): Promise<Person> {
    const person = new Person(port)
    await once(person.#socket, 'open')
    person.#tell({ type: 'join', name, room })
    return person
  }

  say(text: string): void {
    this.#tell({ type: 'say', text })
  }

  async hears(text: string): Promise<void> {
    await expect.poll(() => this.heard, { timeout: 5000 }).toContain(text)
  }

  leave(): void {
    this.#socket.close()
  }

  #tell(message: object): void {
    this.#socket.send(JSON.stringify(message))
  }
}

/** One after the other: the proxy takes the servers in turn. */
async function people(proxy: number): Promise<readonly [Person, Person, Person, Person]> {
  const ada = await Person.enters(proxy, 'Ada', 'tea')
  const bo = await Person.enters(proxy, 'Bo', 'tea')
  const cy = await Person.enters(proxy, 'Cy', 'jazz')
  const dot = await Person.enters(proxy, 'Dot', 'tea')
  return [ada, bo, cy, dot]
}

const RIGHT = ['solution', 'right/channel-each-room', 'right/common-js', 'right/numbered']

describe('the lesson about two servers, on two servers', () => {
  it('has a starter whose rooms end at the server', async () => {
    const { proxy } = await start('start/server.js')
    const [ada, bo, , dot] = await people(proxy)
    // A connection's messages arrive in order: who hears the second has not missed the first.
    dot.say('Biscuits!')
    await bo.hears('Biscuits!')
    ada.say('Kettle on?')
    await ada.hears('Kettle on?')
    bo.say('Sugar')
    await dot.hears('Sugar')
    expect([ada, bo].map(({ heard }) => heard)).toEqual([['Kettle on?'], ['Biscuits!', 'Sugar']])
  })

  it.each(RIGHT)('is solved by %s: everyone hears everything once, in one order', async (name) => {
    const { proxy } = await start(`${name}/server.js`)
    const [ada, bo, cy, dot] = await people(proxy)
    ada.say('Kettle on?')
    await Promise.all([ada, bo, dot].map((one) => one.hears('Kettle on?')))
    for (let number = 1; number <= 50; number += 1) {
      ada.say(`Ada ${String(number)}`)
      bo.say(`Bo ${String(number)}`)
      dot.say(`Dot ${String(number)}`)
    }
    for (const one of [ada, bo, dot])
      await Promise.all([one.hears('Ada 50'), one.hears('Bo 50'), one.hears('Dot 50')])
    expect(ada.heard).toHaveLength(151)
    expect(new Set(ada.heard).size).toBe(151)
    expect(bo.heard).toEqual(ada.heard)
    expect(dot.heard).toEqual(ada.heard)
    expect(cy.heard).toEqual([])
  })

  it.each(RIGHT)('is left in order by %s', async (name) => {
    const { proxy, servers } = await start(`${name}/server.js`)
    const [leaving] = servers
    const [ada, bo, cy] = await people(proxy)
    if (leaving === undefined) throw new Error('there are two')
    const exit = once(leaving, 'exit')
    leaving.kill('SIGTERM')
    expect(await Promise.all([ada.closed, cy.closed])).toEqual([1001, 1001])
    // Back at the other one, whose turn it is or not.
    const again = await Person.enters(proxy, 'Ada', 'tea')
    const too = await Person.enters(proxy, 'Cy', 'tea')
    again.say('Back')
    await Promise.all([again, too, bo].map((one) => one.hears('Back')))
    expect(await exit).toEqual([0, null])
  })

  it('gives 1006 to the clients of a server that does not listen to SIGTERM', async () => {
    const { proxy, servers } = await start('solution/publish/server.js')
    const [ada] = await people(proxy)
    servers[0]?.kill('SIGTERM')
    expect(await ada.closed).toBe(1006)
  })
})

it.each([...serversByLesson(true)])('the servers of %s listen', async (_lesson, servers) => {
  await startOnNode(servers)
})
