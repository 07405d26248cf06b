import { describe, expect, it } from 'vitest'
import { runProgram, scenario } from '../../../../in-page-network/testing/run-program.ts'
import { TRACE_VERSION } from '../../trace-versions.ts'
import { traceFromJson } from '../read-json.ts'
import { TraceFormatError } from '../trace-format-error.ts'
import { traceToHar } from './trace-to-har.ts'

type Json = Readonly<Record<string, unknown>>

const harOf = (...entries: readonly unknown[]) =>
  JSON.stringify({
    log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries },
  })

/** As Chromium 156 writes it, without what is of no use here. */
const answered = (own: Json = {}): Json => ({
  _initiator: { type: 'script' },
  _resourceType: 'websocket',
  request: {
    method: 'GET',
    url: 'wss://chat.example/room?name=Ada',
    headers: [{ name: 'Sec-WebSocket-Protocol', value: 'v2, v1' }],
    headersSize: 516,
  },
  response: {
    status: 101,
    statusText: 'Switching Protocols',
    headers: [{ name: 'Upgrade', value: 'websocket' }],
    headersSize: 129,
    _error: null,
  },
  startedDateTime: '2026-11-30T19:08:36.900Z',
  time: 8.5,
  _webSocketMessages: [
    { type: 'send', time: 1796065716.93, opcode: 1, data: 'hé' },
    { type: 'receive', time: 1796065716.95, opcode: 2, data: 'AQI=' },
  ],
  ...own,
})

const refused = (data: string): Json =>
  answered({
    response: { status: 0, statusText: '', headers: [], headersSize: -1, _error: null },
    startedDateTime: '2026-11-30T19:08:37.000Z',
    _webSocketMessages: [{ type: 'error', time: 1796065717.02, opcode: -1, data }],
  })

const eventsOf = (har: string) => traceFromJson(har).events

describe('a HAR opens as a trace', () => {
  it('with the opening handshake and the messages of a socket', () => {
    const { header, events } = traceFromJson(harOf({ request: { url: 'https://a/' } }, answered()))
    expect(header).toEqual({
      version: TRACE_VERSION,
      clock: 'real',
      seed: null,
      conditions: null,
      endpoint: { kind: 'live', name: 'chat.example' },
      startedAt: Date.UTC(2026, 10, 30, 19, 8, 36, 900),
      browser: 'WebInspector 537.36',
    })
    expect(events).toMatchObject([
      { type: 'created', url: 'wss://chat.example/room?name=Ada', protocols: ['v2', 'v1'] },
      { type: 'readyStateChanged', to: 0, provenance: 'reconstructed' },
      { type: 'willSendHandshakeRequest', target: '/room?name=Ada', byteLength: 516 },
      { type: 'handshakeResponseReceived', time: 8.5, status: 101, byteLength: 129 },
      { type: 'readyStateChanged', from: 0, to: 1 },
      { type: 'messageSent', data: { kind: 'text', text: 'hé' }, byteLength: 3 },
      { type: 'messageReceived', data: { kind: 'binary', bytes: Uint8Array.of(1, 2) } },
    ])
  })

  it('with the reason of a handshake that failed', () => {
    const reason = 'Error during WebSocket handshake: Unexpected response code: 302'
    expect(eventsOf(harOf(refused(reason)))).toMatchObject([
      { type: 'created' },
      { to: 0 },
      { type: 'willSendHandshakeRequest' },
      { type: 'frameError', message: reason },
      { type: 'readyStateChanged', from: 0, to: 3 },
    ])
  })

  it('also of a request that was never sent, which Chromium dates to 1969', () => {
    const closedPort = {
      ...refused('net::ERR_CONNECTION_REFUSED'),
      request: { method: '', url: 'ws://localhost:8799/', headers: [] },
      startedDateTime: '1969-12-31T23:59:59.000Z',
      time: 1570431.2,
    }
    const events = eventsOf(harOf(answered(), closedPort))
    expect(Math.max(...events.map(({ time }) => time))).toBeLessThan(100)
    const own = events.filter((event) => 'connectionId' in event && event.connectionId === 'ws-2')
    expect(own.map(({ type }) => type)).toEqual([
      'created',
      'readyStateChanged',
      'frameError',
      'readyStateChanged',
    ])
    expect(traceFromJson(harOf(closedPort)).header.startedAt).toBe(0)
  })

  it('and so does what is saved here', async () => {
    const events = await runProgram(scenario('echo'), async ({ WebSocket }) => {
      const socket = new WebSocket('ws://chat.example/')
      await new Promise((resolve) => socket.addEventListener('open', resolve))
      socket.send('Hello')
      await new Promise((resolve) => socket.addEventListener('message', resolve))
    })
    const header = { ...traceFromJson(harOf(answered())).header, startedAt: 0 }
    const messages = eventsOf(JSON.stringify(traceToHar({ header, events }))).filter(
      ({ type }) => type === 'messageSent' || type === 'messageReceived',
    )
    expect(messages).toMatchObject([{ type: 'messageSent' }, { type: 'messageReceived' }])
  })
})

describe('what is wrong with a HAR is named', () => {
  function problemOf(har: string) {
    try {
      traceFromJson(har)
    } catch (error) {
      if (error instanceof TraceFormatError) return error.problem
      throw error
    }
    return null
  }

  it('where it has no WebSocket', () => {
    expect(problemOf(harOf({ request: { url: 'https://a/' } }))).toEqual({ kind: 'noSockets' })
  })

  it.each<[string, Json, string]>([
    ['a date', { startedDateTime: 'soon' }, 'startedDateTime: expected a date'],
    ['no date at all', { startedDateTime: 5 }, 'startedDateTime: expected a text'],
    ['no request', { request: 1 }, 'request: expected an object'],
    ['no address', { request: { url: 'nowhere' } }, 'request.url: nowhere is no address'],
    ['no response', { response: null }, 'response: expected an object'],
    [
      'a header',
      { request: { url: 'ws://a/', headers: [{ name: 1 }] } },
      'request.headers[0]: expected a name and a value',
    ],
    ['a message', { _webSocketMessages: [1] }, '_webSocketMessages[0]: expected an object'],
    [
      'its time',
      { _webSocketMessages: [{ type: 'send', time: 'x', data: '' }] },
      '_webSocketMessages[0].time: expected seconds',
    ],
    [
      'its type',
      { _webSocketMessages: [{ type: 'sent', time: 1, data: '' }] },
      '_webSocketMessages[0].type: expected send, receive or error',
    ],
    [
      'its bytes',
      { _webSocketMessages: [{ type: 'send', time: 1, opcode: 2, data: '?' }] },
      '_webSocketMessages[0].data: expected Base64',
    ],
  ])('%s', (_, own, detail) => {
    expect(problemOf(harOf({}, answered(own)))).toEqual({ kind: 'badEntry', index: 1, detail })
  })

  it('and what no event may be', () => {
    const status = { status: 1000.5, headers: [] }
    expect(problemOf(harOf(answered({ response: status })))).toMatchObject({ kind: 'badEvent' })
  })
})
