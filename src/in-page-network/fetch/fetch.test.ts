import { describe, expect, it } from 'vitest'
import type { VirtualNetwork } from '../network.ts'
import { ofType, startNetwork } from '../testing/run-program.ts'

/** A server that answers by the path. Time is that of the link: 20 ms each way. */
const server = `
  import { createServer } from 'node:http'
  createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const answer = {
      '/echo'() {
        let body = ''
        request.on('data', (data) => (body += data))
        request.on('end', () => {
          const { method, headers } = request
          response.setHeader('X-Seen', '1')
          response.end(JSON.stringify({ method, headers, body }))
        })
      },
      '/stream'() {
        response.writeHead(200, { 'Content-Type': 'text/plain' })
        response.write('one ')
        setTimeout(() => response.write('two '), 100)
        setTimeout(() => response.end('three'), 200)
      },
      '/slow': () => setTimeout(() => response.end('at last'), 1_000),
      '/cut'() {
        response.writeHead(200, { 'Content-Length': '100' })
        response.write('only this')
        setTimeout(() => request.socket.destroy(), 50)
      },
      '/reset': () => request.socket.resetAndDestroy(),
      '/nothing': () => response.writeHead(204).end(),
      '/moved': () => response.writeHead(302, { Location: '/echo#part' }).end('gone'),
      '/loop': () => response.writeHead(307, { Location: '/loop' }).end(),
      '/until-close'() {
        request.socket.end('HTTP/1.1 200 OK\\r\\n\\r\\nuntil the end')
      },
      '/no-http': () => request.socket.end('SMTP 220\\r\\n\\r\\n'),
    }[pathname]
    if (answer) answer()
    else response.writeHead(404, 'Nowhere').end('no ' + pathname)
  }).listen(8080)
`

/** Runs a program against the server, to its end. */
async function run<T>(program: (network: VirtualNetwork) => Promise<T>) {
  const network = await startNetwork(server, { baseUrl: 'http://localhost:8080/base/' })
  const result = program(network).then(
    (value) => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error }),
  )
  await network.clock.runUntilIdle(60_000)
  return { ...(await result), trace: network.trace, time: network.clock.now() }
}

const valueOf = async <T>(program: (network: VirtualNetwork) => Promise<T>) => {
  const result = await run(program)
  if (result.value === undefined) throw result.error
  return result.value
}

