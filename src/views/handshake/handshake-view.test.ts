import { describe, expect, it } from 'vitest'
import { headerPurposes, isRequired } from '../../core/protocol/index.ts'
import { TraceLog } from '../../core/trace/log.ts'
import type { Header } from '../../core/trace/event.ts'
import { traceOf, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { textsOf } from '../../locales/index.ts'
import type { Areas } from '../../locales/gather.ts'
import { exchangeOf, latestExchange } from './exchange.ts'
import { handshakeView, statusMeaning, type HandshakeView } from './handshake-view.ts'

const en = await textsOf('en')
const zhCN = await textsOf('zh-CN')

const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='
const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='

function logOf(sketches: readonly EventSketch[]) {
  const log = new TraceLog()
  for (const event of traceOf(...sketches)) log.append(event)
  return log
}

function viewOf(sketches: readonly EventSketch[], shownBefore = 100): HandshakeView {
  const view = handshakeView(logOf(sketches), 'ws-1', shownBefore)
  if (view === null) throw new Error('there is no connection')
  return view
}

const created: EventSketch = { type: 'created', url: 'wss://example.com/', protocols: [] }

function request(...headers: readonly Header[]): EventSketch {
  return {
    type: 'willSendHandshakeRequest',
    method: 'GET',
    target: '/chat',
    headers: [['Host', 'example.com'], ['Sec-WebSocket-Key', KEY], ...headers],
    byteLength: 200,
  }
}

function response(status = 101, ...headers: readonly Header[]): EventSketch {
  return {
    type: 'handshakeResponseReceived',
    status,
    statusText: status === 101 ? 'Switching Protocols' : '',
    headers,
    byteLength: 129,
  }
}

const opened: EventSketch = { type: 'readyStateChanged', from: 0, to: 1 }
const failed = (message: string, section?: string): EventSketch => ({
  type: 'frameError',
  message,
  ...(section === undefined ? {} : { section }),
})
const accepted: Header = ['Sec-WebSocket-Accept', ACCEPT]

describe('handshakeView', () => {
  const whole = [created, request(), response(101, accepted), opened]

  it('shows what has happened by the playhead, and says what comes next', () => {
    expect(handshakeView(logOf(whole), 'ws-1', 0)).toBeNull()
    const seen = [1, 2, 3, 4].map((before) => {
      const view = viewOf(whole, before)
      return [view.request?.startLine, view.response?.startLine, view.next?.key, view.verdict?.kind]
    })
    const [get, switching] = ['GET /chat HTTP/1.1', 'HTTP/1.1 101 Switching Protocols']
    expect(seen).toEqual([
      [undefined, undefined, 'handshake.next.request', undefined],
      [get, undefined, 'handshake.next.response', undefined],
      [get, switching, 'handshake.next.judgement', undefined],
      [get, switching, undefined, 'accepted'],
    ])
  })

  it('computes the answer to the key, and where the server’s differs', () => {
    const answers = [
      viewOf(whole, 2),
      viewOf(whole),
      viewOf([created, request(), response(101, ['Sec-WebSocket-Accept', 's3pPLMBiXXX'])]),
      viewOf([created, request(), response(101)]),
      viewOf([created, request(), response(401)]),
    ].map(({ accept }) => (accept?.kind === 'steps' ? accept.answer : accept))
    expect(answers).toEqual([
      { kind: 'waiting' },
      { kind: 'match', said: ACCEPT },
      { kind: 'mismatch', said: 's3pPLMBiXXX', same: 8 },
      { kind: 'missing' },
      { kind: 'refused' },
    ])
  })

  it('invents no key where a browser hides it', () => {
    const view = viewOf([
      created,
      {
        type: 'willSendHandshakeRequest',
        provenance: 'reconstructed',
        method: 'GET',
        target: '/',
        headers: [['Sec-WebSocket-Key', '']],
        byteLength: 0,
      },
    ])
    expect(view.accept).toEqual({ kind: 'hidden' })
    expect(view.hasHidden).toBe(true)
    expect(view.request?.rows[0]?.provenance).toBe('hidden')
  })

  it.each([
    [[created, failed('Nobody listens at example.com:1')], 'unreachable'],
    [[created, request(), failed('timed out')], 'unanswered'],
    [[created, request(), response(403), failed('403', 'RFC 6455 §4.1 response item 1')], 'status'],
    [[created, request(), response(), failed('no', 'RFC 6455 §4.1 response item 2')], 'upgrade'],
    [[created, request(), response(), failed('no', 'RFC 6455 §4.1 response item 3')], 'connection'],
    [[created, request(), response(), failed('no', 'RFC 6455 §4.1 response item 4')], 'accept'],
    [[created, request(), response(), failed('no', 'RFC 6455 §4.1 response item 5')], 'extensions'],
    [[created, request(), response(), failed('no', 'RFC 7692 §7.1')], 'extensions'],
    [
      [created, request(), response(), failed('no', 'RFC 6455 §4.1 response item 6')],
      'subprotocol',
    ],
    [[created, request(), response(), failed('none chosen')], 'noSubprotocol'],
    [[created, request(), response(), failed('no', 'RFC 6455 §11.3.3')], 'other'],
  ] as const)('says how it failed (%#)', (sketches, verdict) => {
    const view = viewOf(sketches)
    expect(view.verdict).toMatchObject({
      kind: 'failed',
      sentence: { key: `handshake.verdict.${verdict}` },
    })
    expect(view.next).toBeNull()
  })

  it('does not take a later broken frame for a failed handshake', () => {
    const view = viewOf([
      ...whole,
      { type: 'frameError', message: 'reserved opcode', code: 1002, section: 'RFC 6455 §5.2' },
    ])
    expect(view.verdict).toMatchObject({ kind: 'accepted', seq: 3 })
  })

  it('shows what was offered beside what was chosen', () => {
    const offer: readonly Header[] = [
      ['Sec-WebSocket-Protocol', 'v2.chat, v1.chat'],
      ['Sec-WebSocket-Extensions', 'permessage-deflate; client_max_window_bits'],
    ]
    const deflate: Header = [
      'Sec-WebSocket-Extensions',
      'permessage-deflate; server_no_context_takeover',
    ]
    const view = (...answer: readonly Header[]) =>
      viewOf([created, request(...offer), response(101, ...answer)]).negotiation
    expect(view(['Sec-WebSocket-Protocol', 'v1.chat'], deflate)).toEqual({
      subprotocol: {
        outcome: 'chosen',
        offered: ['v2.chat', 'v1.chat'],
        chosen: ['v1.chat'],
      },
      extensions: {
        outcome: 'chosen',
        offered: ['permessage-deflate; client_max_window_bits'],
        chosen: ['permessage-deflate; server_no_context_takeover'],
        parameters: ['server_no_context_takeover', 'client_max_window_bits'],
      },
    })
    const refused = viewOf([created, request(...offer), response(403)]).negotiation
    expect(refused?.extensions).toMatchObject({ outcome: 'refused', chosen: [] })
    expect(view()?.subprotocol.outcome).toBe('declined')
    expect(view()?.extensions.outcome).toBe('declined')
    expect(view(['Sec-WebSocket-Protocol', 'v9'])?.subprotocol.outcome).toBe('unasked')
    const waiting = viewOf([created, request(...offer)]).negotiation
    expect(waiting?.subprotocol).toMatchObject({ outcome: 'waiting', chosen: null })
    expect(viewOf([created, request()]).negotiation?.extensions.outcome).toBe('none')
  })
})

describe('exchangeOf', () => {
  const head = { headers: [], byteLength: 20 } as const
  const on = { connectionId: 'http-1' } as const
  const log = logOf([
    { type: 'httpRequest', method: 'GET', url: '/1', ...head, ...on },
    { type: 'httpRequest', side: 'server', method: 'GET', url: '/1', ...head, ...on },
    { type: 'httpResponse', status: 200, statusText: 'OK', ...head, ...on },
    { type: 'httpData', data: Uint8Array.of(1), ...on },
    { type: 'httpRequest', method: 'GET', url: '/2', ...head, ...on },
    created,
  ])
  const found = (seq: number, before = 100) => {
    const event = log.get(seq)
    const exchange = event && exchangeOf(log, event, before)
    return exchange && [exchange.request.url, exchange.response?.status]
  }

  it('finds the request and the response around an event', () => {
    expect(found(0)).toEqual(['/1', 200])
    expect(found(1)).toEqual(['/1', 200])
    expect(found(3)).toEqual(['/1', 200])
    expect(found(4)).toEqual(['/2', undefined])
    expect(found(0, 2)).toEqual(['/1', undefined])
    expect(found(5)).toBeNull()
  })

  it('gives the newest one if none was chosen', () => {
    expect(latestExchange(log, 100)?.request.url).toBe('/2')
    expect(latestExchange(log, 4)?.request.url).toBe('/1')
    expect(latestExchange(log, 0)).toBeNull()
  })
})

describe.each([
  ['en', en],
  ['zh-CN', zhCN],
])('the texts in %s', (_, messages) => {
  function messageAt(key: string): unknown {
    return key
      .split('.')
      .reduce<unknown>(
        (group, part) =>
          typeof group === 'object' && group !== null ? Object(group)[part] : undefined,
        messages satisfies Areas,
      )
  }

  it('explain every known header, and what breaks without a required one', () => {
    for (const purpose of headerPurposes) {
      expect(messageAt(`handshake.is.${purpose}`), purpose).toBeTypeOf('string')
      for (const head of ['request', 'response'] as const) {
        const without = messageAt(`handshake.without.${head}.${purpose}`)
        expect(typeof without === 'string', `${head} ${purpose}`).toBe(isRequired(purpose, head))
      }
    }
  })

  it('explain every status', () => {
    for (let status = 100; status < 1000; status += 1) {
      const { key } = statusMeaning(status)
      expect(messageAt(key), key).toBeTypeOf('string')
    }
  })

  it('say how a handshake ended', () => {
    const endings: readonly EventSketch[] = [
      opened,
      failed('timed out'),
      { type: 'closed', code: 1006, reason: '', wasClean: false },
      ...[1, 2, 3, 4, 5, 6, 7].map((item) =>
        failed('no', `RFC 6455 §4.1 response item ${String(item)}`),
      ),
    ]
    for (const start of [[created], [created, request()], [created, request(), response()]])
      for (const ending of endings) {
        const key = viewOf([...start, ending]).verdict?.sentence.key ?? ''
        expect(messageAt(key), key).toBeTypeOf('string')
      }
  })
})
