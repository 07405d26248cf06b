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
        request.setEncoding('latin1')
        request.on('data', (data) => (body += data))
        request.on('end', () => {
          const { method, headers } = request
          response.setHeader('X-Seen', ['1', '2'])
          response.setHeader('Set-Cookie', 'a=1')
          response.setHeader('Content-Type', 'application/json')
          response.end(JSON.stringify({ method, headers, body }))
        })
      },
      '/stream'() {
        response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': '13' })
        response.write('one ')
        setTimeout(() => response.write('two '), 10)
        setTimeout(() => response.end('three'), 200)
      },
      '/slow': () => setTimeout(() => response.end('at last'), 1_000),
      '/cut'() {
        response.writeHead(200, { 'Content-Length': '100' })
        response.write('only this')
        setTimeout(() => request.socket.destroy(), 50)
      },
      '/nothing': () => response.writeHead(204).end(),
      '/moved': () => response.writeHead(302, { Location: '/echo#part' }).end('gone'),
      '/latin1'() {
        response.setHeader('Content-Type', 'text/plain; charset=iso-8859-1')
        response.end(Buffer.from([0xe9]))
      },
      '/no-json': () => response.end('{'),
      '/open'() {
        response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('for all')
      },
    }[pathname]
    if (answer) answer()
    else response.writeHead(404, 'Nowhere').end('no ' + pathname)
  }).listen(8080)
