import { describe, expect, test } from 'vitest'
import { askedBy } from './response.ts'
import {
  acceptValue,
  answerRequest,
  buildRefusal,
  buildRequest,
  buildResponse,
  checkRequest,
  checkResponse,
  type HeaderField,
  type RequestHead,
  type ResponseHead,
} from '../index.ts'

const key = 'dGhlIHNhbXBsZSBub25jZQ=='
const text = (bytes: Uint8Array) => String.fromCharCode(...bytes)

/** The request of RFC 6455 §1.2, with some fields changed: `undefined` leaves one out. */
function request(
  changes: Record<string, string | undefined> = {},
  more: HeaderField[] = [],
): RequestHead {
  const fields: Record<string, string | undefined> = {
    Host: 'server.example.com',
    Upgrade: 'websocket',
    Connection: 'keep-alive, Upgrade',
    'Sec-WebSocket-Key': key,
    'Sec-WebSocket-Version': '13',
    ...changes,
  }
  return {
    method: 'GET',
    target: '/chat',
    version: 'HTTP/1.1',
    headers: [...given(fields), ...more],
    byteLength: 0,
  }
}

function response(
  changes: Record<string, string | undefined> = {},
  more: HeaderField[] = [],
): ResponseHead {
  const fields: Record<string, string | undefined> = {
    Upgrade: 'WebSocket',
    Connection: 'upgrade',
    'Sec-WebSocket-Accept': acceptValue(key),
    ...changes,
  }
  return {
    version: 'HTTP/1.1',
    status: 101,
    statusText: '',
    headers: [...given(fields), ...more],
    byteLength: 0,
  }
}

function given(fields: Record<string, string | undefined>): HeaderField[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
}

describe('the request of a client', () => {
  test('has every field that RFC 6455 §4.1 asks for', () => {
    const { bytes, head } = buildRequest({
      host: 'localhost:8080',
      target: '/chat?room=1',
      key,
      origin: 'http://localhost',
      protocols: ['chat.v2', 'chat.v1'],
      permessageDeflate: { clientMaxWindowBits: true },
      headers: [['Cookie', 'a=b']],
    })
    expect(text(bytes)).toBe(
      'GET /chat?room=1 HTTP/1.1\r\n' +
        'Host: localhost:8080\r\n' +
        'Connection: Upgrade\r\n' +
        'Upgrade: websocket\r\n' +
        'Origin: http://localhost\r\n' +
        'Sec-WebSocket-Version: 13\r\n' +
        `Sec-WebSocket-Key: ${key}\r\n` +
        'Sec-WebSocket-Protocol: chat.v2, chat.v1\r\n' +
        'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n' +
        'Cookie: a=b\r\n\r\n',
    )
    expect(head.byteLength).toBe(bytes.length)
    expect(checkRequest(head)).toEqual({
      ok: true,
      host: 'localhost:8080',
      target: '/chat?room=1',
      key,
      origin: 'http://localhost',
      protocols: ['chat.v2', 'chat.v1'],
      extensions: [
        { name: 'permessage-deflate', parameters: [{ name: 'client_max_window_bits' }] },
      ],
    })
  })

  test('needs no more than host and key', () => {
    expect(text(buildRequest({ host: 'a', key }).bytes)).toMatch(
      /^GET \/ HTTP\/1\.1\r\nHost: a\r\n/,
    )
  })

  test('has credentials and cookies where a browser puts them', () => {
    const { head } = buildRequest({
      host: 'a',
      key,
      authorization: 'Basic dTpw',
      cookie: 'a=b; c=d',
    })
    expect(head.headers.map(([name]) => name)).toEqual([
      'Host',
      'Connection',
      'Authorization',
      'Upgrade',
      'Sec-WebSocket-Version',
      'Cookie',
      'Sec-WebSocket-Key',
    ])
    expect(checkRequest(head).ok).toBe(true)
  })

  test('offers what its options say', () => {
    const offer = {
      serverNoContextTakeover: true,
      clientNoContextTakeover: true,
      serverMaxWindowBits: 10,
      clientMaxWindowBits: 9,
    }
    const { head } = buildRequest({ host: 'a', key, permessageDeflate: offer })
    expect(head.headers.at(-1)?.[1]).toBe(
      'permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=10; client_max_window_bits=9',
    )
    for (const bits of [7, 16, 8.5]) {
      expect(() =>
        buildRequest({ host: 'a', key, permessageDeflate: { serverMaxWindowBits: bits } }),
      ).toThrow(`server_max_window_bits is 8 to 15, not ${bits}`)
    }
  })

  test('is not built from what cannot be sent', () => {
    for (const target of ['', 'a', '/ b', '/#a', '/é']) {
      expect(() => buildRequest({ host: 'a', key, target })).toThrow('Not a path and query')
    }
    expect(() => buildRequest({ host: 'a', key, protocols: ['a', 'a'] })).toThrow(
      'a token, once: a',
    )
    expect(() => buildRequest({ host: 'a', key, protocols: ['a b'] })).toThrow('a token, once: a b')
    expect(() => buildRequest({ host: 'a\r\nX: y', key })).toThrow(TypeError)
  })
})

