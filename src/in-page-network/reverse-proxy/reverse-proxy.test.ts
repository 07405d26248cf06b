import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import { previewConsole } from '../../core/trace/describe/preview.ts'
import { createNetwork } from '../create-network.ts'
import type { VirtualNetwork } from '../network.ts'
import { nodeModuleLoader } from '../testing/node-module-loader.ts'
import { ofType, quickLink } from '../testing/run-program.ts'

const SERVER = `
  import { WebSocketServer } from 'ws'
  new WebSocketServer({ port: 8080 }).on('connection', (socket, request) => {
    console.log(request.url, JSON.stringify(request.rawHeaders))
    socket.send('welcome')
    socket.on('message', (data) => {
      if (String(data) !== 'quiet') socket.send(String(data))
    })
  })
`
const UPGRADE = `proxy_http_version 1.1;
  proxy_set_header Upgrade $http_upgrade;
  proxy_set_header Connection "upgrade";`
const location = (more = '', pass = 'http://127.0.0.1:8080') =>
  `location / { proxy_pass ${pass}; ${more} }`

interface Seen {
  readonly trace: readonly TraceEvent[]
  readonly told: readonly string[]
  readonly status: number | undefined
}

async function run(
  config: string,
  {
    drive,
    server = SERVER,
    url = 'ws://chat.example/room?a=1',
    until = 100_000,
  }: {
    readonly drive?: (socket: WebSocket, network: VirtualNetwork) => void
    readonly server?: string
    readonly url?: string
    readonly until?: number
  } = {},
): Promise<Seen> {
  const network = createNetwork({
    clock: 'virtual',
    conditions: quickLink,
    routed: true,
    origin: 'http://chat.example',
  })
  await network.runServer(server, { load: nodeModuleLoader })
  network.runProxy(config)
  const told: string[] = []
  const socket = new network.WebSocket(url)
  const at = () => String(Math.round(network.clock.now()))
  socket.onopen = () => {
    told.push('open')
    drive?.(socket, network)
  }
  socket.onmessage = ({ data }) => told.push(String(data))
  socket.onclose = ({ code }) => told.push(`${String(code)} at ${at()}`)
  await network.clock.runUntil(until)
  network.stop()
  const [response] = ofType(network.trace, 'handshakeResponseReceived').filter(
    ({ connectionId }) => connectionId === 'ws-1',
  )
  return { trace: network.trace, told, status: response?.status }
}

const printed = ({ trace }: Seen) =>
  ofType(trace, 'consoleMessage').map((event) => previewConsole(event.arguments, 4096))

