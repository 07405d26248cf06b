import { once } from 'node:events'
import type { Server } from 'node:net'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
// Under another name: WebSocket is the browser's here.
import { WebSocket as WsClient, WebSocketServer, type RawData } from 'ws'
import { chromiumLaunchOptions } from '../../scripts/browser.mjs'
import { echo, openClient, openServer, type EngineServer } from './engine-socket.ts'

const texts = [
  'Hello',
  '',
  'é€😁'.repeat(1000),
  'x'.repeat(200_000),
  'Hello',
  'y'.repeat(2_000_000),
]
const blocks = [0, 1, 125, 126, 65535, 65536, 1_000_000].map((length) =>
  Uint8Array.from({ length }, (_, index) => (index * index) >> 3),
)

/** With compression and without; small windows and none that is kept. */
const compressions = [
  ['without compression', undefined],
  ['with compression', {}],
  [
    'with windows of 9 bits that are forgotten',
    {
      serverMaxWindowBits: 9,
      clientMaxWindowBits: 9,
      serverNoContextTakeover: true,
      clientNoContextTakeover: true,
    },
  ],
] as const

const closers: (() => void)[] = []
afterAll(() => closers.forEach((close) => close()))

function closeLater(server: Server): void {
  closers.push(() => server.close())
}

describe.each(compressions)('the engine as client of ws, %s', (_, permessageDeflate) => {
  let port = 0
  let server: WebSocketServer

  beforeAll(async () => {
    server = new WebSocketServer({
      port: 0,
      host: '127.0.0.1',
      perMessageDeflate: permessageDeflate !== undefined && { threshold: 0 },
      handleProtocols: (protocols) => (protocols.has('chat') ? 'chat' : false),
    })
    server.on('connection', (socket) => {
      socket.on('message', (data, binary) => {
        if (!binary && String(data) === 'close me') socket.close(4001, 'as you wish')
        else if (!binary && String(data) === 'ping me') socket.ping('are you there?')
        else socket.send(data, { binary })
      })
      socket.on('pong', (data) => socket.send(`pong: ${String(data)}`))
    })
    await once(server, 'listening')
    const address = server.address()
    port = typeof address === 'object' && address !== null ? address.port : 0
  })
  afterAll(() => server.close())

  const open = (protocols: string[] = []) =>
    openClient(port, { protocols, ...(permessageDeflate && { permessageDeflate }) })

  test('sends and receives every message', async () => {
    const socket = await open()
    expect(socket.extensions).toHaveLength(permessageDeflate === undefined ? 0 : 1)
    for (const data of [...texts, ...blocks]) {
      if (typeof data === 'string') socket.connection.sendText(data)
      else socket.connection.sendBinary(data)
      socket.flush()
      expect(same((await socket.next('message')).data, data)).toBe(true)
    }
    for (const data of texts) socket.connection.sendText(data)
    socket.flush()
    for (const data of texts) expect(same((await socket.next('message')).data, data)).toBe(true)
    socket.connection.sendClose(1000)
    socket.flush()
    expect(await socket.next('close')).toEqual({ type: 'close', code: 1000, reason: '' })
    await once(socket, 'closed')
    expect(socket.connection.state).toBe('closed')
  })

  test('sends fragments, answers pings, is closed', async () => {
    const socket = await open(['chat'])
    expect(socket.protocol).toBe('chat')
    socket.connection.sendText('Hel', { fin: false })
    socket.connection.sendPing(Uint8Array.of(1))
    socket.connection.sendText('lo')
    socket.flush()
    expect((await socket.next('pong')).data).toEqual(Uint8Array.of(1))
    expect((await socket.next('message')).data).toBe('Hello')
    socket.connection.sendText('ping me')
    socket.flush()
    expect((await socket.next('message')).data).toBe('pong: are you there?')
    socket.connection.sendText('close me')
    socket.flush()
    expect(await socket.next('close')).toMatchObject({ code: 4001, reason: 'as you wish' })
    await once(socket, 'closed')
  })
})

test('a refusal of ws names the rule', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', verifyClient: () => false })
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await expect(openClient(port)).rejects.toThrow('§4.1 response item 1: The status is 401, not 101')
  server.close()
})

