/** Messages, and wrong use. Closing and violations are in the two tests beside this one. */
import { describe, expect, test } from 'vitest'
import { Connection } from './index.ts'
import { exampleKey, octets, play } from './testing/dialogue.ts'
import { client, holds, key, noKey, server } from './testing/holds.ts'

/** `toEqual` takes seconds for a million octets. */
function isSame(data: string | Uint8Array, octets: Uint8Array): boolean {
  return typeof data !== 'string' && Buffer.compare(data, octets) === 0
}

describe('the examples of RFC 6455 §5.7', () => {
  holds('a single-frame unmasked text message', client, ['>> 81 05 "Hello"', '** message "Hello"'])
  holds('a single-frame masked text message', server, [
    `>> 81 85 ${key} 7f 9f 4d 51 58`,
    '** message "Hello"',
  ])
  holds('a single-frame masked text message, sent', client, [
    (connection) => connection.sendText('Hello'),
    `<< 81 85 ${key} 7f 9f 4d 51 58`,
  ])
  holds('a fragmented unmasked text message', client, [
    '>> 01 03 "Hel"',
    '>> 80 02 "lo"',
    '** message "Hello"',
  ])
  holds('an unmasked ping and its masked pong', client, [
    '>> 89 05 "Hello"',
    '** ping 48 65 6c 6c 6f',
    `<< 8a 85 ${key} 7f 9f 4d 51 58`,
  ])
  test('256 and 65536 octets of binary message', () => {
    const start = ['>> 82 7e 0100', '>> 82 7f 00 00 00 00 00 01 00 00']
    for (const [index, length] of [256, 65536].entries()) {
      const { connection } = play(client, [start[index] ?? ''])
      connection.receiveData(new Uint8Array(length).fill(7))
      const message = connection.events().at(-1)
      expect(message?.type === 'message' && message.data).toHaveLength(length)
    }
  })
})

describe('messages', () => {
  holds('an empty text and an empty binary message', client, [
    '>> 81 00 82 00',
    '** message ""',
    '** message ',
  ])
  holds('a fragmented binary message, with fragments that are empty', client, [
    '>> 02 00 00 02 0102 00 00 80 01 03',
    '** message 01 02 03',
  ])
  holds('a fragmented message whose only octets are in one frame', client, [
    '>> 02 00 80 02 0102',
    '** message 01 02',
  ])
  holds('a binary message, cut by chunks', client, [
    '>> 82 03 01',
    '>> ff',
    '>> 03',
    '** message 01 ff 03',
  ])
  holds('a ping, cut by chunks', client, ['>> 8a 02 01', '>> 02', '** pong 01 02'])
  holds('control frames inside a fragmented message', client, [
    '>> 01 03 "Hel"',
    '>> 89 01 21',
    '** ping 21',
    `<< 8a 81 ${key} 16`,
    '>> 8a 00',
    '** pong',
    '>> 80 02 "lo"',
    '** message "Hello"',
  ])
  holds('a character that fragments and chunks cut anywhere', client, [
    '>> 01 04 "a" f0',
    '>> 9f98 00 04 81',
    '>> "b" e2 82',
    '>> 80 01',
    '>> ac',
    '** message "a😁b€"',
  ])
  holds('a byte order mark is part of the text', client, [
    '>> 81 04 efbbbf "a"',
    '** message "\ufeffa"',
  ])
  holds('messages sent in fragments', server, [
    (connection) => connection.sendText('Hel', { fin: false }),
    '<< 01 03 "Hel"',
    (connection) => connection.sendPing(),
    '<< 89 00',
    (connection) => connection.sendText('lo'),
    '<< 80 02 "lo"',
    (connection) => connection.sendBinary(Uint8Array.of(1), { fin: false }),
    '<< 02 01 01',
    (connection) => connection.sendBinary(Uint8Array.of(), { fin: true }),
    '<< 80 00',
  ])
  holds('a text that is not ASCII, a lone surrogate', server, [
    (connection) => connection.sendText('é\ud800'),
    '<< 81 05 c3a9 efbfbd',
  ])
  holds('a text that is not ASCII, masked', client, [
    (connection) => connection.sendText('é'),
    `<< 81 82 ${key} f4 53`,
  ])
  holds('binary, masked', client, [
    (connection) => connection.sendBinary(Uint8Array.of(0, 0, 0, 0, 0)),
    `<< 82 85 ${key} 37 fa 21 3d 37`,
  ])
  holds('a pong that nobody asked for', client, [
    (connection) => connection.sendPong(Uint8Array.of(0)),
    `<< 8a 81 ${key} 37`,
  ])

  for (const role of ['client', 'server'] as const) {
    test(`lengths around every limit arrive as they were sent by the ${role}`, () => {
      const lengths = [0, 63, 64, 96, 97, 125, 126, 127, 65535, 65536, 1_100_000]
      for (const length of lengths) {
        const sender = new Connection({ role, randomBytes: () => exampleKey })
        const receiver = new Connection({
          role: role === 'client' ? 'server' : 'client',
          randomBytes: () => exampleKey,
        })
        const text = 'abcdé'.repeat(length).slice(0, length)
        const bytes = Uint8Array.from({ length }, (_, index) => index * 7)
        sender.sendText(text)
        sender.sendBinary(bytes)
        for (const chunk of sender.dataToSend()) receiver.receiveData(chunk)
        const [, first, , second] = receiver.events()
        expect(first?.type === 'message' && first.data === text).toBe(true)
        expect(second?.type === 'message' && isSame(second.data, bytes)).toBe(true)
      }
    })
  }
})

