import { constants, createDeflateRaw } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  Connection,
  encodeFrame,
  FrameDecoder,
  type ConnectionEvent,
  type PerMessageDeflate,
} from './index.ts'
import { exampleKey, expected, hex, octets, play, type Line } from './testing/dialogue.ts'

const negotiated: PerMessageDeflate = {
  name: 'permessage-deflate',
  serverNoContextTakeover: false,
  clientNoContextTakeover: false,
  serverMaxWindowBits: 15,
  clientMaxWindowBits: 15,
}
const client = { role: 'client', extensions: [negotiated] } as const
const server = { role: 'server', extensions: [negotiated] } as const

function holds(name: string, options: typeof client | typeof server, lines: readonly Line[]) {
  test(name, () => {
    expect(play(options, lines).said).toEqual(expected(lines))
  })
}

describe('the examples of RFC 7692 §7.2.3', () => {
  holds('one compressed block', client, ['>> c1 07 f248cdc9c90700', '** message "Hello"'])
  holds('fragments', client, ['>> 41 03 f248cd', '>> 80 04 c9c90700', '** message "Hello"'])
  holds('the same message with the window kept', client, [
    '>> c1 07 f248cdc9c90700',
    '** message "Hello"',
    '>> c1 05 f200110000',
    '** message "Hello"',
  ])
  holds('a block without compression', client, [
    '>> c1 0b 00 0500 faff "Hello" 00',
    '** message "Hello"',
  ])
  holds('a block with BFINAL set, and a message after it that looks back into it', client, [
    '>> c1 08 f348cdc9c9070000',
    '** message "Hello"',
    '>> c1 05 f200110000',
    '** message "Hello"',
  ])
  holds('two blocks in a message', client, [
    '>> c1 0d f248050000 00ffff cac9c90700',
    '** message "Hello"',
  ])
  holds('an empty message', client, ['>> c1 01 00', '** message ""'])
})

holds('a last block with nothing after it ends a message too', client, [
  '>> c1 07 f348cdc9c90700',
  '** message "Hello"',
  '>> c2 07 f348cdc9c90700',
  '** message 48 65 6c 6c 6f',
])
holds('a message that is not compressed, between those that are', client, [
  '>> 81 01 "a" c1 07 f248cdc9c90700',
  '** message "a"',
  '** message "Hello"',
])
holds('messages sent: the second one refers to the first', server, [
  (connection) => connection.sendText('Hello'),
  '<< c1 07 f248cdc9c90700',
  (connection) => connection.sendText('Hello'),
  '<< c1 05 f200110000',
  (connection) => connection.sendText(''),
  '<< c1 01 00',
])
holds('a message sent in fragments: only the first one has RSV1', server, [
  (connection) => connection.sendText('Hel', { fin: false }),
  '<< 41 09 f248cd 01 00 0000ffff',
  (connection) => connection.sendText(''),
  '<< 80 01 00',
])

describe('violations', () => {
  const answers = (code: number, reason: string, section: string) =>
    `** error ${code} ${reason} (${section})`
  const cases: readonly [name: string, received: string, said: string][] = [
    ['RSV1 on a ping', 'c9 00', answers(1002, 'RSV1 set on a control frame', 'RFC 7692 §6.1')],
    [
      'RSV1 on a continuation',
      '41 00 c0 00',
      answers(1002, 'RSV1 set on a frame that does not start a message', 'RFC 7692 §6.1'),
    ],
    [
      'a reserved block type',
      'c1 01 06',
      answers(1007, 'compressed data is not valid', 'RFC 7692 §7.2.2'),
    ],
    [
      'a message that ends inside a block',
      'c1 03 f248cd',
      answers(1007, 'compressed data is not valid', 'RFC 7692 §7.2.2'),
    ],
    [
      'invalid UTF-8 before its frame ends',
      // A stored block of "a" ff; the frame is two octets longer.
      'c1 09 00 0200 fdff 61 ff',
      answers(1007, 'text is not valid UTF-8', 'RFC 6455 §8.1'),
    ],
  ]
  for (const [name, received, said] of cases) {
    test(name, () => {
      expect(play(client, [`>> ${received}`]).said[0]).toBe(said)
      const cut = [...octets(received)].map((octet) => `>> ${hex(Uint8Array.of(octet))}`)
      expect(play(client, cut).said[0]).toBe(said)
    })
  }
})

test('a decompression bomb is stopped at the limit', () => {
  const bomb = sentBy({ role: 'server' }, (connection) => {
    connection.sendBinary(new Uint8Array(10_000_000))
  })
  expect(bomb.length).toBeLessThan(20_000)
  const receiver = new Connection({
    ...client,
    randomBytes: () => exampleKey,
    maxMessageSize: 65536,
  })
  receiver.receiveData(bomb)
  expect(receiver.events()).toEqual([
    {
      type: 'error',
      code: 1009,
      reason: 'message of more than 65536 octets',
      section: 'RFC 6455 §7.4.1',
    },
  ])
})

