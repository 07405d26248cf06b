import { expect, it } from 'vitest'
import type { PageApis, VirtualNetwork } from './network.ts'
import { ofType, startNetwork } from './testing/run-program.ts'

const server = `
  import { createServer } from 'node:http'
  import { WebSocketServer } from 'ws'
  const http = createServer((request, response) => {
    const { searchParams } = new URL(request.url, 'http://localhost')
    const set = searchParams.get('set')
    if (set) response.setHeader('Set-Cookie', set)
    const allow = searchParams.get('allow')
    if (allow) response.setHeader('Access-Control-Allow-Origin', allow)
    if (allow) response.setHeader('Access-Control-Allow-Credentials', 'true')
    console.log(request.method, request.headers.origin)
    response.end('a secret')
  })
  new WebSocketServer({ server: http }).on('connection', (socket, { headers }) => {
    socket.send(headers.origin + ' ' + headers.cookie)
  })
  http.listen(8080)
`
const CHAT = 'https://chat.example'

/** A browser in which somebody is logged in at the chat, and the other page that they opened. */
async function browserWith(cookie: string, other: string) {
  const network = await startNetwork(server, { origin: CHAT })
  const login = `${CHAT}/?set=${encodeURIComponent(cookie)}`
  await done(network, network.fetch(login))
  return { network, page: network.openPage(other) }
}

async function done<T>(network: VirtualNetwork, promise: Promise<T>): Promise<T> {
  const [value] = await Promise.all([promise, network.clock.runUntilIdle(60_000)])
  return value
}

const heardBy = ({ WebSocket }: Pick<PageApis, 'WebSocket'>): Promise<unknown> =>
  new Promise((resolve) => {
    new WebSocket('wss://chat.example/').onmessage = ({ data }) => resolve(data)
  })

it.each([
  ['another site', 'session=1; SameSite=None; Secure', 'https://prizes.example', 'session=1'],
  ['another site', 'session=1', 'https://prizes.example', 'undefined'],
  ['a page of the same site', 'session=1', 'https://wiki.chat.example', 'session=1'],
  [
    'a page of the same site',
    'session=1; SameSite=Strict; Secure',
    'https://wiki.chat.example',
    'session=1',
  ],
])('sends from %s the cookie %s if Chromium would', async (_what, cookie, other, sent) => {
  const { network, page } = await browserWith(cookie, other)
  expect(await done(network, heardBy(page))).toBe(`${other} ${sent}`)
  network.stop()
})

it('names the page in what made the socket, and numbers the sockets of both', async () => {
  const { network, page } = await browserWith('session=1', 'https://prizes.example')
  await done(network, heardBy(page))
  await done(network, heardBy(network))
  const made = ofType(network.trace, 'created').map(({ connectionId, page }) => [
    connectionId,
    page,
  ])
  expect(made).toEqual([
    ['ws-1', 'https://prizes.example'],
    ['ws-2', undefined],
  ])
  network.stop()
})

it('lets another page read a response only where the server allows its origin', async () => {
  const { network, page } = await browserWith('session=1', 'https://prizes.example')
  const read = (query: string, init?: RequestInit) =>
    done(
      network,
      page.fetch(`${CHAT}/${query}`, init).then(
        (response) => response.text(),
        (error: Error) => error.message,
      ),
    )
  expect(await read('')).toBe('Failed to fetch')
  expect(await read('?allow=*')).toBe('a secret')
  expect(await read('?allow=https://prizes.example')).toBe('a secret')
  expect(await read('?allow=*', { credentials: 'include' })).toBe('Failed to fetch')
  expect(await read('?allow=*', { method: 'PUT' })).toBe('Failed to fetch')
  expect(ofType(network.trace, 'logEntryAdded')[0]?.text).toBe(
    "Access to fetch at 'https://chat.example/' from origin 'https://prizes.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  )
  // The server has seen all but the one that needs a preflight.
  const seen = ofType(network.trace, 'consoleMessage').length
  expect(seen).toBe(5)
  network.stop()
})