describe('a server judges the request', () => {
  const cases: readonly [name: string, head: RequestHead, rule: string, status: number][] = [
    ['a method that is not GET', { ...request(), method: 'POST' }, 'RFC 6455 §4.2.1 item 1', 405],
    ['HTTP/1.0', { ...request(), version: 'HTTP/1.0' }, 'RFC 6455 §4.2.1 item 1', 400],
    ['HTTP/0.9', { ...request(), version: 'HTTP/0.9' }, 'RFC 6455 §4.2.1 item 1', 400],
    ['a target that is none', { ...request(), target: '*' }, 'RFC 6455 §4.2.1 item 1', 400],
    ['no Host', request({ Host: undefined }), 'RFC 6455 §4.2.1 item 2', 400],
    ['an empty Host', request({ Host: '' }), 'RFC 6455 §4.2.1 item 2', 400],
    ['two Hosts', request({}, [['host', 'b']]), 'RFC 6455 §4.2.1 item 2', 400],
    ['no Upgrade', request({ Upgrade: undefined }), 'RFC 6455 §4.2.1 item 3', 426],
    ['another Upgrade', request({ Upgrade: 'h2c' }), 'RFC 6455 §4.2.1 item 3', 426],
    ['no Connection', request({ Connection: undefined }), 'RFC 6455 §4.2.1 item 4', 400],
    ['another Connection', request({ Connection: 'close' }), 'RFC 6455 §4.2.1 item 4', 400],
    ['no key', request({ 'Sec-WebSocket-Key': undefined }), 'RFC 6455 §4.2.1 item 5', 400],
    ['a short key', request({ 'Sec-WebSocket-Key': 'AAAA' }), 'RFC 6455 §4.2.1 item 5', 400],
    ['two keys', request({}, [['Sec-WebSocket-Key', key]]), 'RFC 6455 §11.3.1', 400],
    ['no version', request({ 'Sec-WebSocket-Version': undefined }), 'RFC 6455 §4.2.1 item 6', 426],
    ['an old version', request({ 'Sec-WebSocket-Version': '8' }), 'RFC 6455 §4.2.1 item 6', 426],
    ['two versions', request({}, [['Sec-WebSocket-Version', '13']]), 'RFC 6455 §11.3.5', 400],
    [
      'a double subprotocol',
      request({ 'Sec-WebSocket-Protocol': 'a, a' }),
      'RFC 6455 §4.1 item 10',
      400,
    ],
    [
      'a wrong subprotocol',
      request({ 'Sec-WebSocket-Protocol': 'a b' }),
      'RFC 6455 §4.1 item 10',
      400,
    ],
    ['wrong extensions', request({ 'Sec-WebSocket-Extensions': 'a;' }), 'RFC 6455 §9.1', 400],
  ]
  for (const [name, head, rule, status] of cases) {
    test(name, () => {
      const answer = answerRequest(head)
      expect(answer).toMatchObject({ ok: false, failure: { rule }, response: { head: { status } } })
      const version = answer.response.head.headers.find(
        ([field]) => field === 'Sec-WebSocket-Version',
      )
      expect(version?.[1]).toBe(status === 426 ? '13' : undefined)
    })
  }

  test('takes absolute URIs, versions to come, and names without case', () => {
    expect(checkRequest({ ...request(), target: 'http://a/b', version: 'HTTP/2.0' })).toMatchObject(
      { ok: true },
    )
    expect(checkRequest(request({ Upgrade: 'WebSocket', Connection: 'UPGRADE' }))).toMatchObject({
      ok: true,
    })
  })
})

describe('the response of a server', () => {
  test('accepts as in RFC 6455 §1.3', () => {
    const answer = answerRequest(request({ 'Sec-WebSocket-Protocol': 'x, chat, superchat' }), {
      protocols: ['superchat', 'chat'],
      headers: [['Set-Cookie', 'a=b']],
    })
    expect(answer).toMatchObject({ ok: true, protocol: 'chat', extensions: [] })
    expect(text(answer.response.bytes)).toBe(
      'HTTP/1.1 101 Switching Protocols\r\n' +
        'Upgrade: websocket\r\n' +
        'Connection: Upgrade\r\n' +
        'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n' +
        'Sec-WebSocket-Protocol: chat\r\n' +
        'Set-Cookie: a=b\r\n\r\n',
    )
  })
  test('accepts the extension that both know, and each side knows it alike', () => {
    const { head } = buildRequest({ host: 'a', key, permessageDeflate: {} })
    const answer = answerRequest(head, { permessageDeflate: { serverMaxWindowBits: 10 } })
    const result = checkResponse(answer.response.head, { key, permessageDeflate: {} })
    expect(answer).toMatchObject({ ok: true, extensions: [{ serverMaxWindowBits: 10 }] })
    expect(result).toEqual({ ok: true, protocol: '', extensions: answer.ok && answer.extensions })
    expect(answerRequest(head)).toMatchObject({ ok: true, extensions: [] })
  })
  test('declines an extension that it does not know', () => {
    const head = request({ 'Sec-WebSocket-Extensions': 'x' })
    expect(answerRequest(head, { permessageDeflate: {} })).toMatchObject({ extensions: [] })
  })
  test('takes no options at all', () => {
    expect(buildResponse({ key }).head.headers).toHaveLength(3)
  })
  test('chooses no subprotocol where it speaks none of them', () => {
    const head = request({ 'Sec-WebSocket-Protocol': 'chat' })
    expect(answerRequest(head)).toMatchObject({ ok: true, protocol: '' })
    expect(answerRequest(head, { protocols: ['mqtt'] })).toMatchObject({ ok: true, protocol: '' })
  })
  test('refuses with the given status', () => {
    const { bytes } = buildRefusal(401, 'Unauthorized', [['WWW-Authenticate', 'Basic']])
    expect(text(bytes)).toBe(
      'HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\nWWW-Authenticate: Basic\r\n\r\n',
    )
    expect(text(buildRefusal(403, 'Forbidden').bytes)).toContain('403 Forbidden')
  })
  test('is not built with a subprotocol that is none', () => {
    expect(() => buildResponse({ key, protocol: 'a b' })).toThrow('A subprotocol is a token: a b')
  })
})