test('invalid text before the limit is found before the limit', () => {
  const text = Uint8Array.from({ length: 100 }, (_, index) => (index === 50 ? 0xff : 0x61))
  const bytes = sentBy({ role: 'server' }, (connection) => connection.sendBinary(text))
  // A text message instead.
  bytes[0] = 0xc1
  for (const size of [1, 1000]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    )
    for (const [maxMessageSize, code] of [
      [50, 1009],
      [51, 1007],
    ] as const) {
      const receiver = new Connection({ ...client, randomBytes: () => exampleKey, maxMessageSize })
      for (const chunk of chunks) receiver.receiveData(chunk)
      expect(receiver.events()).toMatchObject([{ type: 'error', code }])
    }
  }
})

test('a message of the greatest size may be longer compressed, but not much', () => {
  const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * index * 7919) >> 5)
  const receiver = () =>
    new Connection({ ...client, randomBytes: () => exampleKey, maxMessageSize: 4096 })
  const fits = receiver()
  fits.receiveData(sentBy({ role: 'server' }, (connection) => connection.sendBinary(noise)))
  expect(fits.events().at(-1)).toEqual({ type: 'message', data: noise })
  const empty = receiver()
  empty.receiveData(encodeFrame({ opcode: 2, rsv1: true, payload: new Uint8Array(6000) }))
  expect(empty.events()).toMatchObject([{ type: 'error', code: 1009 }])
})

describe('both ways, many messages', () => {
  const texts = ['Hello', 'Hello', '', 'é€😁'.repeat(3000), 'x', '', 'x'.repeat(40_000), 'Hello']
  for (const bits of [8, 9, 12, 15]) {
    for (const forget of [false, true]) {
      test(`window of ${bits} bits, ${forget ? 'forgotten' : 'kept'} after each message`, () => {
        const extension: PerMessageDeflate = {
          name: 'permessage-deflate',
          serverNoContextTakeover: forget,
          clientNoContextTakeover: forget,
          serverMaxWindowBits: bits,
          clientMaxWindowBits: bits,
        }
        for (const size of [1, 100, 1_000_000]) {
          const one = new Connection({
            ...client,
            extensions: [extension],
            randomBytes: () => exampleKey,
          })
          const other = new Connection({
            ...server,
            extensions: [extension],
            randomBytes: () => exampleKey,
          })
          for (const text of texts) {
            one.sendText(text)
            expect(messages(deliver(one, other, size))).toEqual([text])
            other.sendText(text)
            expect(messages(deliver(other, one, size))).toEqual([text])
          }
        }
      })
    }
  }
})

test('without context takeover each message is independent', () => {
  const lengths = (extension: PerMessageDeflate) =>
    ['Hello', 'Hello'].map((_, index, all) => {
      const bytes = sentBy({ role: 'server', extensions: [extension] }, (connection) => {
        for (const each of all.slice(0, index + 1)) connection.sendText(each)
      })
      return new FrameDecoder().push(bytes).at(-1)?.payload.length
    })
  expect(lengths(negotiated)).toEqual([7, 5])
  expect(lengths({ ...negotiated, serverNoContextTakeover: true })).toEqual([7, 7])
})

test('reads what zlib compressed with full flushes and another window', async () => {
  const deflate = createDeflateRaw({ windowBits: 10 })
  const texts = ['one, two, three', 'two, three, four', 'one, two, three, four'.repeat(500)]
  const connection = new Connection({ ...client, randomBytes: () => exampleKey })
  for (const text of texts) {
    deflate.write(text)
    await new Promise<void>((resolve) => deflate.flush(constants.Z_SYNC_FLUSH, resolve))
    const compressed: Buffer = deflate.read()
    connection.receiveData(
      encodeFrame({ opcode: 1, rsv1: true, payload: compressed.subarray(0, -4) }),
    )
  }
  expect(messages(connection.events())).toEqual(texts)
})

function sentBy(
  options: { role: 'client' | 'server'; extensions?: readonly PerMessageDeflate[] },
  send: (connection: Connection) => void,
): Uint8Array {
  const connection = new Connection({
    extensions: [negotiated],
    ...options,
    randomBytes: () => exampleKey,
  })
  send(connection)
  return Buffer.concat(connection.dataToSend())
}

function deliver(from: Connection, to: Connection, size: number): ConnectionEvent[] {
  const bytes = Buffer.concat(from.dataToSend())
  for (let at = 0; at < bytes.length; at += size) to.receiveData(bytes.subarray(at, at + size))
  return to.events()
}

function messages(events: readonly ConnectionEvent[]): (string | Uint8Array)[] {
  return events.flatMap((event) => (event.type === 'message' ? [event.data] : []))
}
