import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Client, echo, startLabServer } from '../testing/lab-server.ts'
import { maskedText, plainText, RawClient } from '../testing/raw-client.ts'
import { WiretapReader } from '../testing/wiretap-reader.ts'
import { Wiretap, type WiretapOptions } from './wiretap.ts'

const token = '0123456789abcdef0123456789abcdef'
const other = 'fedcba9876543210fedcba9876543210'
const marked = `/lab/~${token}.ws-1`

test('records every octet of a connection, both ways, from its first', async () => {
  const { address } = await startLabServer()
  const reader = await WiretapReader.open(address, token)
  const client = new RawClient(address)
  // The first message right behind the request's head, the second in three pieces.
  client.open(`${marked}/echo/room?as=ada`, maskedText('one'))
  await client.receives(plainText('one'))
  const frame = maskedText('two')
  for (const [from, to] of [
    [0, 1],
    [1, 5],
    [5, 99],
  ] as const) {
    client.send(frame.subarray(from, to))
    await reader.sync()
  }
  await client.receives(plainText('two'))
  client.socket.end()
  await reader.ended()

  expect(reader.octets('client')).toEqual(client.sent)
  expect(String(reader.octets('client'))).toContain(`GET ${marked}/echo/room?as=ada HTTP/1.1\r\n`)
  expect(reader.octets('server')).toEqual(client.received)
  expect(String(reader.octets('server'))).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n/)

  const times = reader.reports.flatMap((it) => ('time' in it && it.type !== 'ended' ? it.time : []))
  expect(times.length).toBeGreaterThan(8)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(reader.reports.map((it) => it.type).slice(0, 3)).toEqual(['hello', 'opened', 'bytes'])
})

test('records what a scenario writes by hand, in whatever way, in order and once', async () => {
  const byHand = `
    import { createServer } from 'node:http'
    createServer().on('upgrade', (request, socket) => {
      socket.cork()
      socket.write('HTTP/1.1 101 ')
      socket.write('53776974636869', 'hex')
      socket.write(Buffer.from('ng\\r\\n'))
      socket.uncork()
      socket.write('\\r\\n')
      socket.write(Buffer.alloc(3_000_000, 1), () => socket.end('the end'))
    }).listen(80)
  `
  const { address } = await startLabServer({ scenarios: { byhand: byHand } })
  const reader = await WiretapReader.open(address, token)
  const client = new RawClient(address)
  client.open(`${marked}/byhand`)
  await once(client.socket, 'end')
  client.socket.end()
  expect(await reader.ended()).toMatchObject({ how: 'fin', by: 'server' })
  expect(client.received.length).toBe('HTTP/1.1 101 Switching\r\n\r\nthe end'.length + 3_000_000)
  expect(reader.octets('server').equals(client.received)).toBe(true)
})

test('shows a scenario that pauses its connection nothing that it would not see', async () => {
  const paused = `
    import { createServer } from 'node:http'
    createServer().on('upgrade', (request, socket, head) => {
      socket.write('HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n')
      setTimeout(async () => {
        socket.unshift(head)
        let text = ''
        for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
          text += chunk
          if (text.endsWith('.')) break
        }
        socket.end(text)
      }, 50)
    }).listen(80)
  `
  const { address } = await startLabServer({ scenarios: { paused } })
  const reader = await WiretapReader.open(address, token)
  const client = new RawClient(address)
  client.open(`${marked}/paused`, 'a')
  await once(client.socket, 'data')
  client.send('b')
  client.send('.')
  await client.receives(Buffer.from('ab.'))
  client.socket.end()
  await reader.ended()
  expect(String(reader.octets('client'))).toMatch(/\r\n\r\nab\.$/)
})