describe('fetch', () => {
  it('gets a response with its fields, relative to the base URL', async () => {
    const found = await valueOf(async ({ fetch }) => {
      const response = await fetch('../nowhere?x=1#fragment')
      const { ok, status, statusText, url, redirected, type, bodyUsed } = response
      const text = await response.text()
      const isUsed = response.bodyUsed
      return { ok, status, statusText, url, redirected, type, bodyUsed, text, isUsed }
    })
    expect(found).toEqual({
      ok: false,
      status: 404,
      statusText: 'Nowhere',
      url: 'http://localhost:8080/nowhere?x=1',
      redirected: false,
      type: 'basic',
      bodyUsed: false,
      text: 'no /nowhere',
      isUsed: true,
    })
  })

  it('is resolved at the head, and streams the body as it arrives', async () => {
    const found = await valueOf(async ({ fetch, clock }) => {
      const response = await fetch('/stream')
      const arrived: [number, string][] = [[clock.now(), 'head']]
      const reader = response.body?.getReader()
      for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
        arrived.push([clock.now(), new TextDecoder().decode(read.value)])
      }
      return arrived
    })
    expect(found).toEqual([
      [80, 'head'],
      [80, 'one '],
      [180, 'two '],
      [280, 'three'],
    ])
  })

  it('reads a body that is still arriving in any form, once, and clones it', async () => {
    const found = await valueOf(async ({ fetch }) => {
      const response = await fetch('/stream')
      const copy = response.clone()
      const [text, octets] = await Promise.all([response.text(), copy.arrayBuffer()])
      const again = await response.json().catch((error: unknown) => String(error))
      const { size, type } = await (await fetch('/stream')).blob()
      return { text, octets: octets.byteLength, url: copy.url, again, size, type }
    })
    expect(found).toEqual({
      text: 'one two three',
      octets: 13,
      url: 'http://localhost:8080/stream',
      again: "TypeError: Failed to execute 'json' on 'Response': body stream already read",
      size: 13,
      type: 'text/plain',
    })
  })

  it('sends method, fields and body', async () => {
    const found = await valueOf(async ({ fetch }) => {
      const init = { method: 'put', headers: { 'X-A': 'b' }, body: 'grüße' }
      return (await fetch(new Request('http://localhost:8080/echo', init))).json()
    })
    expect(found).toMatchObject({
      method: 'PUT',
      body: 'grüße',
      headers: {
        host: 'localhost:8080',
        'content-length': '7',
        'content-type': 'text/plain;charset=UTF-8',
        'x-a': 'b',
        accept: '*/*',
        origin: 'http://localhost:8080',
      },
    })
  })

  it('draws the boundary of a form from the seed', async () => {
    const send = () =>
      valueOf(async ({ fetch }) => {
        const body = new FormData()
        body.set('a', '1')
        return (await fetch('/echo', { method: 'POST', body })).text()
      })
    const text = await send()
    expect(text).toContain('form-data; name=\\"a\\"')
    expect(await send()).toBe(text)
  })

  it('keeps a connection for the next request, and opens six at most', async () => {
    const { trace, value } = await run(async ({ fetch, clock }) => {
      for (const path of ['/a', '/b']) await (await fetch(path)).text()
      const sequence = clock.now()
      const all = Array.from({ length: 7 }, async () => (await fetch('/slow')).text())
      await Promise.all(all)
      return { sequence, parallel: clock.now() - sequence }
    })
    // One round trip to connect and one each request: on a kept connection only the latter.
    expect(value).toEqual({ sequence: 120, parallel: 2_080 })
    const connections = new Set(ofType(trace, 'httpRequest').map((event) => event.connectionId))
    expect([...connections]).toEqual(['http-1', 'http-2', 'http-3', 'http-4', 'http-5', 'http-6'])
  })

  it('follows redirects, at most twenty, and as the request says', async () => {
    const found = await valueOf(async ({ fetch }) => {
      const followed = await fetch('/moved', { method: 'POST', body: 'x' })
      const body = (await followed.json()) as { method: string; body: string }
      const manual = await fetch('/moved', { redirect: 'manual' })
      const fail = (path: string, init?: RequestInit) =>
        fetch(path, init).then(String, (error: unknown) => String(error))
      return [
        [followed.url, followed.redirected, body.method, body.body],
        [manual.type, manual.status, manual.url],
        await fail('/moved', { redirect: 'error' }),
        await fail('/loop'),
      ]
    })
    expect(found).toEqual([
      ['http://localhost:8080/echo', true, 'GET', ''],
      ['opaqueredirect', 0, 'http://localhost:8080/moved'],
      'TypeError: Failed to fetch',
      'TypeError: Failed to fetch',
    ])
  })

  it.each([
    ['nobody listens', 'http://localhost:81/'],
    ['the connection is reset', '/reset'],
    ['the answer is no HTTP', '/no-http'],
    ['the scheme is unknown', 'ftp://localhost/'],
  ])('rejects with a TypeError where %s', async (_why, url) => {
    const network = await startNetwork(server, {
      baseUrl: 'http://localhost:8080/',
      routed: false,
    })
    const failed = network.fetch(url).catch((error: unknown) => error)
    await network.clock.runUntilIdle()
    expect(await failed).toEqual(new TypeError('Failed to fetch'))
  })

  it('rejects what it cannot send', async () => {
    const { fetch } = await startNetwork(server)
    await expect(fetch('http://')).rejects.toThrow(TypeError)
    await expect(fetch('/', { method: 'GET', body: 'x' })).rejects.toThrow(TypeError)
    await expect(Reflect.apply(fetch, undefined, [])).rejects.toThrow('1 argument required')
  })

  it('errors a body that ends too early', async () => {
    const { error, value } = await run(async ({ fetch }) => (await fetch('/cut')).text())
    expect([value, error]).toEqual([undefined, new TypeError('network error')])
  })

  it('reads a body without a length, and none where there is none', async () => {
    const found = await valueOf(async ({ fetch }) => {
      const nothing = await fetch('/nothing')
      const head = await fetch('/a', { method: 'HEAD' })
      const open = await fetch('/until-close')
      return [nothing.status, nothing.body, await head.text(), await open.text()]
    })
    expect(found).toEqual([204, null, '', 'until the end'])
  })

  it('is aborted before the head, within the body, and before it began', async () => {
    const { value, trace } = await run(async ({ fetch, clientGlobals, clock }) => {
      const abortAfter = (delay: number) => {
        const controller = new AbortController()
        clientGlobals.setTimeout(() => controller.abort(), delay)
        return controller.signal
      }
      const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'none')
      const outcomes: unknown[] = []
      await fetch('/slow', { signal: abortAfter(500) }).catch((error: unknown) =>
        outcomes.push(nameOf(error), clock.now()),
      )
      const response = await fetch('/stream', { signal: abortAfter(130) })
      await response.text().catch((error: unknown) => outcomes.push(nameOf(error), clock.now()))
      const reason = new RangeError('mine')
      await fetch('/slow', { signal: AbortSignal.abort(reason) }).catch((error: unknown) =>
        outcomes.push(error === reason),
      )
      return outcomes
    })
    expect(value).toEqual(['AbortError', 500, 'AbortError', 630, true])
    expect(ofType(trace, 'transportClosed').filter(({ by }) => by === 'client')).not.toEqual([])
  })

  it('is recorded on both sides, each receipt caused by its sending', async () => {
    const { trace } = await run(async ({ fetch }) => (await fetch('/a')).text())
    const types = trace.map(({ type, side }) => `${side} ${type}`)
    expect(types).toEqual([
      'client apiCall',
      'client httpRequest',
      'client bytesSent',
      'server bytesReceived',
      'server httpRequest',
      'server bytesSent',
      'server httpResponse',
      'server httpData',
      'client bytesReceived',
      'client httpResponse',
      'client httpData',
    ])
    const [sent, received] = ofType(trace, 'httpData')
    expect(received?.cause).toBe(sent?.seq)
    expect(ofType(trace, 'httpResponse')[0]).toMatchObject({ status: 404, statusText: 'Nowhere' })
    const bytes = ofType(trace, 'bytesSent')[0]?.data.length
    expect(ofType(trace, 'httpRequest').map(({ byteLength }) => byteLength)).toEqual([bytes, bytes])
  })
})