test('a long payload is put where the host wants it, a short one is not', () => {
  const asked: number[] = []
  const { connection } = play(
    {
      ...client,
      allocate: (length) => {
        asked.push(length)
        return new Uint8Array(length).fill(9)
      },
    },
    ['>> 82 7e 1000'],
  )
  connection.receiveData(new Uint8Array(4095))
  connection.receiveData(octets('00 82 02 00'))
  connection.receiveData(octets('00'))
  const [, long, , short] = connection.events()
  expect(long?.type === 'message' && isSame(long.data, new Uint8Array(4096))).toBe(true)
  expect(short).toEqual({ type: 'message', data: new Uint8Array(2) })
  expect(asked).toEqual([4096])
})

describe('wrong local use throws', () => {
  const open = () => new Connection({ ...server, randomBytes: () => exampleKey })

  test('messages after our Close frame', () => {
    const connection = open()
    connection.sendClose()
    expect(() => connection.sendText('')).toThrow(
      'The connection is closing: no message can be sent',
    )
    expect(() => connection.sendBinary(octets(''))).toThrow('no message can be sent')
    expect(() => connection.sendClose()).toThrow('The closing handshake was started before')
  })
  test('anything after the end of the transport, but for closing what is closed', () => {
    const connection = open()
    connection.receiveEof()
    expect(() => connection.sendText('')).toThrow('The connection is closed')
    expect(() => connection.sendPong()).toThrow('The connection is closed')
    connection.sendClose()
    connection.receiveData(octets('ff'))
    expect(connection.dataToSend()).toEqual([octets('')])
  })
  test('a Close frame when the peer was first is its answer', () => {
    const connection = open()
    connection.receiveData(octets(`88 82 ${noKey} 03e9`))
    connection.sendClose(3000)
    expect(connection.dataToSend()).toEqual([octets('88 02 03e9'), octets('')])
  })
  test('close codes and reasons that cannot be sent', () => {
    for (const code of [0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 1000.5, NaN]) {
      expect(() => open().sendClose(code)).toThrow(RangeError)
    }
    expect(() => open().sendClose(1000, 'é'.repeat(62))).toThrow('at most 123 octets, not 124')
    expect(() => open().sendClose(undefined, 'bye')).toThrow(RangeError)
    open().sendClose(1000, 'é'.repeat(61))
  })
  test('control frames of more than 125 octets', () => {
    open().sendPing(new Uint8Array(125))
    expect(() => open().sendPing(new Uint8Array(126))).toThrow('at most 125 octets, not 126')
    expect(() => open().sendPong(new Uint8Array(126))).toThrow(RangeError)
  })
  test('a message of one type inside one of the other', () => {
    const connection = open()
    connection.sendText('a', { fin: false })
    expect(() => connection.sendBinary(octets(''))).toThrow('not finished yet')
  })
  test('a maximum size that is none', () => {
    for (const maxMessageSize of [0, -1, 1.5, NaN]) {
      expect(
        () => new Connection({ ...server, randomBytes: () => exampleKey, maxMessageSize }),
      ).toThrow('maxMessageSize is a positive integer or Infinity')
      expect(
        () =>
          new Connection({
            ...server,
            randomBytes: () => exampleKey,
            maxFragments: maxMessageSize,
          }),
      ).toThrow('maxFragments is a positive integer or Infinity')
    }
  })
  test('a source of randomness that gives too little', () => {
    const connection = new Connection({ role: 'client', randomBytes: () => Uint8Array.of(1) })
    expect(() => connection.sendText('')).toThrow('A masking key has 4 octets, not 1')
    expect(() => connection.sendBinary(new Uint8Array(20_000))).toThrow(RangeError)
    // Not the peer's fault, though its ping asks for a masking key.
    expect(() => connection.receiveData(octets('89 00'))).toThrow(RangeError)
  })
})
