// A server that breaks a rule of the protocol: which, the path of the URL says.
import { createHash } from 'node:crypto'
import { createServer } from 'node:net'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** @typedef {import('node:net').Socket} Socket */
/** @typedef {Record<string, string | string[] | null>} Headers */

/** @param {string} key */
function acceptOf(key) {
  return createHash('sha1')
    .update(key + GUID)
    .digest('base64')
}

/**
 * A response that accepts, unless the headers say otherwise; null leaves one out.
 *
 * @param {string} key
 * @param {Headers} [headers]
 */
function accepting(key, headers = {}) {
  /** @type {Headers} */
  const all = {
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Accept': acceptOf(key),
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) =>
    (value === null ? [] : [value].flat()).map((one) => `${name}: ${one}`),
  )
  return `HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`
}

/**
 * A frame by its first octet, with the length as it is written.
 *
 * @param {number} first
 * @param {string | number[]} payload
 * @param {number[]} [length]
 */
function frame(first, payload, length) {
  const octets = Buffer.from(payload)
  return Buffer.concat([Buffer.from([first, ...(length ?? [octets.length])]), octets])
}

const masked = Buffer.from([0x81, 0x82, 1, 2, 3, 4, 0x69, 0x6b])
const extensions = (/** @type {string | string[]} */ value) => ({
  'Sec-WebSocket-Extensions': value,
})

/** @type {Record<string, Headers>} */
const heads = {
  'no-upgrade': { Upgrade: null },
  'other-upgrade': { Upgrade: 'h2c' },
  'two-upgrades': { Upgrade: ['websocket', 'websocket'] },
  'no-accept': { 'Sec-WebSocket-Accept': null },
  'wrong-accept': { 'Sec-WebSocket-Accept': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' },
  'no-connection': { Connection: null },
  'other-connection': { Connection: 'close' },
  'no-accept-no-connection': { 'Sec-WebSocket-Accept': null, Connection: null },
  'no-protocol': {},
  'other-protocol': { 'Sec-WebSocket-Protocol': 'other' },
  'unasked-protocol': { 'Sec-WebSocket-Protocol': 'other' },
  'two-protocols': { 'Sec-WebSocket-Protocol': ['chat', 'chat'] },
  'other-extension': extensions('x-foo'),
  'unreadable-extension': extensions('permessage-deflate; ='),
  'two-deflates': extensions(['permessage-deflate', 'permessage-deflate']),
  'deflate-parameter': extensions('permessage-deflate; foo'),
  'deflate-bits': extensions('permessage-deflate; server_max_window_bits=7'),
  'deflate-no-bits': extensions('permessage-deflate; client_max_window_bits'),
  'deflate-flag': extensions('permessage-deflate; server_no_context_takeover=1'),
  'deflate-twice': extensions(
    'permessage-deflate; server_no_context_takeover; server_no_context_takeover',
  ),
}

/** @type {Record<string, readonly Uint8Array[]>} */
const frames = {
  masked: [masked],
  'reserved-bit-1': [frame(0xc1, 'hi')],
  'reserved-bit-2': [frame(0xa1, 'hi')],
  'reserved-bits': [frame(0xf1, 'hi')],
  'reserved-opcode': [frame(0x83, 'hi')],
  'reserved-control-opcode': [frame(0x8b, 'hi')],
  'ping-in-two': [frame(0x09, 'hi')],
  'long-ping': [frame(0x89, 'a'.repeat(126), [126, 0, 126])],
  'continuation-of-nothing': [frame(0x80, 'hi')],
  'message-in-a-message': [frame(0x01, 'hi'), frame(0x81, 'ho')],
  'long-length': [frame(0x81, 'hi', [126, 0, 2])],
  'no-utf8': [frame(0x81, [0xff, 0xfe])],
  'close-of-one': [frame(0x88, [3])],
  'close-1005': [frame(0x88, [0x03, 0xed])],
  'close-no-utf8': [frame(0x88, [3, 0xe8, 0xff])],
  'close-1000': [frame(0x88, [3, 0xe8])],
}

/** @type {Record<string, (socket: Socket) => void>} */
const others = {
  forbidden: (socket) => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'),
  ok: (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'),
  unauthorized: (socket) => socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n'),
  fin: (socket) => socket.end(),
  'fin-in-the-head': (socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: web'),
  rst: (socket) => socket.resetAndDestroy(),
  'no-http': (socket) => socket.end('hello world\r\n\r\n'),
  silence: () => {},
}

const server = createServer((socket) => {
  let request = ''
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    // Only a Close frame comes after the request.
    if (request.includes('\r\n\r\n')) {
      socket.end()
      return
    }
    request += chunk.toString('latin1')
    if (!request.includes('\r\n\r\n')) return
    const what = /^GET \/([\w-]*)/.exec(request)?.[1] ?? ''
    const key = /^sec-websocket-key: (.*)\r$/im.exec(request)?.[1] ?? ''
    if (what in others) others[what]?.(socket)
    else
      socket.write(
        Buffer.concat([Buffer.from(accepting(key, heads[what])), ...(frames[what] ?? [])]),
      )
  })
})

server.listen(8080)
