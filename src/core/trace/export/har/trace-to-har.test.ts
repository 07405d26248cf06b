import { describe, expect, it } from 'vitest'
import { runProgram, scenario } from '../../../../in-page-network/testing/run-program.ts'
import type { TraceEvent } from '../../event.ts'
import type { TraceHeader } from '../../header.ts'
import { everyEvent } from '../../testing/samples.ts'
import { asciiMessage, traceOf } from '../../testing/sketch.ts'
import { traceToHar } from './trace-to-har.ts'
import { TRACE_VERSION } from '../../trace-versions.ts'

const header: TraceHeader = {
  version: TRACE_VERSION,
  clock: 'virtual',
  seed: 1,
  conditions: null,
  endpoint: { kind: 'built-in', name: 'echo' },
  startedAt: null,
  browser: 'Browser/1',
}

const harOf = (events: readonly TraceEvent[]) => traceToHar({ header, events })

describe('a WebSocket in an archive', () => {
  it('is its handshake and its messages, as Chrome DevTools writes them', () => {
    const har = harOf(
      traceOf(
        { type: 'created', url: 'wss://chat.example/room?name=A%20da', protocols: [], at: 500 },
        {
          type: 'willSendHandshakeRequest',
          at: 540,
          method: 'GET',
          target: '/room?name=A%20da',
          headers: [['Host', 'chat.example']],
          byteLength: 120,
        },
        {
          type: 'handshakeResponseReceived',
          at: 580,
          status: 101,
          statusText: 'Switching Protocols',
          headers: [['Upgrade', 'websocket']],
          byteLength: 129,
        },
        { type: 'messageSent', at: 600, ...asciiMessage('Hello') },
        { type: 'messageReceived', side: 'server', at: 620, ...asciiMessage('Hello') },
        {
          type: 'messageReceived',
          at: 1640,
          data: { kind: 'binary', bytes: Uint8Array.of(1, 2) },
          byteLength: 2,
        },
      ),
    )
    expect(har.log.entries).toEqual([
      {
        _resourceType: 'websocket',
        _webSocketMessages: [
          { type: 'send', time: 1767225600.6, opcode: 1, data: 'Hello' },
          { type: 'receive', time: 1767225601.64, opcode: 2, data: 'AQI=' },
        ],
        startedDateTime: '2026-01-01T00:00:00.500Z',
        time: 80,
        timings: { blocked: -1, dns: -1, ssl: -1, connect: 40, send: 0, wait: 40, receive: 0 },
        request: {
          method: 'GET',
          url: 'wss://chat.example/room?name=A%20da',
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: [{ name: 'Host', value: 'chat.example' }],
          queryString: [{ name: 'name', value: 'A da' }],
          headersSize: 120,
          bodySize: 0,
        },
        response: {
          status: 101,
          statusText: 'Switching Protocols',
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: [{ name: 'Upgrade', value: 'websocket' }],
          content: { size: 0, mimeType: 'x-unknown' },
          redirectURL: '',
          headersSize: 129,
          bodySize: 0,
          _transferSize: 129,
          _error: null,
        },
        cache: {},
        connection: 'ws-1',
      },
    ])
  })

  it('says why a handshake that was never answered failed', () => {
    const { entries } = harOf(
      traceOf(
        { type: 'created', url: 'ws://nobody/', protocols: [] },
        { type: 'frameError', message: 'Nobody listens', at: 40 },
      ),
    ).log
    expect(entries).toMatchObject([
      { time: 40, response: { status: 0, _error: 'Nobody listens' }, _webSocketMessages: [] },
    ])
  })
})

describe('HTTP exchanges in an archive', () => {
  it('are an entry each, with their bodies', async () => {
    const events = await runProgram(
      `import { createServer } from 'node:http'
       createServer((request, response) => {
         request.resume()
         request.on('end', () => {
           response.setHeader('Set-Cookie', 'seen=1; Path=/')
           response.end(request.url === '/octets' ? Buffer.from([255, 0]) : '[5]')
         })
       }).listen(8080)`,
      async ({ fetch }) => {
        const body = 'since=4'
        const polled = await fetch('/poll?x', { method: 'POST', body, headers: { cookie: 'a=b' } })
        await polled.text()
        await (await fetch('/octets')).arrayBuffer()
      },
      { baseUrl: 'http://localhost:8080/' },
    )
    const [first, second] = harOf(events).log.entries
    expect(first).toMatchObject({
      _resourceType: 'fetch',
      connection: 'http-1',
      request: {
        method: 'POST',
        url: 'http://localhost:8080/poll?x',
        queryString: [{ name: 'x', value: '' }],
        bodySize: 7,
        postData: { text: 'since=4' },
      },
      response: {
        status: 200,
        cookies: [{ name: 'seen', value: '1' }],
        content: { size: 3, text: '[5]' },
      },
    })
    expect(second).toMatchObject({
      connection: 'http-1',
      timings: { connect: -1, wait: 40 },
      response: { content: { text: '/wA=', encoding: 'base64' } },
    })
  })
})

describe('every archive', () => {
  it('has what HAR 1.2 requires', async () => {
    const chat = await runProgram(scenario('echo'), ({ WebSocket }) => {
      const socket = new WebSocket('ws://localhost:8080')
      socket.onopen = () => socket.send('Hello')
      socket.onmessage = () => socket.close()
    })
    for (const events of [[], chat, everyEvent()]) {
      const har: unknown = JSON.parse(JSON.stringify(harOf(events)))
      expect(missing(har, REQUIRED)).toEqual([])
    }
  })
})

/** What HAR 1.2 requires, by type; a list of one says what each item has. */
type Required = 'string' | 'number' | 'object' | 'array' | readonly [Required] | RequiredRecord
interface RequiredRecord {
  readonly [field: string]: Required
}

const NAMED = [{ name: 'string', value: 'string' }] as const
const REQUIRED: RequiredRecord = {
  log: {
    version: 'string',
    creator: { name: 'string', version: 'string' },
    entries: [
      {
        startedDateTime: 'string',
        time: 'number',
        cache: 'object',
        timings: { send: 'number', wait: 'number', receive: 'number' },
        request: {
          method: 'string',
          url: 'string',
          httpVersion: 'string',
          cookies: NAMED,
          headers: NAMED,
          queryString: NAMED,
          headersSize: 'number',
          bodySize: 'number',
        },
        response: {
          status: 'number',
          statusText: 'string',
          httpVersion: 'string',
          cookies: NAMED,
          headers: NAMED,
          content: { size: 'number', mimeType: 'string' },
          redirectURL: 'string',
          headersSize: 'number',
          bodySize: 'number',
        },
      },
    ],
  },
}

function missing(value: unknown, required: Required, path = 'har'): string[] {
  if (required === 'array') return Array.isArray(value) ? [] : [path]
  if (typeof required === 'string') return typeof value === required ? [] : [path]
  if (isList(required)) {
    if (!Array.isArray(value)) return [path]
    return value.flatMap((item, index) => missing(item, required[0], `${path}[${index}]`))
  }
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(required).flatMap(([field, inner]) =>
    missing(Reflect.get(value, field), inner, `${path}.${field}`),
  )
}

const isList = (required: readonly [Required] | RequiredRecord): required is readonly [Required] =>
  Array.isArray(required)
