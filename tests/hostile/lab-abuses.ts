/** What one address may do to the lab server to keep others out of it, each from 127.0.0.2. */
import { connect, type Socket } from 'node:net'
import { deflateRawSync } from 'node:zlib'
import { encodeFrame, Opcode } from '../../src/core/protocol/index.ts'

/** Limits that an abuse reaches soon. */
export const limits = {
  connections: 20,
  messageBytes: 1_000_000,
  messageRate: 2_000,
  byteRate: 20_000_000,
  unsentBytes: 2_000_000,
  heldBytes: 5_000_000,
}

const mask = Uint8Array.of(1, 2, 3, 4)
const frame = (fields: Partial<Parameters<typeof encodeFrame>[0]>) =>
  encodeFrame({ opcode: Opcode.Binary, payload: new Uint8Array(0), maskingKey: mask, ...fields })

const upgrade = (target: string, ...more: string[]) =>
  [
    `GET ${target} HTTP/1.1`,
    'Host: localhost',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    ...more,
    '\r\n',
  ].join('\r\n')

const COMPRESSED = 'Sec-WebSocket-Extensions: permessage-deflate'
const token = (number: number) => number.toString(16).padStart(32, '0')
/** A tenth of a megabyte of zeros takes a hundred octets. */
const zeros = deflateRawSync(Buffer.alloc(900_000))

/** One abuser: it is told the port, and gives what it opened. */
export type Abuse = (port: number) => readonly Socket[]

function open(port: number, ...sent: readonly (string | Uint8Array)[]): Socket {
  const socket = connect({ host: '127.0.0.1', port, localAddress: '127.0.0.2' })
  socket.on('error', () => {})
  for (const octets of sent) socket.write(octets)
  return socket
}

const many = (count: number, one: (number: number) => Socket) =>
  Array.from({ length: count }, (_, number) => one(number))

/** Sends until the socket has gone, as fast as it is taken. */
function flood(socket: Socket, frame: Uint8Array): Socket {
  const octets = Buffer.concat(Array(Math.ceil(65_536 / frame.length)).fill(frame))
  const more = () => {
    while (!socket.destroyed && socket.write(octets));
  }
  socket.on('drain', more)
  socket.on('connect', more)
  socket.resume()
  return socket
}

const fromEcho = (port: number, ...more: string[]) => open(port, upgrade('/lab/echo', ...more))

/** Those that take a thousand sockets and more, for the tests that take minutes. */
export const CROWDS: Readonly<Record<string, Abuse>> = {
  '3 000 silent sockets': (port) => many(3_000, () => open(port)),
  '1 500 sockets with half a request line': (port) => many(1_500, () => open(port, 'GET /la')),
  '1 500 heads without an end': (port) =>
    many(1_500, () => open(port, 'GET / HTTP/1.1\r\nHost: localhost\r\nX: ')),
  'every recording of the wiretap, unread': (port) =>
    many(1_200, (number) => open(port, upgrade(`/lab/~${token(number)}.1/nothing`))),
  'every recording of the wiretap, with readers': (port) =>
    many(1_200, (number) => open(port, upgrade(`/wiretap/${token(number)}`))),
}

/** Those of a few sockets. */
export const ABUSES: Readonly<Record<string, Abuse>> = {
  'every connection to scenarios': (port) => many(60, () => fromEcho(port)),
  'fragments without an end': (port) => [
    flood(fromEcho(port), frame({ opcode: Opcode.Continuation, fin: false, payload: zeros })),
  ],
  'messages that are never whole': (port) =>
    many(8, () =>
      open(port, upgrade('/lab/echo'), frame({ fin: false, payload: new Uint8Array(900_000) })),
    ),
  'compressed fragments that grow and are never whole': (port) =>
    many(8, () =>
      open(
        port,
        upgrade('/lab/echo', COMPRESSED),
        frame({ fin: false, rsv1: true, payload: new Uint8Array(zeros) }),
      ),
    ),
  'a compressed message that grows beyond the limit': (port) => [
    open(
      port,
      upgrade('/lab/echo', COMPRESSED),
      frame({ rsv1: true, payload: new Uint8Array(deflateRawSync(Buffer.alloc(50_000_000))) }),
    ),
  ],
  'compressed messages at the limit, one after another': (port) => [
    flood(fromEcho(port, COMPRESSED), frame({ rsv1: true, payload: new Uint8Array(zeros) })),
  ],
  'a flood of pings': (port) => [flood(fromEcho(port), frame({ opcode: Opcode.Ping }))],
  'a flood of pongs': (port) => [flood(fromEcho(port), frame({ opcode: Opcode.Pong }))],
  'a flood of empty messages': (port) => [flood(fromEcho(port), frame({}))],
  'a flood of large messages': (port) => [
    flood(fromEcho(port), frame({ payload: new Uint8Array(900_000) })),
  ],
  'messages whose echoes nobody reads': (port) => [
    flood(fromEcho(port), frame({ payload: new Uint8Array(100_000) })).pause(),
  ],
  'empty fragments without an end': (port) => [
    flood(
      open(port, upgrade('/lab/echo'), frame({ fin: false })),
      frame({ opcode: Opcode.Continuation, fin: false }),
    ),
  ],
  'a head of a megabyte': (port) => [
    open(port, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(1_000_000)}`),
  ],
  'a thousand requests in one write': (port) => [
    open(port, 'GET /lab/health HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(1_000)),
  ],
  'bodies that never come': (port) =>
    many(100, () =>
      open(port, 'POST /lab/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n'),
    ),
  'noise in place of frames': (port) => [
    flood(
      fromEcho(port),
      new Uint8Array(10_000).map((_, index) => (index * 197) % 251),
    ),
  ],
}
