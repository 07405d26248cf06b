/**
 * What the lab server's wiretap costs: requests, new WebSockets and echoed messages a second, with
 * nothing watched, with every connection watched for its first octets, and with one recorded and
 * read. Clients, server and reader share one process.
 */
import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { Wiretap } from '../lab-server/wiretap/wiretap.ts'
import { readMark } from '../src/core/trace/wiretap/address.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7)
const token = '0'.repeat(32)
const marked = (round: number) => `/lab/~${token}.ws-${round}/echo`

const plain = await listen(false)
const watched = await listen(true)
const reader = new WebSocket(`ws://127.0.0.1:${watched}/wiretap/${token}`)
reader.on('message', () => {})
await once(reader, 'open')

await compare('requests, connections kept', (port) => requests(port, 4000))
await compare('new WebSockets', (port) => openings(port, 400))
await compare('messages echoed', (port) => messages(port, 20_000, '/'))
await compare('messages echoed, recorded', (port, round) =>
  messages(port, 20_000, port === plain ? '/' : marked(round)),
)
process.exit()

async function compare(
  name: string,
  measure: (port: number, round: number) => Promise<number>,
): Promise<void> {
  let bestPlain = 0
  let bestWatched = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    bestPlain = Math.max(bestPlain, await measure(plain, round))
    bestWatched = Math.max(bestWatched, await measure(watched, round))
  }
  const figures = [bestPlain, bestWatched].map((rate) => `${rate.toFixed(0)}/s`.padStart(10))
  console.log(`${name.padEnd(28)}${figures.join('')}  ${(bestWatched / bestPlain).toFixed(2)}×`)
}

/** An echo server, on a port that it gives. */
async function listen(isWatched: boolean): Promise<number> {
  const wiretap = new Wiretap({
    recordingBytes: 2 ** 30,
    waitingCharacters: 2 ** 30,
    log: () => {},
  })
  const webSockets = new WebSocketServer({ noServer: true })
  webSockets.on('connection', (client) => {
    client.on('message', (data, binary) => client.send(data, { binary }))
  })
  const server = createServer((_request, response) => response.end('hello'))
  if (isWatched) server.on('connection', (socket) => wiretap.watch(socket))
  server.on('upgrade', (upgrade, socket, head) => {
    if (wiretap.handleUpgrade(upgrade, socket, head)) return
    const mark = readMark(upgrade.url ?? '')
    if (mark !== null) wiretap.record(socket, mark)
    webSockets.handleUpgrade(upgrade, socket, head, (client) => {
      webSockets.emit('connection', client, upgrade)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on TCP has an address of this kind.
  return (server.address() as AddressInfo).port
}

async function requests(port: number, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const one = () =>
    new Promise<void>((resolve) => {
      request({ port, agent }, (response) => response.resume().on('end', resolve)).end()
    })
  const rate = await perSecond(count, async () => {
    const eight = Array.from({ length: 8 }, async () => {
      for (let sent = 0; sent < count / 8; sent += 1) await one()
    })
    await Promise.all(eight)
  })
  agent.destroy()
  return rate
}

function openings(port: number, count: number): Promise<number> {
  return perSecond(count, async () => {
    for (let opened = 0; opened < count; opened += 20) {
      const twenty = Array.from({ length: 20 }, async () => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/`)
        await once(socket, 'open')
        socket.terminate()
      })
      await Promise.all(twenty)
    }
  })
}

async function messages(port: number, count: number, target: string): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${target}`)
  await once(socket, 'open')
  const rate = await perSecond(count, async () => {
    let received = 0
    const echoed = new Promise<void>((resolve) => {
      socket.on('message', () => {
        received += 1
        if (received === count) resolve()
      })
    })
    for (let sent = 0; sent < count; sent += 1) socket.send('x'.repeat(43))
    await echoed
  })
  socket.terminate()
  return rate
}

async function perSecond(count: number, run: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await run()
  return (1000 * count) / (performance.now() - began)
}
