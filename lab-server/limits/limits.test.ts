import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Client, echo, startLabServer } from '../testing/lab-server.ts'
import { RawClient } from '../testing/raw-client.ts'

test('refuses a connection beyond the limit, until one is free', async () => {
  const { address, log } = await startLabServer({ limits: { connections: 1 } })
  const first = new Client(`ws://${address}/lab/echo`)
  expect(await first.next()).toBe('open')
  expect(await new Client(`ws://${address}/lab/echo`).next()).toMatch(/^refused 503 /)
  await log.line(/^echo: refused a connection from .*: 1 are open \(--limit-connections\)$/)

  first.socket.close()
  await log.line(/^echo #1/)
  expect(await new Client(`ws://${address}/lab/echo`).next()).toBe('open')
})

test('closes with 1009 what sends a message beyond the limit', async () => {
  const { address, log } = await startLabServer({ limits: { messageBytes: 1000 } })
  const client = new Client(`ws://${address}/lab/echo`)
  await client.next()
  client.socket.send('x'.repeat(1000))
  expect(await client.next()).toMatch(/^message x+$/)
  client.socket.send('x'.repeat(1001))
  expect(await client.next()).toBe('close 1009')
  await log.line(/^echo #1 from .* is cut: a message of more than 1000 bytes \(--limit-message\)$/)
  await log.line(/^echo #1 .* bytes out, cut: a message of more than 1000 bytes/)
})

test('refuses a body beyond the limit', async () => {
  const answer = `
    import { createServer } from 'node:http'
    createServer((request, response) => response.end('taken')).listen(80)
  `
  const { server, address, log } = await startLabServer({
    scenarios: { answer },
    limits: { messageBytes: 1000 },
  })
  const post = (body: string) => fetch(`http://${address}/lab/answer`, { method: 'POST', body })
  expect((await post('x'.repeat(1000))).status).toBe(200)
  expect((await post('x'.repeat(1001))).status).toBe(413)
  await log.line(/^refused a body of 1001 bytes: 1000 are taken \(--limit-message\)$/)

  const chunked = request({ port: server.port, path: '/lab/answer', method: 'POST' })
  chunked.write('a first chunk')
  const [response] = (await once(chunked, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(411)
  chunked.destroy()
})

test('cuts a connection on which nothing is said', async () => {
  const { address, log } = await startLabServer({ limits: { idleTime: 60 } })
  const client = new Client(`ws://${address}/lab/echo`)
  await client.next()
  expect(await client.next()).toBe('close 1006')
  await log.line(/^echo #1 WebSocket .*, cut: idle for 0\.1 s \(--limit-idle\)$/)
})

test('cuts a connection that does not read what it asked for', async () => {
  const flood = `
    import { WebSocketServer } from 'ws'
    const server = new WebSocketServer({ port: 80 })
    server.on('connection', (socket) => {
      const more = () => socket.send(Buffer.alloc(1_000_000), () => setImmediate(more))
      for (let i = 0; i < 50; i += 1) more()
    })
  `
  const { server, address, log } = await startLabServer({
    scenarios: { flood },
    limits: { unsentBytes: 1_000_000, idleTime: 400 },
  })
  const socket = connect(server.port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.pause()
  socket.write(
    `GET /lab/flood HTTP/1.1\r\nHost: ${address}\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
      'Sec-WebSocket-Version: 13\r\n\r\n',
  )
  await once(socket, 'connect')
  await log.line(/^flood #1 WebSocket .*, cut: \d+ bytes wait to be read \(--limit-unsent\)$/)
})

test('refuses what connects too often, until a moment has gone by', async () => {
  const { address, log } = await startLabServer({ limits: { connectionRate: 2 } })
  for (let count = 0; count < 2; count += 1) {
    expect(await new Client(`ws://${address}/lab/echo`).next()).toBe('open')
  }
  expect(await new Client(`ws://${address}/lab/echo`).next()).toMatch(/^refused 429 Too many new /)
  await log.line(
    /^echo: refused a connection from .*: more than 2 a second \(--limit-connection-rate\)$/,
  )
  const plain = await fetch(`http://${address}/lab/echo`)
  expect([plain.status, plain.headers.get('retry-after')]).toEqual([429, '1'])
})

test('closes with 1008 what sends too many messages', async () => {
  const { address, log } = await startLabServer({ limits: { messageRate: 10 } })
  const client = new Client(`ws://${address}/lab/echo`)
  await client.next()
  for (let count = 0; count < 100; count += 1) client.socket.send('x')
  const happened: string[] = []
  while (!happened.at(-1)?.startsWith('close')) happened.push(await client.next())
  const reason = 'more than 10 messages a second (--limit-message-rate)'
  expect(happened.at(-1)).toBe(`close 1008 ${reason}`)
  expect(happened.length).toBeLessThan(100)
  await log.line(
    /^echo #1 from .* is cut: more than 10 messages a second \(--limit-message-rate\)$/,
  )
  await log.line(/^echo #1 WebSocket .* bytes out, cut: more than 10 messages a second/)
})

test('closes with 1008 what sends too many bytes, and drops what is no WebSocket', async () => {
  const byHand = `
    import { createServer } from 'node:http'
    createServer().on('upgrade', (request, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n')
      socket.resume()
    }).listen(80)
  `
  const { address, log } = await startLabServer({
    scenarios: { echo, byhand: byHand },
    limits: { byteRate: 100_000 },
  })
  const client = new Client(`ws://${address}/lab/echo`)
  await client.next()
  client.socket.send('x'.repeat(90_000))
  expect(await client.next()).toMatch(/^message/)
  client.socket.send('x'.repeat(90_000))
  expect(await client.next()).toMatch(/^message/)
  expect(await client.next()).toMatch(/^close 1008 more than 100000 bytes a second/)

  const raw = new RawClient(address)
  raw.open('/lab/byhand')
  await once(raw.socket, 'data')
  raw.send(Buffer.alloc(300_000))
  await log.line(
    /^byhand #2 from .* is cut: more than 100000 bytes a second \(--limit-byte-rate\)$/,
  )
  await log.line(/^byhand #2 WebSocket .*, cut: more than 100000 bytes/)
})

test('cuts who has most of all that is held, sent or received', async () => {
  const limits = { heldBytes: 3_000_000 }
  const { address, log } = await startLabServer({ limits })
  const small = new Client(`ws://${address}/lab/echo`)
  await small.next()
  const large = new RawClient(address)
  large.open('/lab/echo')
  await once(large.socket, 'data')
  // A binary frame of 10 MB, of which 4 MB come.
  large.send(Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0, 0x98, 0x96, 0x80, 0, 0, 0, 0]))
  large.send(Buffer.alloc(4_000_000))
  await log.line(/^echo #2 from .* is cut: holds \d+ of \d+ bytes held for all \(--limit-held\)$/)
  small.socket.send('still here')
  expect(await small.next()).toBe('message still here')
})

test('cuts a connection by hand that does not read', async () => {
  const flood = `
    import { createServer } from 'node:http'
    createServer().on('upgrade', (request, socket) => {
      const more = () => socket.write(Buffer.alloc(1_000_000), () => setImmediate(more))
      for (let i = 0; i < 50; i += 1) more()
    }).listen(80)
  `
  const { address, log } = await startLabServer({
    scenarios: { flood },
    limits: { unsentBytes: 1_000_000 },
  })
  const client = new RawClient(address)
  client.socket.pause()
  client.open('/lab/flood')
  await log.line(/^flood #1 from .* is cut: \d+ bytes wait to be read \(--limit-unsent\)$/)
})

test('a flood of refusals makes a hundred lines in the log', async () => {
  const { server, address, log } = await startLabServer({ limits: { connectionRate: 1 } })
  const socket = connect(server.port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const one = `GET /lab/echo HTTP/1.1\r\nHost: attacker.example\r\n\r\n`
  socket.write(one.repeat(500))
  await once(socket, 'data')
  expect(await log.line(/left out/)).toMatch(/^\d+ more lines about refused hosts were left out$/)
  expect(log.lines.filter((line) => line.includes('attacker.example')).length).toBeLessThan(300)
  expect((await fetch(`http://${address}/lab/health`)).status).toBe(200)
})

test('a client that breaks the protocol loses its own connection only', async () => {
  const { server, address, log } = await startLabServer()
  const other = new Client(`ws://${address}/lab/echo`)
  await other.next()

  const broken = new Client(`ws://${address}/lab/echo`)
  await broken.next()
  // A frame with a reserved opcode, masked with zeros.
  connectionOf(broken).write(Buffer.from([0x83, 0x80, 0, 0, 0, 0]))
  expect(await broken.next()).toBe('close 1002')
  await log.line(/^echo #2 .*, Invalid WebSocket frame: invalid opcode 3$/)

  other.socket.send('still here')
  expect(await other.next()).toBe('message still here')
  expect(server.scenarioNames).toEqual(['echo'])
})

/** The transport under a client, which `ws` keeps to itself. */
function connectionOf({ socket }: Client): NodeJS.WritableStream {
  return Reflect.get(socket, '_socket') as NodeJS.WritableStream
}