describe.each(compressions)('the engine as server of ws, %s', (_, permessageDeflate) => {
  let engine: EngineServer

  beforeAll(async () => {
    const options = { protocols: ['chat'], ...(permessageDeflate && { permessageDeflate }) }
    engine = await openServer(options, echo)
    closeLater(engine.server)
  })

  const open = async () => {
    const url = `ws://127.0.0.1:${engine.port}`
    const socket = new WsClient(url, ['x', 'chat'], { perMessageDeflate: { threshold: 0 } })
    await once(socket, 'open')
    return socket
  }

  test('sends every message back', async () => {
    const socket = await open()
    expect(socket.protocol).toBe('chat')
    expect(socket.extensions !== '').toBe(permessageDeflate !== undefined)
    for (const data of [...texts, ...blocks]) {
      socket.send(data)
      const [answer, binary] = (await once(socket, 'message')) as [RawData, boolean]
      expect(same(binary ? bytesOf(answer) : String(answer), data)).toBe(true)
    }
    socket.close(1000, 'bye')
    const [code] = await once(socket, 'close')
    expect(code).toBe(1000)
  })

  test('reads fragments, answers pings, closes', async () => {
    const socket = await open()
    socket.send('Hel', { fin: false })
    socket.ping('x')
    socket.send('lo', { fin: true })
    const [[pong], [message]] = await Promise.all([once(socket, 'pong'), once(socket, 'message')])
    expect([String(pong), String(message)]).toEqual(['x', 'Hello'])
    socket.send('close me')
    const [code, reason] = await once(socket, 'close')
    expect([code, String(reason)]).toEqual([4001, 'as you wish'])
  })
})

describe('the engine as server of Chromium', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await chromium.launch(chromiumLaunchOptions())
    page = await browser.newPage()
  })
  afterAll(() => browser.close())

  test.each(compressions)('%s', async (_, permessageDeflate) => {
    const engine = await openServer({ ...(permessageDeflate && { permessageDeflate }) }, echo)
    closeLater(engine.server)
    const seen = await page.evaluate(async (port) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/`)
      socket.binaryType = 'arraybuffer'
      const next = <T extends keyof WebSocketEventMap>(type: T) =>
        new Promise<WebSocketEventMap[T]>((resolve) => {
          socket.addEventListener(type, (event) => resolve(event), { once: true })
        })
      await next('open')
      const wrong: string[] = []
      const texts = ['Hello', '', 'é€😁'.repeat(1000), 'x'.repeat(2_000_000), 'Hello']
      for (const text of texts) {
        socket.send(text)
        const { data } = await next('message')
        if (data !== text) wrong.push(text.slice(0, 10))
      }
      for (const length of [0, 125, 126, 65535, 65536, 1_000_000]) {
        const bytes = Uint8Array.from({ length }, (_, index) => index * 7)
        socket.send(bytes)
        const { data } = await next('message')
        const answer = new Uint8Array(data)
        if (answer.length !== length || answer.some((octet, at) => octet !== bytes[at])) {
          wrong.push(`${length} octets`)
        }
      }
      socket.send('close me')
      const { code, reason, wasClean } = await next('close')
      return { wrong, extensions: socket.extensions, code, reason, wasClean }
    }, engine.port)
    expect(seen).toMatchObject({ wrong: [], code: 4001, reason: 'as you wish', wasClean: true })
    expect(seen.extensions !== '').toBe(permessageDeflate !== undefined)
  })

  test('the browser closes, and it is clean', async () => {
    const engine = await openServer({}, echo)
    closeLater(engine.server)
    const seen = await page.evaluate(async (port) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/`)
      await new Promise((resolve) => (socket.onopen = resolve))
      socket.close(3000, 'enough')
      const event = await new Promise<CloseEvent>((resolve) => {
        socket.onclose = (event) => resolve(event)
      })
      return [event.code, event.wasClean]
    }, engine.port)
    expect(seen).toEqual([3000, true])
  })
})

/** `toEqual` takes seconds for a million octets. */
function same(data: string | Uint8Array, expected: string | Uint8Array): boolean {
  if (typeof data === 'string' || typeof expected === 'string') return data === expected
  return Buffer.compare(data, expected) === 0
}

function bytesOf(data: RawData): Uint8Array {
  return Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data)
}