test('tells who ended a connection, and how', async () => {
  const ends = `
    import { createServer } from 'node:http'
    createServer().on('upgrade', (request, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n')
      socket.on('data', () => {
        if (request.url === '/end') socket.end()
        else if (request.url === '/destroy') socket.destroy()
        else socket.resetAndDestroy()
      })
    }).listen(80)
  `
  const { address } = await startLabServer({ scenarios: { ends, echo } })
  const reader = await WiretapReader.open(address, token)
  const connect = async (id: string, target: string) => {
    const client = new RawClient(address)
    client.open(`/lab/~${token}.${id}/${target}`)
    await once(client.socket, 'data')
    return client.socket
  }
  for (const id of ['end', 'destroy', 'reset']) {
    const socket = await connect(id, `ends/${id}`)
    socket.on('end', () => socket.end())
    socket.write('now')
    await new Promise<void>((resolve) => socket.on('close', () => resolve()))
  }
  ;(await connect('fin', 'echo')).end()
  ;(await connect('rst', 'echo')).resetAndDestroy()
  const gone = new Client(`ws://${address}/lab/~${token}.closed/echo`)
  await gone.next()
  gone.socket.close()

  for (const [id, how, by] of [
    ['end', 'fin', 'server'],
    ['destroy', 'fin', 'server'],
    ['reset', 'rst', 'server'],
    ['fin', 'fin', 'client'],
    ['rst', 'rst', 'client'],
    // `ws` ends the TCP connection first, as a server should (RFC 6455 §7.1.1).
    ['closed', 'fin', 'server'],
  ] as const) {
    expect(await reader.ended(id)).toEqual({
      type: 'ended',
      connectionId: id,
      how,
      by,
      // A time, and none that vitest could know.
      time: expect.any(Number) as number,
    })
  }
})

