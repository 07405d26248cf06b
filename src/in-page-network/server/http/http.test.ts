import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../../clock/virtual-clock.ts'
import { connectTransport } from '../../link/connect.ts'
import { Hosts } from '../../link/hosts.ts'
import { createRandomStream } from '../../random.ts'
import type { ClientWorld } from '../../client/client-world.ts'
import { createNodeModules } from '../node-modules.ts'
import { ProcessLife } from '../process-life.ts'
import { ServerStall } from '../server-stall.ts'

interface Request {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  on(event: string, listener: (data: Uint8Array) => void): void
}
interface Response {
  writeHead(status: number, headers?: object): Response
  setHeader(name: string, value: string): void
  write(data: string): boolean
  end(data?: string): void
}
interface HttpModule {
  createServer(listener: (request: Request, response: Response) => void): {
    listen(port: number): void
    close(callback: () => void): void
  }
}

/** A server with this listener, and what a client that writes these octets reads, with times. */
async function talk(
  listener: (
    request: Request,
    response: Response,
    wait: (ms: number, run: () => void) => void,
  ) => void,
  requests: readonly string[],
) {
  const clock = createVirtualClock()
  const hosts = new Hosts(true)
  const uncaught: unknown[] = []
  const { modules } = createNodeModules(
    {
      clock,
      hosts,
      cause: { current: undefined },
      // Never looked at: this server connects to nobody.
      client: undefined as unknown as ClientWorld,
      names: [],
      stall: new ServerStall(clock),
      dateNow: () => 0,
      random: createRandomStream(1, 'server crypto'),
      locate: () => undefined,
      recorder: { record: () => 0 },
      identity: { pid: 1, env: {} },
      life: new ProcessLife((error) => uncaught.push(error)),
    },
    { set: () => 0, fire: (_id, _kind, run) => (run(), undefined), cleared: () => undefined },
    { print: () => undefined, unfinished: { out: '', err: '' }, files: new Map() },
  )
  const wait = (ms: number, run: () => void) => {
    clock.setTimer(() => {
      run()
      return undefined
    }, ms)
  }
  // The network's `http`.
  const { createServer } = modules['node:http'] as unknown as HttpModule
  createServer((request, response) => listener(request, response, wait)).listen(80)
  const read: { readonly time: number; readonly text: string }[] = []
  let ended: number | undefined
  const link = {
    clock,
    conditions: () => ({ latency: 5, jitter: 0, bandwidth: null }),
    random: createRandomStream(1, 'link'),
  }
  const { client: transport } = connectTransport({
    link,
    hosts,
    address: { host: 'a', port: 80 },
    connectionId: 'http-1',
    tap: { sent: () => undefined, received: () => undefined, closed: () => undefined },
    whenReady: (callback) => callback(),
    user: {
      opened() {
        transport.attach({
          data: (data) => read.push({ time: clock.now(), text: new TextDecoder().decode(data) }),
          ended: () => (ended = clock.now()),
          reset: () => (ended = clock.now()),
        })
        for (const request of requests) transport.write(new TextEncoder().encode(request))
      },
      refused: () => undefined,
    },
  })
  await clock.runUntil(10_000)
  expect(uncaught).toEqual([])
  return { read, text: read.map(({ text }) => text).join(''), ended }
}

const get = (path: string, ...fields: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: a', ...fields, '', ''].join('\r\n')

describe('node:http in the page', () => {
  it('answers with a length when the body is one write, and keeps the connection', async () => {
    const { text, ended } = await talk(
      ({ url, headers }, response) => response.end(`${url} ${headers['x-a'] ?? ''}`),
      [get('/one', 'X-A: 1', 'x-a: 2'), get('/two')],
    )
    expect(text).toBe(
      [
        ...['HTTP/1.1 200 OK', 'Date: Thu, 01 Jan 1970 00:00:00 GMT', 'Connection: keep-alive'],
        ...['Keep-Alive: timeout=5', 'Content-Length: 9', '', '/one 1, 2HTTP/1.1 200 OK'],
        ...['Date: Thu, 01 Jan 1970 00:00:00 GMT', 'Connection: keep-alive'],
        ...['Keep-Alive: timeout=5', 'Content-Length: 5', '', '/two '],
      ].join('\r\n'),
    )
    expect(ended).toBeUndefined()
  })

  it('streams in chunks, each when it is written', async () => {
    const { read } = await talk(
      (_request, response, wait) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' })
        response.write('data: 1\n\n')
        wait(1_000, () => {
          response.write('data: 2\n\n')
          response.end()
        })
      },
      [get('/')],
    )
    expect(read[0]?.text).toContain('Transfer-Encoding: chunked')
    const late = read.filter(({ time }) => time > 1_000)
    expect(late.map(({ text }) => text).join('')).toBe('9\r\ndata: 2\n\n\r\n0\r\n\r\n')
    expect(read.some(({ time, text }) => time < 100 && text.includes('data: 1'))).toBe(true)
  })

  it('answers pipelined requests in their order', async () => {
    const { text } = await talk(
      ({ url }, response, wait) => wait(url === '/slow' ? 500 : 1, () => response.end(url)),
      [get('/slow') + get('/fast')],
    )
    expect(text.indexOf('/slow')).toBeLessThan(text.indexOf('/fast'))
  })

  it('reads bodies', async () => {
    const { text } = await talk(
      (request, response) => {
        let length = 0
        request.on('data', (data) => (length += data.length))
        request.on('end', () => response.end(String(length)))
      },
      ['POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n01234', '56789'],
    )
    expect(text.endsWith('\r\n\r\n10')).toBe(true)
  })

  it('closes when the client asks for it, and after what is no HTTP', async () => {
    const closed = await talk(
      (_request, response) => response.end('bye'),
      [get('/', 'Connection: close')],
    )
    expect([closed.text.includes('Connection: close'), closed.ended]).toEqual([true, 20])
    const wrong = await talk(() => undefined, ['hello\r\n\r\n'])
    expect(wrong.text).toBe('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    expect(wrong.ended).toBe(20)
  })
})