describe('a client judges the response', () => {
  const cases: readonly [name: string, head: ResponseHead, rule: string][] = [
    ['HTTP/1.0', { ...response(), version: 'HTTP/1.0' }, 'RFC 6455 §4.1'],
    ['a status that is not 101', { ...response(), status: 200 }, 'RFC 6455 §4.1 response item 1'],
    ['no Upgrade', response({ Upgrade: undefined }), 'RFC 6455 §4.1 response item 2'],
    ['another Upgrade', response({ Upgrade: 'h2c' }), 'RFC 6455 §4.1 response item 2'],
    ['two Upgrades', response({}, [['Upgrade', 'websocket']]), 'RFC 6455 §4.1 response item 2'],
    ['no Connection', response({ Connection: undefined }), 'RFC 6455 §4.1 response item 3'],
    [
      'no accept value',
      response({ 'Sec-WebSocket-Accept': undefined }),
      'RFC 6455 §4.1 response item 4',
    ],
    [
      'a wrong accept value',
      response({ 'Sec-WebSocket-Accept': 'x' }),
      'RFC 6455 §4.1 response item 4',
    ],
    [
      'two accept values',
      response({}, [['Sec-WebSocket-Accept', acceptValue(key)]]),
      'RFC 6455 §11.3.3',
    ],
    ['wrong extensions', response({ 'Sec-WebSocket-Extensions': ';' }), 'RFC 6455 §9.1'],
    [
      'an extension that was not offered',
      response({ 'Sec-WebSocket-Extensions': 'x' }),
      'RFC 6455 §4.1 response item 5',
    ],
    [
      'a subprotocol that was not offered',
      response({ 'Sec-WebSocket-Protocol': 'x' }),
      'RFC 6455 §4.1 response item 6',
    ],
    [
      'two subprotocols',
      response({}, [
        ['Sec-WebSocket-Protocol', 'a'],
        ['Sec-WebSocket-Protocol', 'b'],
      ]),
      'RFC 6455 §11.3.4',
    ],
  ]
  for (const [name, head, rule] of cases) {
    test(name, () => {
      expect(checkResponse(head, { key, protocols: ['a', 'b'] })).toMatchObject({
        ok: false,
        failure: { rule },
      })
    })
  }
  test('a subprotocol where none was offered', () => {
    expect(checkResponse(response({ 'Sec-WebSocket-Protocol': 'x' }), { key })).toMatchObject({
      ok: false,
    })
  })
  test('keeps what was negotiated', () => {
    const asked = { key, protocols: ['a', 'b'], permessageDeflate: {} }
    expect(checkResponse(response(), { key })).toEqual({ ok: true, protocol: '', extensions: [] })
    expect(
      checkResponse(
        response({
          'Sec-WebSocket-Protocol': 'b',
          'Sec-WebSocket-Extensions': 'permessage-deflate',
        }),
        asked,
      ),
    ).toMatchObject({ ok: true, protocol: 'b', extensions: [{ name: 'permessage-deflate' }] })
  })
})

describe('what a request asked for', () => {
  test('is read from its head', () => {
    const head = request({
      'Sec-WebSocket-Protocol': 'a, b',
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
    })
    expect(askedBy(head)).toMatchObject({ key, protocols: ['a', 'b'] })
    expect(askedBy(head).permessageDeflate).toMatchObject({ clientMaxWindowBits: 15 })
  })

  test('is nothing where it offers nothing, or what cannot be read', () => {
    expect(askedBy(request({ 'Sec-WebSocket-Key': undefined }))).toEqual({ key: '', protocols: [] })
    expect(askedBy(request({ 'Sec-WebSocket-Extensions': ';;' }))).toEqual({ key, protocols: [] })
  })
})
