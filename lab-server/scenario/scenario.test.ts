import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Client, echo, startLabServer } from '../testing/lab-server.ts'
import { runThatThrew } from './run.ts'
import { Scenario } from './scenario.ts'

/** A lab server with one scenario, called `it`. */
async function startScenario(source: string) {
  const { address, log } = await startLabServer({ scenarios: { it: source } })
  return {
    log,
    connect: (rest = '', protocols: string[] = []) =>
      new Client(`ws://${address}/lab/it${rest}`, {}, protocols),
    get: async (rest = '') => {
      const response = await fetch(`http://${address}/lab/it${rest}`)
      return { status: response.status, body: (await response.text()).trim() }
    },
  }
}

test('sees the path and the query that follow its name', async () => {
  const { connect, get } = await startScenario(`
    import { createServer } from 'node:http'
    import { WebSocketServer } from 'ws'
    const server = createServer((request, response) => response.end(request.url))
    new WebSocketServer({ server, path: '/room' }).on('connection', (socket, request) => {
      socket.send(request.url)
    })
    server.listen(3000)
  `)
  expect((await get()).body).toBe('/')
  expect((await get('?a=1')).body).toBe('/?a=1')
  expect((await get('/deep/er?a=1')).body).toBe('/deep/er?a=1')
  const client = connect('/room?as=ada')
  await client.next()
  expect(await client.next()).toBe('message /room?as=ada')
  expect(await connect('/attic').next()).toBe('refused 400 Bad Request')
})

test('a WebSocket server with a port of its own answers a plain request as ws does', async () => {
  const { get } = await startScenario(`
    import { WebSocketServer } from 'ws'
    new WebSocketServer({ port: 8080 })
  `)
  expect(await get()).toEqual({ status: 426, body: 'Upgrade Required' })
})

test('every way to make a server leads to the mount', async () => {
  for (const program of [
    "import WebSocket from 'ws'\nconst server = new WebSocket.Server({ port: 80 })",
    "import * as ws from 'ws'\nconst server = new ws.default.WebSocketServer({ port: 80 })",
    "import http from 'http'\nimport { WebSocketServer } from 'ws'\n" +
      'const server = new WebSocketServer({ server: new http.Server().listen({ port: 80 }) })',
  ]) {
    const { connect } = await startScenario(`${program}
      server.on('connection', (socket) => socket.send('here'))`)
    const client = connect()
    await client.next()
    expect(await client.next()).toBe('message here')
  }
})

test('a server tells where it would listen, and stops when it is closed', async () => {
  const { log, get } = await startScenario(`
    import { createServer } from 'node:http'
    const server = createServer((request, response) => {
      response.end('bye')
      server.close(() => console.log('closed', server.listening, server.address()))
    })
    server.listen(3000, () => console.log('listening', server.listening, server.address().port))
  `)
  await log.line(/^it: listening true 3000$/)
  expect((await get()).body).toBe('bye')
  await log.line(/^it: closed false null$/)
  expect(await get()).toEqual({
    status: 503,
    body: 'The scenario it is not running: the log of the lab server says why.',
  })
})

test('may take the connection itself and write what it likes', async () => {
  const { connect, log } = await startScenario(`
    import { createServer } from 'node:http'
    const server = createServer()
    server.on('upgrade', (request, socket) => {
      console.log('upgrade for', request.headers.host.split(':')[0])
      socket.end('HTTP/1.1 403 Forbidden\\r\\nContent-Length: 2\\r\\n\\r\\nno')
    })
    server.listen(80)
  `)
  expect(await connect().next()).toBe('refused 403 no')
  await log.line(/^it: upgrade for 127\.0\.0\.1$/)
})

test('negotiates a subprotocol', async () => {
  const { connect } = await startScenario(`
    import { WebSocketServer } from 'ws'
    const server = new WebSocketServer({ port: 80, handleProtocols: () => 'v2.chat' })
    server.on('connection', (socket) => socket.send(socket.protocol))
  `)
  const client = connect('', ['v1.chat', 'v2.chat'])
  await client.next()
  expect(await client.next()).toBe('message v2.chat')
})

const fragile = `
  import { WebSocketServer } from 'ws'
  let messages = 0
  new WebSocketServer({ port: 80 }).on('connection', (socket) => {
    socket.on('message', (data) => {
      messages += 1
      if (String(data) === 'crash') throw new Error('no crashing')
      if (String(data) === 'throw') throw 'plain words'
      socket.send(messages)
    })
  })
`

test('a crash ends its connections, and it starts afresh', async () => {
  const { connect, log } = await startScenario(fragile)
  const client = connect()
  const witness = connect()
  await client.next()
  await witness.next()
  client.socket.send('one')
  expect(await client.next()).toBe('message 1')
  client.socket.send('crash')
  expect(await client.next()).toBe('close 1006')
  expect(await witness.next()).toBe('close 1006')
  expect(await log.line(/crashed/)).toMatch(
    /^it crashed and starts afresh: Error: no crashing \(it\.js:7:\d+\)$/,
  )

  const again = connect()
  expect(await again.next()).toBe('open')
  again.socket.send('one')
  expect(await again.next()).toBe('message 1')
})