describe('a reverse proxy in the page', () => {
  it('passes a WebSocket on with the three lines that every manual gives', async () => {
    const seen = await run(location(UPGRADE), {
      drive: (socket) => {
        socket.send('hello')
        setTimeout(() => undefined, 0)
      },
      until: 2_000,
    })
    expect(seen.told).toEqual(['open', 'welcome', 'hello'])
    const [line = ''] = printed(seen)
    expect(line.startsWith('/room?a=1 ')).toBe(true)
    const fields = JSON.parse(line.slice(line.indexOf(' '))) as string[]
    expect(fields.slice(0, 6)).toEqual([
      ...['Upgrade', 'websocket', 'Connection', 'upgrade', 'Host', '127.0.0.1:8080'],
    ])
    expect(fields).toContain('http://chat.example')
    const [first, second] = ofType(seen.trace, 'willSendHandshakeRequest')
    expect(first?.connectionId).toBe('ws-1')
    expect(ofType(seen.trace, 'readyStateChanged').map((e) => [e.connectionId, e.to])).toEqual([
      ['ws-1', 0],
      ...[
        ['ws-2', 0],
        ['ws-2', 1],
      ],
      ['ws-1', 1],
    ])
    expect(second).toMatchObject({ connectionId: 'ws-2', source: { file: 'nginx.conf', line: 1 } })
  })

  it.each([
    ['without any of them', ''],
    ['with HTTP/1.1 alone', 'proxy_http_version 1.1;'],
    ['without Connection', 'proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade;'],
    ['without Upgrade', 'proxy_http_version 1.1; proxy_set_header Connection upgrade;'],
  ])('%s, the server gets a plain request and answers 426', async (_name, lines) => {
    const seen = await run(location(lines))
    expect(seen.status).toBe(426)
    expect(seen.told).toEqual([expect.stringMatching(/^1006/)])
    const [request] = ofType(seen.trace, 'httpRequest')
    expect(request).toMatchObject({ connectionId: 'http-1', side: 'client' })
    expect(ofType(seen.trace, 'httpResponse')[0]?.status).toBe(426)
  })

  it('ends a tunnel in which nothing passes for proxy_read_timeout', async () => {
    const seen = await run(location(`${UPGRADE}\nproxy_read_timeout 10s;`))
    expect(seen.told).toEqual(['open', 'welcome', '1006 at 10084'])
    expect(ofType(seen.trace, 'readyStateChanged').filter(({ to }) => to === 3)).toHaveLength(2)
    const [, line] = printed(seen)
    expect(line).toMatch(
      /^nginx: \[info\] upstream timed out .* while proxying upgraded connection/,
    )
    expect(ofType(seen.trace, 'consoleMessage')[1]?.source).toMatchObject({ line: 4 })
  })

  it('waits 60 s without that directive', async () => {
    expect((await run(location(UPGRADE))).told.at(-1)).toBe('1006 at 60084')
  })

  it('waits anew at what the client sends, too, though the server is silent', async () => {
    const seen = await run(location(`${UPGRADE} proxy_read_timeout 10s;`), {
      drive: (socket, { clientGlobals }) => {
        for (const time of [6_000, 12_000])
          clientGlobals.setTimeout(() => socket.send('quiet'), time)
      },
    })
    expect(seen.told.at(-1)).toBe('1006 at 22124')
  })

  it('answers 502 where nobody listens, and says so', async () => {
    const seen = await run(location(UPGRADE, 'http://127.0.0.1:9000'))
    expect(seen.status).toBe(502)
    expect(printed(seen)[0]).toContain('connect() failed (111: Connection refused)')
  })

  it('goes on to the next server of an upstream, and in turn', async () => {
    const upstream = 'upstream chat { server 127.0.0.1:9000; server 127.0.0.1:8080; }'
    const seen = await run(`${upstream} ${location(UPGRADE, 'http://chat')}`, { until: 2_000 })
    expect(seen.told).toEqual(['open', 'welcome'])
    expect(printed(seen).slice(0, 2)).toEqual([
      expect.stringContaining('[error] connect() failed (111: Connection refused)'),
      'nginx: [warn] upstream server temporarily disabled: 127.0.0.1:9000',
    ])
    expect(printed(seen)[2]).toContain('"Host","chat"')
  })

  it('answers 504 where the server says nothing', async () => {
    const server = "import { createServer } from 'node:net'\ncreateServer(() => {}).listen(8080)"
    const seen = await run(location(`${UPGRADE} proxy_read_timeout 5s;`), { server })
    expect(seen.status).toBe(504)
    expect(printed(seen)[0]).toContain('while reading response header from upstream')
  })

  it('answers 404 where no location is meant', async () => {
    const seen = await run(`location /ws { proxy_pass http://127.0.0.1:8080; ${UPGRADE} }`)
    expect(seen.status).toBe(404)
  })

  it('fills in variables, and maps them', async () => {
    const map = "map $http_upgrade $connection_upgrade { default upgrade; '' close; }"
    const seen = await run(
      `${map} ${location(`proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection $connection_upgrade;
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_set_header X-What "\${remote_addr} $request_uri $http_sec_websocket_version";`)}`,
      { until: 2_000 },
    )
    expect(printed(seen)[0]).toContain(
      '"Connection","upgrade","Host","chat.example","X-Forwarded-For","203.0.113.7",' +
        '"X-Forwarded-Proto","http","X-What","203.0.113.7 /room?a=1 13"',
    )
  })

  it('puts the path of proxy_pass in the place of the location’s', async () => {
    const seen = await run(`location /room { proxy_pass http://127.0.0.1:8080/x/y; ${UPGRADE} }`, {
      until: 2_000,
    })
    expect(printed(seen)[0]).toMatch(/^\/x\/y\?a=1 /)
  })

  it('listens where the block server says, for wss too', async () => {
    const block = `server { listen 443 ssl; ssl_certificate a.pem; ${location(
      `${UPGRADE} proxy_set_header X-Forwarded-Proto $scheme;`,
    )} }`
    const seen = await run(block, { url: 'wss://chat.example/', until: 2_000 })
    expect(seen.told).toEqual(['open', 'welcome'])
    expect(printed(seen)[0]).toMatch(
      /^nginx: \[warn\] "ssl_certificate" is not simulated here.* in nginx\.conf:1$/,
    )
    expect(printed(seen)[1]).toContain('"X-Forwarded-Proto","https"')
  })

  it('passes plain requests on, one after the other', async () => {
    const network = createNetwork({ clock: 'virtual', conditions: quickLink, routed: true })
    const server = `
      import { createServer } from 'node:http'
      createServer((request, response) => {
        request.resume()
        request.on('end', () => {
          if (request.url === '/parts') { response.write('a'); response.end('b') }
          else response.end(request.method + request.headers['content-length'])
        })
      }).listen(8080)`
    await network.runServer(server, { load: nodeModuleLoader })
    network.runProxy(location('proxy_http_version 1.1;'))
    const got: string[] = []
    void (async () => {
      for (const path of ['/', '/parts']) {
        const options = path === '/' ? { method: 'POST', body: 'abc' } : {}
        const response = await network.fetch(`http://chat.example${path}`, options)
        got.push(await response.text())
      }
    })()
    await network.clock.runUntil(5_000)
    network.stop()
    expect(got).toEqual(['POST3', 'ab'])
  })

  it('passes on a megabyte each way', async () => {
    const network = createNetwork({ clock: 'virtual', conditions: quickLink, routed: true })
    await network.runServer(SERVER, { load: nodeModuleLoader })
    network.runProxy(location(UPGRADE))
    const socket = new network.WebSocket('ws://chat.example/')
    let length = 0
    socket.onopen = () => socket.send('x'.repeat(1_000_000))
    socket.onmessage = ({ data }) => (length = String(data).length)
    await network.clock.runUntil(30_000)
    network.stop()
    expect(length).toBe(1_000_000)
  })
})
