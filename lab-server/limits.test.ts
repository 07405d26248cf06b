import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Client, startLabServer } from './testing/lab-server.ts'

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
  await log.line(/^echo #1 .*, Max payload size exceeded$/)
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
  await log.line(/^echo #1 .*, cut: idle for 0\.1 s \(--limit-idle\)$/)
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
  await log.line(/^flood #1 .*, cut: \d+ bytes wait to be read$/)
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