test('pauses after five crashes in a minute', async () => {
  const { connect, log } = await startScenario(fragile)
  for (let crash = 1; crash <= 5; crash += 1) {
    const client = connect()
    expect(await client.next()).toBe('open')
    client.socket.send('throw')
    expect(await client.next()).toBe('close 1006')
  }
  expect(await log.line(/in a minute/)).toBe(
    'it crashed 5 times in a minute: threw plain words; it starts afresh in 60 s',
  )
  expect(await connect().next()).toMatch(/^refused 503 The scenario it is not running/)
})

test('starts afresh when its pause is over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scenario-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'it.js')
  await writeFile(path, echo)
  const lines: string[] = []
  const scenario = new Scenario({
    name: 'it',
    path,
    log: (line) => lines.push(line),
    maxMessageBytes: 1000,
    onWebSocket: () => {},
    pause: 10,
  })
  await scenario.start()
  for (let crash = 1; crash <= 5; crash += 1) {
    await scenario.starting
    scenario.run?.crash(new Error('enough'))
  }
  expect(scenario.state).toBe('pausing')
  expect(lines.at(-1)).toMatch(/it starts afresh in 1 s$/)
  await expect.poll(() => scenario.state).toBe('running')
  scenario.stop()
})

test.each([
  ['throw new Error("at once")', /^it did not start: Error: at once \(it\.js:1:\d+\); it stays/],
  [
    'import { nothing } from "ws"',
    /^it did not start: SyntaxError: The module "ws" does not export/,
  ],
  ['const = 1', /^it did not start: SyntaxError: .*it\.js: Unexpected token \(1:6\)/],
  [
    'import { createServer } from "node:http"; createServer().listen(1); createServer().listen(2)',
    /^it did not start: Error: A scenario has one server that listens, not two \(it\.js:1:\d+\)/,
  ],
])('says why it did not start: %s', async (source, message) => {
  const { log, get } = await startScenario(source)
  await log.line(message)
  expect((await get()).status).toBe(503)
})

test('takes connections as soon as it listens, also when its program goes on', async () => {
  const { connect } = await startScenario(`
    import { WebSocketServer } from 'ws'
    new WebSocketServer({ port: 80 })
    await new Promise(() => {})
  `)
  expect(await connect().next()).toBe('open')
})

test('its timers end with it', async () => {
  const { connect, log } = await startScenario(`
    import { WebSocketServer } from 'ws'
    const run = Math.random()
    setInterval(() => console.log('tick of', run), 5)
    new WebSocketServer({ port: 80 }).on('connection', (socket) => {
      socket.on('message', () => { throw new Error('enough') })
    })
  `)
  const first = await log.line(/tick of/)
  const client = connect()
  await client.next()
  client.socket.send('crash')
  await client.next()
  await log.line(/crashed/)
  const before = log.lines.filter((line) => line === first).length
  log.lines.length = 0
  const second = await log.line(/tick of/)
  await log.line(/tick of/)
  expect(before).toBeGreaterThan(0)
  expect(second).not.toBe(first)
  expect(log.lines).not.toContain(first)
})

test('what it throws from a timer or a promise is known to be its own', async () => {
  const thrown: (string | undefined)[] = []
  const { connect, log } = await startScenario(`
    import { WebSocketServer } from 'ws'
    new WebSocketServer({ port: 80 }).on('connection', (socket) => {
      socket.on('message', async () => {
        await new Promise((resolve) => setTimeout(resolve, 1))
        globalThis.process.emit('test: error of a scenario')
      })
    })
  `)
  const record = () => thrown.push(runThatThrew()?.constructor.name)
  process.once('test: error of a scenario' as 'exit', record)
  const client = connect()
  await client.next()
  client.socket.send('go')
  client.socket.close()
  await log.line(/^it #1/)
  await expect.poll(() => thrown).toEqual(['ScenarioRun'])
})

/** A scenario that does what a message says. */
const obedient = `
  import { WebSocketServer } from 'ws'
  const server = new WebSocketServer({ port: 80 })
  const tell = (text) => server.clients.forEach((client) => client.send(text))
  const deeds = {
    throw() { throw new Error('thrown') },
    reject: async () => { await null; throw new Error('rejected') },
    exit: () => process.exit(3),
    handle: () => process.on('uncaughtException', ({ message }) => tell('handled ' + message)),
    'last words': () => process.on('exit', (code) => tell('exits ' + code)),
  }
  server.on('connection', (socket) => socket.on('message', (data) => deeds[data]()))
`

test('ends by process.exit() as by an error, and the lab server goes on', async () => {
  const { connect, log } = await startScenario(obedient)
  const client = connect()
  await client.next()
  client.socket.send('last words')
  client.socket.send('exit')
  expect(await client.next()).toBe('message exits 3')
  expect(await client.next()).toMatch(/1006/)
  await log.line(/it crashed and starts afresh: Error: process\.exit\(3\)/)
  expect(await connect().next()).toMatch(/^open/)
})

test('goes on where it handles an exception', async () => {
  const { connect } = await startScenario(obedient)
  const [client, other] = [connect(), connect()]
  await client.next()
  await other.next()
  client.socket.send('handle')
  client.socket.send('throw')
  expect(await other.next()).toBe('message handled thrown')
})