`
const TYPES = [
  ...['readystatechange', 'loadstart', 'progress', 'abort', 'error', 'load', 'timeout'],
  'loadend',
]

/** Makes a request and tells its events, each with time, state and what has been loaded. */
async function ask(
  begin: (request: XMLHttpRequest, network: VirtualNetwork) => void,
  { until = 10_000, origin }: { until?: number; origin?: string } = {},
) {
  const network = await startNetwork(server, {
    baseUrl: 'http://localhost:8080/base/',
    routed: false,
    ...(origin !== undefined && { origin }),
  })
  const request = new network.XMLHttpRequest()
  const told: string[] = []
  const tell = (prefix: string) => (event: Event) => {
    const loaded =
      'loaded' in event && 'total' in event ? ` ${String(event.loaded)}/${String(event.total)}` : ''
    const { readyState } = request
    told.push(
      `${String(network.clock.now())} ${prefix}${event.type} ${String(readyState)}${loaded}`,
    )
  }
  for (const type of TYPES) request.addEventListener(type, tell(''))
  for (const type of TYPES.slice(1)) request.upload.addEventListener(type, tell('upload '))
  begin(request, network)
  await network.clock.runUntil(until)
  return { request, told, network }
}

const get = (path: string) => (request: XMLHttpRequest) => {
  request.open('GET', path)
  request.send()
}

describe('XMLHttpRequest', () => {
  it('goes through its states, and tells how it is getting on', async () => {
    const { told, request } = await ask(get('/stream'))
    expect(told).toEqual([
      '0 readystatechange 1',
      '0 loadstart 1 0/0',
      '80 readystatechange 2',
      '80 readystatechange 3',
      '80 progress 3 4/13',
      // What comes sooner than 50 ms after the last waits.
      '130 readystatechange 3',
      '130 progress 3 8/13',
      '280 readystatechange 3',
      '280 progress 3 13/13',
      '280 readystatechange 4',
      '280 load 4 13/13',
      '280 loadend 4 13/13',
    ])
    expect(request.responseText).toBe('one two three')
    expect(request.response).toBe('one two three')
  })

  it('has the response with its fields, relative to the base URL and after redirects', async () => {
    const { request } = await ask(get('../nowhere?x=1#fragment'))
    const { status, statusText, responseURL, responseText } = request
    expect({ status, statusText, responseURL, responseText }).toEqual({
      status: 404,
      statusText: 'Nowhere',
      responseURL: 'http://localhost:8080/nowhere?x=1',
      responseText: 'no /nowhere',
    })
    const moved = await ask(get('/moved'))
    expect(moved.request.responseURL).toBe('http://localhost:8080/echo')
  })

  it('shows the fields by name, and no cookie', async () => {
    const { request } = await ask(get('/echo'))
    expect(request.getResponseHeader('x-SEEN')).toBe('1, 2')
    expect(request.getResponseHeader('Set-Cookie')).toBeNull()
    expect(request.getResponseHeader('other')).toBeNull()
    expect(request.getAllResponseHeaders()).toMatch(
      /^connection: .*\r\ncontent-length: .*\r\ncontent-type: application\/json\r\ndate: .*\r\nkeep-alive: .*\r\nx-seen: 1, 2\r\n$/,
    )
  })

  it('sends what the program says, but nothing that is the browser’s', async () => {
    const { request } = await ask((request) => {
      request.open('post', '/echo')
      request.setRequestHeader('X-One', 'a')
      request.setRequestHeader('x-one', ' b ')
      request.setRequestHeader('Cookie', 'no')
      request.setRequestHeader('Sec-Anything', 'no')
      request.responseType = 'json'
      request.send('é')
    })
    expect(request.response).toMatchObject({
      method: 'POST',
      body: 'Ã©',
      headers: {
        'x-one': 'a, b',
        accept: '*/*',
        'content-type': 'text/plain;charset=UTF-8',
        'content-length': '2',
      },
    })
    expect(request.response).not.toMatchObject({ headers: { cookie: 'no' } })
    expect(request.response).not.toMatchObject({ headers: { 'sec-anything': 'no' } })
  })

  it.each([
    ['octets', () => Uint8Array.of(65, 66), undefined, 'AB', undefined],
    [
      'fields of a form',
      () => new URLSearchParams({ a: '1' }),
      undefined,
      'a=1',
      'application/x-www-form-urlencoded;charset=UTF-8',
    ],
    ['a Blob', () => new Blob(['AB'], { type: 'text/x' }), undefined, 'AB', 'text/x'],
    ['text with a type', () => 'AB', 'text/x; charset=latin1', 'AB', 'text/x; charset=UTF-8'],
    ['anything else as text', () => ({ toString: () => 'AB' }), 'a/b', 'AB', 'a/b'],
  ])('sends %s', async (_what, body, type, seen, contentType) => {
    const { request } = await ask((request) => {
      request.open('POST', '/echo')
      request.responseType = 'json'
      if (type !== undefined) request.setRequestHeader('Content-Type', type)
      request.send(body() as string)
    })
    const response = request.response as { body: string; headers: Record<string, string> }
    expect(response.body).toBe(seen)
    expect(response.headers['content-type']).toBe(contentType)
  })

  it('tells an upload that somebody listens to', async () => {
    const { told } = await ask((request) => {
      request.open('POST', '/nothing')
      request.send('abc')
    })
    expect(told).toEqual([
      '0 readystatechange 1',
      '0 loadstart 1 0/0',
      '0 upload loadstart 1 0/3',
      '80 upload progress 1 3/3',
      '80 upload load 1 3/3',
      '80 upload loadend 1 3/3',
      '80 readystatechange 2',
      '80 readystatechange 4',
      '80 load 4 0/0',
      '80 loadend 4 0/0',
    ])
  })

  it.each([
    ['a server that cuts the connection', '/cut', ['130 error 4 0/0', '130 loadend 4 0/0']],
    ['nobody who listens', 'http://localhost:9/', ['40 error 4 0/0', '40 loadend 4 0/0']],
    ['a URL that is no http', 'ftp://x/', ['0 error 4 0/0', '0 loadend 4 0/0']],
  ])('fails with %s', async (_what, url, end) => {
    const { told, request } = await ask(get(url))
    expect(told.slice(-2)).toEqual(end)
    const { status, responseText, responseURL } = request
    expect([status, responseText, responseURL]).toEqual([0, '', ''])
    expect(request.getAllResponseHeaders()).toBe('')
  })

  it('gives up after its timeout', async () => {
    const { told, request } = await ask((request) => {
      request.open('GET', '/slow')
      request.timeout = 300
      request.send()
    })
    expect(told.slice(2)).toEqual([
      '300 readystatechange 4',
      '300 timeout 4 0/0',
      '300 loadend 4 0/0',
    ])
    expect(request.status).toBe(0)
  })

  it('counts a timeout that is set late from the call of send()', async () => {
    const { told } = await ask((request, { clock }) => {
      get('/slow')(request)
      clock.setTimer(() => {
        request.timeout = 300
        return undefined
      }, 200)
    })
    expect(told).toContain('300 timeout 4 0/0')
  })

  it('is aborted at once, and is then as it was made', async () => {
    const { told, request, network } = await ask((request, { clock }) => {
      get('/slow')(request)
      clock.setTimer(() => {
        request.abort()
        return undefined
      }, 100)
    })
    expect(told.slice(2)).toEqual([
      '100 readystatechange 4',
      '100 abort 4 0/0',
      '100 loadend 4 0/0',
    ])
    expect(request.readyState).toBe(0)
    // The server sees its connection go.
    expect(ofType(network.trace, 'transportClosed')).not.toEqual([])
  })

  it('forgets its first request when it is opened anew', async () => {
    const { told, request } = await ask((request) => {
      get('/slow')(request)
      request.open('GET', '/nothing')
      request.send()
    })
    expect(told.filter((text) => text.includes('load '))).toEqual(['80 load 4 0/0'])
    expect(request.status).toBe(204)
  })

  it.each([
    ['arraybuffer', '/nowhere', new TextEncoder().encode('no /nowhere').buffer],
    ['json', '/no-json', null],
    ['text', '/latin1', 'é'],
  ] as const)('gives a response of the type %s', async (type, path, value) => {
    const { request } = await ask((request) => {
      request.open('GET', path)
      request.responseType = type
      expect(request.response).toBe(type === 'text' ? '' : null)
      request.send()
    })
    expect(request.response).toEqual(value)
    expect(request.response).toBe(request.response)
  })

  it('decodes as the program says instead of the server', async () => {
    const { request } = await ask((request) => {
      request.open('GET', '/latin1')
      request.overrideMimeType('text/plain; charset=utf-8')
      request.send()
    })
    expect(request.responseText).toBe('\uFFFD')
  })

  it('reads another origin only where that lets it', async () => {
    const origin = 'http://other.example'
    expect((await ask(get('/open'), { origin })).request.responseText).toBe('for all')
    const { told, network } = await ask(get('/nothing'), { origin })
    expect(told.at(-2)).toBe('80 error 4 0/0')
    expect(ofType(network.trace, 'logEntryAdded').map(({ text }) => text)).toEqual([
      "Access to XMLHttpRequest at 'http://localhost:8080/nothing' from origin 'http://other.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ])
  })

  it('leaves nothing to do when it has ended', async () => {
    const { network } = await ask(get('/nowhere'), { until: 100 })
    expect(network.clock.nextTime()).toBeNull()
  })

  it('calls its handlers in the order in which they were set', async () => {
    const called: string[] = []
    await ask((request) => {
      request.onload = () => called.push('handler')
      request.addEventListener('load', () => called.push('listener'))
      get('/nothing')(request)
    })
    expect(called).toEqual(['handler', 'listener'])
  })

  it('is told as a call, which the request names as its cause', async () => {
    const { network } = await ask(get('/nothing'))
    const [open, send] = ofType(network.trace, 'apiCall')
    expect([open?.method, send?.method]).toEqual(['open', 'send'])
    const [sent] = ofType(network.trace, 'httpRequest')
    expect(sent?.cause).toBe(send?.seq)
  })
})
