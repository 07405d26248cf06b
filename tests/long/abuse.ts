/** What a client may do wrong, on purpose. */
import { connect, type Socket } from 'node:net'
import { nonsense } from '../../lab-server/testing/nonsense.ts'
import { encodeFrame, Opcode } from '../../src/core/protocol/index.ts'

export type Below = (below: number) => number

const mask = Uint8Array.of(1, 2, 3, 4)
const text = new TextEncoder()

const frame = (fields: Partial<Parameters<typeof encodeFrame>[0]>) =>
  encodeFrame({ opcode: Opcode.Text, payload: text.encode('hello'), maskingKey: mask, ...fields })

/** Octets that come after an opening handshake in which everything was right. */
const afterHandshake = {
  'a frame without a mask': () => encodeFrame({ opcode: Opcode.Text }),
  'a reserved opcode': (below: Below) => Uint8Array.of(0x83 + below(5), 0x80, ...mask),
  'a reserved control opcode': (below: Below) => Uint8Array.of(0x8b + below(5), 0x80, ...mask),
  'reserved bits': (below: Below) => Uint8Array.of(0x81 | ((1 + below(7)) << 4), 0x80, ...mask),
  'text that is no UTF-8': () => frame({ payload: Uint8Array.of(0xc3, 0x28) }),
  'a continuation of nothing': () => frame({ opcode: Opcode.Continuation }),
  'a message within a message': () => joined(frame({ fin: false }), frame({})),
  'a fragmented ping': () => frame({ opcode: Opcode.Ping, fin: false }),
  'a ping of 126 octets': () => frame({ opcode: Opcode.Ping, payload: new Uint8Array(126) }),
  'a Close frame of one octet': () => frame({ opcode: Opcode.Close, payload: new Uint8Array(1) }),
  'a close code that must not be': () =>
    frame({ opcode: Opcode.Close, payload: Uint8Array.of(0x03, 0xed) }),
  'a length of 2 to the 63': () =>
    Uint8Array.of(0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, ...mask, 1, 2, 3),
  'a length of 2 to the 40': () => Uint8Array.of(0x82, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, ...mask, 1, 2),
  'words that mean nothing': (below: Below) => {
    const words = nonsense[below(nonsense.length)] ?? ''
    return typeof words === 'string'
      ? frame({ payload: text.encode(words) })
      : frame({ opcode: Opcode.Binary, payload: words })
  },
  'noise after the handshake': (below: Below) => noise(1 + below(3000), below),
  'frames with one octet changed': (below: Below) => {
    const octets = joined(...Array.from({ length: 1 + below(20) }, () => frame({})))
    octets[below(octets.length)] = below(256)
    return octets
  },
} satisfies Record<string, (below: Below) => Uint8Array>

const key = 'dGhlIHNhbXBsZSBub25jZQ=='
const head = (...lines: string[]) => text.encode(`${lines.join('\r\n')}\r\n\r\n`)
const right = ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Key: ${key}`]
const version = 'Sec-WebSocket-Version: 13'
const first = (target = '/lab/echo') => [`GET ${target} HTTP/1.1`, 'Host: localhost']

/** Octets that are no opening handshake. */
const insteadOfHandshake = {
  'no key': () => head(...first(), 'Upgrade: websocket', 'Connection: Upgrade', version),
  'a key that is none': () =>
    head(...first(), 'Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Key: x', version),
  'another version': () => head(...first(), ...right, 'Sec-WebSocket-Version: 12'),
  'another method': () =>
    head('POST /lab/echo HTTP/1.1', 'Host: localhost', ...right, version, 'Content-Length: 0'),
  'no host': () => head('GET /lab/echo HTTP/1.1', ...right, version),
  'a head of 100 kB': () => head(...first(), ...right, version, `X-Long: ${'x'.repeat(100_000)}`),
  'five thousand headers': () =>
    head(...first(), ...right, version, ...Array.from({ length: 5000 }, (_, i) => `X-${i}: 1`)),
  'a mark that is none': () => head(...first('/lab/~abc.ws-1/echo'), ...right, version),
  'a path out of the lab': () => head(...first('/lab/../../etc/passwd'), ...right, version),
  'a target with noise': (below: Below) =>
    joined(text.encode('GET /lab/'), noise(below(50), below), head(' HTTP/1.1', ...right, version)),
  'a length and chunks': () => head(...first(), 'Content-Length: 5', 'Transfer-Encoding: chunked'),
  'noise from the first octet': (below: Below) => noise(1 + below(3000), below),
  'a head that never ends': (below: Below) =>
    head(...first(), ...right, version).subarray(0, 20 + below(100)),
  'a marked head that never ends': (below: Below) =>
    head(...first(`/lab/~${'0'.repeat(32)}.a/echo`), ...right).subarray(0, 10 + below(100)),
} satisfies Record<string, (below: Below) => Uint8Array>

export type Abuse = keyof typeof afterHandshake | keyof typeof insteadOfHandshake

export const abuses = [
  ...Object.keys(afterHandshake),
  ...Object.keys(insteadOfHandshake),
  // The keys of the two objects.
] as readonly Abuse[]

/**
 * Carries out the abuse, in pieces, and leaves. Returns what the server answered: a status, the
 * code
 * of a Close frame, or that it said nothing; `101 anyway` if it accepted an invalid handshake.
 */
export async function abuse(
  port: number,
  scenarios: readonly string[],
  kind: Abuse,
  below: Below,
): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.on('error', () => {})
  const received: Buffer[] = []
  socket.on('data', (octets) => received.push(octets))
  const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()))

  const isHandshake = kind in afterHandshake
  if (isHandshake) {
    const target = `/lab/${scenarios[below(scenarios.length)] ?? ''}`
    socket.write(head(...first(target), ...right, version))
    await Promise.race([ended, new Promise((resolve) => socket.once('data', resolve))])
  }
  // One of the two has it.
  const make = { ...afterHandshake, ...insteadOfHandshake }[kind] as (below: Below) => Uint8Array
  await writeInPieces(socket, make(below), below)
  const patience = new Promise((resolve) => setTimeout(resolve, 100))
  await Promise.race([ended, patience])
  if (below(2) === 0) socket.resetAndDestroy()
  else socket.destroy()
  await ended

  const answer = Buffer.concat(received)
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer.toString('latin1'))?.[1]
  if (!isHandshake) return status === '101' ? '101 anyway' : (status ?? 'nothing')
  return closeCodeIn(answer) ?? 'no Close frame'
}

/** The code of a Close frame at the very end; the server's frames have no mask. */
function closeCodeIn(octets: Buffer): string | null {
  const at = octets.lastIndexOf(0x88)
  const length = octets[at + 1]
  if (at < 0 || length === undefined || at + 2 + length !== octets.length) return null
  return length < 2 ? 'closed without a code' : `closed ${octets.readUInt16BE(at + 2)}`
}

async function writeInPieces(socket: Socket, octets: Uint8Array, below: Below): Promise<void> {
  let at = 0
  while (at < octets.length && !socket.destroyed) {
    const size = below(4) === 0 ? 1 + below(10) : octets.length
    socket.write(octets.subarray(at, at + size))
    at += size
    await new Promise(setImmediate)
  }
}

function noise(length: number, below: Below): Uint8Array {
  return Uint8Array.from({ length }, () => below(256))
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