test('keeps for a reader what happened before it came', async () => {
  const { address, log } = await startLabServer()
  const client = new Client(`ws://${address}${marked}/echo`)
  await client.next()
  client.socket.close(4000)
  await log.line(/^echo #1/)
  const reader = await WiretapReader.open(address, token)
  await reader.sync()
  expect(reader.reports.map(({ type }) => type)).toEqual([
    'hello',
    'opened',
    ...['bytes', 'bytes', 'bytes', 'bytes'],
    'ended',
    'synced',
  ])
})

test('a scenario sees nothing of the mark', async () => {
  const scenario = `
    import { createServer } from 'node:http'
    import { WebSocketServer } from 'ws'
    const server = createServer((request, response) => response.end(request.url))
    new WebSocketServer({ server }).on('connection', (socket, request) => socket.send(request.url))
    server.listen(80)
  `
  const { address, log } = await startLabServer({ scenarios: { tells: scenario } })
  const client = new Client(`ws://${address}${marked}/tells/room?as=ada`)
  await client.next()
  expect(await client.next()).toBe('message /room?as=ada')
  client.socket.close()
  expect(await log.line(/WebSocket/)).not.toContain(token)
  const response = await fetch(`http://${address}${marked}/tells/now`)
  expect(await response.text()).toBe('/now')

  const wrong = await fetch(`http://${address}/lab/~${token.toUpperCase()}.ws-1/tells`)
  expect(wrong.status).toBe(400)
  expect(await new Client(`ws://${address}/lab/~x/tells`).next()).toMatch(/^refused 400 /)
})

test('a recording has one reader, and no other token reads it', async () => {
  const { address } = await startLabServer()
  const reader = await WiretapReader.open(address, token)
  const stranger = await WiretapReader.open(address, other)
  expect(await new Client(`ws://${address}/wiretap/${token}`).next()).toMatch(/^refused 409 /)
  expect(await new Client(`ws://${address}/wiretap/~`).next()).toMatch(/^refused 400 /)

  const client = new Client(`ws://${address}${marked}/echo`)
  await client.next()
  const unmarked = new Client(`ws://${address}/lab/echo`)
  await unmarked.next()
  await stranger.sync()
  expect(stranger.reports.map(({ type }) => type)).toEqual(['hello', 'synced'])

  reader.webSocket.close()
  await once(reader.webSocket, 'close')
  expect(await new Client(`ws://${address}/wiretap/${token}`).next()).toMatch(/^refused 409 /)
})

test('says how many octets a full recording lost, and goes on serving', async () => {
  const { address, log } = await startLabServer({ limits: { recordingBytes: 1000 } })
  const reader = await WiretapReader.open(address, token)
  expect(await reader.report(() => true)).toEqual({
    type: 'hello',
    version: 1,
    limits: { bytes: 1000 },
  })
  const client = new RawClient(address)
  client.open(`${marked}/echo`)
  const text = 'x'.repeat(100)
  for (let count = 0; count < 10; count += 1) client.send(maskedText(text))
  client.send(maskedText('last'))
  await client.receives(plainText('last'))
  client.socket.end()
  await reader.ended()
  await log.line(
    /^wiretap: a recording is not whole: 1000 bytes are recorded \(--limit-recording\)$/,
  )
  const lost = reader.reports.flatMap((it) => (it.type === 'lost' ? it.bytes : []))
  const recorded = reader.octets('client').length + reader.octets('server').length
  expect(lost).toHaveLength(2)
  expect(recorded).toBeLessThanOrEqual(1000)
  expect(recorded + (lost[1] ?? 0)).toBe(client.sent.length + client.received.length)
})

test('a reader that does not read costs its own recording only', async () => {
  const { address, log } = await startLabServer({ limits: { wiretapBytes: 2_000_000 } })
  const slow = await WiretapReader.open(address, token)
  // `ws` on the reader's side no longer takes anything from its socket.
  slow.webSocket.pause()
  const client = new Client(`ws://${address}${marked}/echo`)
  await client.next()
  for (let count = 0; count < 40; count += 1) {
    client.socket.send('x'.repeat(500_000))
    await client.next()
  }
  const health = (await (await fetch(`http://${address}/lab/health`)).json()) as {
    wiretap: { waitingCharacters: number }
  }
  expect(health.wiretap.waitingCharacters).toBeLessThan(2_100_000)
  slow.webSocket.resume()
  client.socket.close()
  await slow.ended()
  expect(slow.reports.some(({ type }) => type === 'lost')).toBe(true)
  await log.line(/recording is not whole: \d+ bytes wait to be sent \(--limit-wiretap\)$/)
})

test('closes a reader that says what is no request', async () => {
  const { address } = await startLabServer()
  const client = new Client(`ws://${address}/wiretap/${token}`)
  await client.next()
  await client.next()
  client.socket.send('{"type":"give"}')
  expect(await client.next()).toBe('close 1008 message.type: expected one of sync')
})

test('leaves every other connection as it was', async () => {
  const { wiretap, address, sockets } = await startWiretap({})
  const agentless = request(`http://${address}/elsewhere`).end()
  await once(agentless, 'response')
  expect(sockets).toHaveLength(1)
  for (const name of ['push', '_write', '_writev', '_final', '_destroy', 'resetAndDestroy']) {
    expect(Object.hasOwn(sockets[0] ?? {}, name), name).toBe(false)
  }
  expect(wiretap.figures.tokens).toBe(0)
})

test('forgets a recording that nobody comes for, and one that was read, in time', async () => {
  const { wiretap, address } = await startWiretap({ unreadTime: 20, spentTime: 1 })
  const client = new RawClient(address)
  client.open(`${marked}/anything`)
  await once(client.socket, 'data')
  expect(wiretap.figures).toMatchObject({ tokens: 1 })
  expect(wiretap.figures.waitingCharacters).toBeGreaterThan(100)
  await expect.poll(() => wiretap.figures).toMatchObject({ tokens: 0, waitingCharacters: 0 })

  const reader = await WiretapReader.open(address, other)
  expect(wiretap.figures).toMatchObject({ tokens: 1, readers: 1 })
  reader.webSocket.close()
  await expect.poll(() => wiretap.figures).toMatchObject({ tokens: 0, readers: 0 })
})

test('drops a reader that does not answer', async () => {
  const { wiretap, address } = await startWiretap({ pingInterval: 20 })
  const client = new RawClient(address)
  client.open(`/wiretap/${token}`)
  await once(client.socket, 'data')
  expect(wiretap.figures.readers).toBe(1)
  await once(client.socket, 'end')
  await expect.poll(() => wiretap.figures.readers).toBe(0)
})

test('has so many recordings and no more', async () => {
  const lines: string[] = []
  const { address } = await startWiretap({ tokens: 1, log: (line) => lines.push(line) })
  const reader = await WiretapReader.open(address, token)
  expect(await new Client(`ws://${address}/wiretap/${other}`).next()).toMatch(/^refused 503 /)
  expect(lines).toEqual(['wiretap: records nothing new, 1 recordings are open'])
  // One that was read gives way.
  reader.webSocket.close()
  await once(reader.webSocket, 'close')
  await WiretapReader.open(address, other)
})

/** A wiretap on its own server, which answers every upgrade with one word. */
async function startWiretap(options: Partial<WiretapOptions>) {
  const wiretap = new Wiretap({
    recordingBytes: 1_000_000,
    waitingCharacters: 1_000_000,
    log: () => {},
    ...options,
  })
  const sockets: Socket[] = []
  const server = createServer((_request, response) => response.end())
  server.on('connection', (socket) => {
    sockets.push(socket)
    wiretap.watch(socket)
  })
  server.on('upgrade', (upgrade, socket, head) => {
    if (wiretap.handleUpgrade(upgrade, socket, head)) return
    wiretap.record(socket, { token, connectionId: 'ws-1' })
    socket.write('here')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    wiretap.stop()
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo
  return { wiretap, sockets, address: `127.0.0.1:${port}` }
}
