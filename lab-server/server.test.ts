import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createLabServer } from './server.ts'
import { Client, startLabServer } from './testing/lab-server.ts'

test('serves the app and a scenario on one port', async () => {
  const { server, address, log } = await startLabServer()
  expect(server.url).toBe(`http://localhost:${server.port}/`)
  const page = await fetch(`http://${address}/`)
  expect(await page.text()).toBe('<!doctype html>the app')

  const client = new Client(`ws://${address}/lab/echo`)
  expect(await client.next()).toBe('open')
  client.socket.send('hello')
  expect(await client.next()).toBe('message hello')
  client.socket.close(4000)
  expect(await client.next()).toBe('close 4000')
  expect(await log.line(/^echo #1/)).toMatch(
    // A masked frame of 5 bytes has 11, one with a code alone 8, both unmasked 7 and 4.
    /^echo #1 WebSocket from 127\.0\.0\.1:\d+, \d+\.\d s, 19 bytes in, \d+ bytes out, closed 4000$/,
  )
})

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['0.0.0.0', 'localhost'],
  ['::1', '[::1]'],
])('listening on %s, it is opened as %s', async (host, name) => {
  const { server } = await startLabServer({ host })
  expect(server.url).toBe(`http://${name}:${server.port}/`)
  expect((await fetch(server.url)).status).toBe(200)
})

test('says how it is', async () => {
  const { address } = await startLabServer()
  const client = new Client(`ws://${address}/lab/echo`)
  await client.next()
  const health = await fetch(`http://${address}/lab/health`)
  expect(health.headers.get('cache-control')).toBe('no-store')
  expect(await health.json()).toMatchObject({
    status: 'ok',
    connections: { open: 1, total: 1 },
    scenarios: [{ name: 'echo', path: '/lab/echo', state: 'running' }],
  })
})

test('is closed by closing every WebSocket with 1001', async () => {
  const { server, address } = await startLabServer()
  const client = new Client(`ws://${address}/lab/echo`)
  await client.next()
  await server.close()
  expect(await client.next()).toBe('close 1001 The lab server stops')
  await expect(fetch(`http://${address}/`)).rejects.toThrow('fetch failed')
})

test('is closed in time though a client does not answer', async () => {
  const { server, address } = await startLabServer()
  const silent = connect(server.port, '127.0.0.1')
  onTestFinished(() => void silent.destroy())
  silent.write(openingHandshake(`${address}`))
  await once(silent, 'data')
  await server.close(10)
  await once(silent, 'close')
})

test('answers no request that a name of a stranger led here', async () => {
  const { address, log } = await startLabServer({ allowedHosts: ['Classroom.example'] })
  const client = new Client(`ws://${address}/lab/echo`, { headers: { Host: 'attacker.example' } })
  expect(await client.next()).toMatch(
    /^refused 421 This lab server does not answer for the host "attacker.example"/,
  )
  await log.line(/refused a WebSocket for the host "attacker\.example"/)

  expect(await statusFor(address, '/', 'attacker.example')).toBe(421)
  expect(await statusFor(address, '/lab/health', 'attacker.example')).toBe(421)
  expect(await statusFor(address, '/', 'classroom.example:80')).toBe(200)
})

test('says which scenarios there are when there is no such one', async () => {
  const { address } = await startLabServer()
  expect(await new Client(`ws://${address}/lab/ecko`).next()).toBe(
    'refused 404 There is no scenario "ecko" here. There are: echo.',
  )
  expect(await new Client(`ws://${address}/elsewhere`).next()).toBe(
    'refused 404 WebSockets are at /lab/<scenario>.',
  )
})

test('takes the next port when one is taken, on either loopback address', async () => {
  for (const taken of ['127.0.0.1', '::1']) {
    const other = createServer().listen(0, taken)
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const address = other.address()
    if (address === null || typeof address === 'string') throw new Error('no TCP address')
    const options = { siteDirectory: '.', scenariosDirectory: 'scenarios', port: address.port }

    await expect(createLabServer(options)).rejects.toMatchObject({ code: 'EADDRINUSE' })
    const server = await createLabServer({ ...options, portsTried: 20 })
    onTestFinished(() => server.close(0))
    expect(server.port).toBeGreaterThan(address.port)
  }
})

function openingHandshake(host: string): string {
  return [
    'GET /lab/echo HTTP/1.1',
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    '\r\n',
  ].join('\r\n')
}

/** The status of a request with this `Host`, which `fetch` would not send. */
async function statusFor(address: string, path: string, host: string): Promise<number> {
  const [name = '', port = ''] = address.split(':')
  const socket = connect(Number(port), name)
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
}
