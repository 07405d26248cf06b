import { describe, expect, test } from 'vitest'
import { Connection, type ConnectionOptions } from './index.ts'
import { exampleKey, expected, octets, play, type Line } from './testing/dialogue.ts'

function holds(name: string, options: Partial<ConnectionOptions>, lines: readonly Line[]) {
  test(name, () => {
    expect(play(options, lines).said).toEqual(expected(lines))
  })
}

const client = { role: 'client' } as const
const server = { role: 'server' } as const
const key = '37 fa 21 3d'
const noKey = '00 00 00 00'

/** A Close frame with this reason, as the engine sends it to say what the peer did wrong. */
function closing(code: number, reason: string): string {
  const length = (2 + reason.length).toString(16).padStart(2, '0')
  return `88 ${length} ${code.toString(16).padStart(4, '0')} "${reason}"`
}

/** The server's whole answer to a violation. */
function fails(code: number, reason: string, section: string): Line[] {
  return [`** error ${code} ${reason} (${section})`, `<< ${closing(code, reason)}`, '<< end']
}

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

describe('the closing handshake', () => {
  holds('the peer begins: the server answers with the code and closes the transport', server, [
    `>> 88 85 ${noKey} 03e8 "bye"`,
    '** close 1000 "bye"',
    '<< 88 02 03e8',
    '<< end',
  ])
  holds('the peer begins: the client answers and waits for the end', client, [
    '>> 88 02 03e9',
    '** close 1001 ""',
    `<< 88 82 ${key} 34 13`,
    '>> end',
    '<< end',
  ])
  holds('a Close frame without a code is 1005 and answered without one', server, [
    `>> 88 80 ${noKey}`,
    '** close 1005 ""',
    '<< 88 00',
    '<< end',
  ])
  holds('the server begins, and closes the transport after the answer', server, [
    (connection) => connection.sendClose(1000, 'bye'),
    '<< 88 05 03e8 "bye"',
    `>> 88 82 ${noKey} 03e8`,
    '** close 1000 ""',
    '<< end',
    '>> end',
  ])
  holds('the client begins, and waits for the end after the answer', client, [
    (connection) => connection.sendClose(),
    `<< 88 80 ${key}`,
    '>> 88 00',
    '** close 1005 ""',
    '>> end',
    '<< end',
  ])
  holds('an end without a Close frame is 1006', client, [
    '>> 81',
    '>> end',
    '** close 1006 ""',
    '<< end',
    '>> end',
  ])
  holds('an end after only our Close frame is 1006', server, [
    (connection) => connection.sendClose(),
    '<< 88 00',
    '>> end',
    '** close 1006 ""',
    '<< end',
  ])
  holds('what arrives after the Close frame is ignored', server, [
    `>> 88 80 ${noKey} 89 80 ${noKey} ff`,
    '** close 1005 ""',
    '<< 88 00',
    '<< end',
    `>> 88 80 ${noKey}`,
  ])
  holds('messages and pings are heard until the peer answers our Close frame', server, [
    (connection) => connection.sendClose(),
    '<< 88 00',
    `>> 81 81 ${noKey} "a" 89 80 ${noKey}`,
    '** message "a"',
    '** ping',
    '<< 8a 00',
    (connection) => connection.sendPing(),
    '<< 89 00',
  ])

  test('a message before the Close frame, in one chunk with it, can be answered', () => {
    const { connection } = play(server, [])
    connection.receiveData(octets(`81 81 ${noKey} "a" 88 80 ${noKey}`))
    expect(connection.state).toBe('closing')
    connection.sendText('b')
    expect(connection.dataToSend()).toEqual([octets('81 01 "b"'), octets('88 00'), octets('')])
    expect(() => connection.sendText('c')).toThrow('closing: no message')
    expect(() => connection.sendPing()).toThrow('closing: no frame')
  })

  test('the answer still goes out when the peer has closed its side', () => {
    const { connection } = play(client, [])
    connection.receiveData(octets('88 00'))
    connection.receiveEof()
    expect(connection.state).toBe('closed')
    expect(connection.dataToSend()).toEqual([octets(`88 80 ${key}`), octets('')])
  })

  test('every code that may be on the wire is accepted, every other one fails', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const allowed =
        (code >= 1000 && code <= 1003) ||
        (code >= 1007 && code <= 1014) ||
        (code >= 3000 && code <= 4999)
      const connection = new Connection({ ...client, randomBytes: () => exampleKey })
      connection.receiveData(Uint8Array.of(0x88, 2, code >> 8, code & 0xff))
      const found = connection.events().at(-1)
      const says = found?.type === 'error' ? found.section : found?.type === 'close' && found.code
      if (says !== (allowed ? code : 'RFC 6455 §7.4')) throw new Error(`${code} gives ${says}`)
    }
  })

  test('both Close frames are there to be read', () => {
    const { connection } = play(server, [])
    expect([connection.closeSent, connection.closeReceived]).toEqual([undefined, undefined])
    connection.sendClose(3000, 'a')
    expect(connection.closeSent).toEqual({ code: 3000, reason: 'a' })
    connection.receiveData(octets(`88 80 ${noKey}`))
    expect(connection.closeReceived).toEqual({ code: 1005, reason: '' })
  })

  test('the state goes from open to closing to closed', () => {
    const { connection } = play(server, [])
    expect(connection.state).toBe('open')
    connection.sendClose()
    expect(connection.state).toBe('closing')
    connection.receiveData(octets(`88 80 ${noKey}`))
    expect(connection.state).toBe('closing')
    connection.receiveEof()
    expect(connection.state).toBe('closed')
  })
})

describe('violations fail the connection', () => {
  const cases: readonly [name: string, received: string, ...answer: Parameters<typeof fails>][] = [
    ['reserved opcode', `83 80 ${noKey}`, 1002, 'reserved opcode 0x3', 'RFC 6455 §5.2'],
    ['reserved control opcode', `8b 80 ${noKey}`, 1002, 'reserved opcode 0xb', 'RFC 6455 §5.2'],
    ['RSV1', `c1 80 ${noKey}`, 1002, 'RSV1 set without an extension', 'RFC 6455 §5.2'],
    ['RSV2', `a1 80 ${noKey}`, 1002, 'RSV2 or RSV3 set without an extension', 'RFC 6455 §5.2'],
    ['RSV3', `91 80 ${noKey}`, 1002, 'RSV2 or RSV3 set without an extension', 'RFC 6455 §5.2'],
    ['no mask', '81 00', 1002, 'frame from the client is not masked', 'RFC 6455 §5.1'],
    ['fragmented ping', `09 80 ${noKey}`, 1002, 'fragmented control frame', 'RFC 6455 §5.5'],
    ['long ping', '89 fe 007e', 1002, 'control frame of more than 125 octets', 'RFC 6455 §5.5'],
    [
      'stray continuation',
      `80 80 ${noKey}`,
      1002,
      'continuation frame without a message',
      'RFC 6455 §5.4',
    ],
    [
      'message in a message',
      `01 80 ${noKey} 81 80 ${noKey}`,
      1002,
      'new message inside a fragmented message',
      'RFC 6455 §5.4',
    ],
    [
      '125 in 16 bits',
      '81 fe 007d',
      1002,
      'payload length 125 not in its shortest form',
      'RFC 6455 §5.2',
    ],
    [
      '65535 in 64 bits',
      '81 ff 00 00 00 00 00 00 ff ff',
      1002,
      'payload length 65535 not in its shortest form',
      'RFC 6455 §5.2',
    ],
    [
      'negative length',
      '81 ff 80 00 00 00 00 00 00 00',
      1002,
      'payload length with its highest bit set',
      'RFC 6455 §5.2',
    ],
    [
      'Close with one octet',
      `88 81 ${noKey} 03`,
      1002,
      'Close frame with 1 octet of payload',
      'RFC 6455 §5.5.1',
    ],
    [
      'Close reason not UTF-8',
      `88 83 ${noKey} 03e8 ff`,
      1007,
      'close reason is not valid UTF-8',
      'RFC 6455 §8.1',
    ],
    ['text not UTF-8', `81 81 ${noKey} ff`, 1007, 'text is not valid UTF-8', 'RFC 6455 §8.1'],
    ['text cut off', `81 81 ${noKey} c3`, 1007, 'text is not valid UTF-8', 'RFC 6455 §8.1'],
    [
      'text wrong before its frame ends',
      `81 89 ${noKey} "ab" ff`,
      1007,
      'text is not valid UTF-8',
      'RFC 6455 §8.1',
    ],
    [
      'text wrong in a later fragment',
      `01 81 ${noKey} e2 00 89 ${noKey} 41`,
      1007,
      'text is not valid UTF-8',
      'RFC 6455 §8.1',
    ],
    [
      'fragmented text cut off',
      `01 81 ${noKey} c3 80 80 ${noKey}`,
      1007,
      'text is not valid UTF-8',
      'RFC 6455 §8.1',
    ],
    [
      '2⁵³ octets and more',
      '82 ff 7f ff ff ff ff ff ff ff',
      1009,
      'message of more than 104857600 octets',
      'RFC 6455 §7.4.1',
    ],
  ]
  for (const [name, received, ...answer] of cases) {
    holds(name, server, [`>> ${received}`, ...fails(...answer)])
    holds(
      `${name}, octet by octet`,
      server,
      [...octets(received)]
        .map((octet): Line => `>> ${octet.toString(16).padStart(2, '0')}`)
        .concat(fails(...answer)),
    )
  }

  test('a masked frame from the server', () => {
    const { said, connection } = play(client, ['>> 81 80'])
    expect(said[0]).toBe('** error 1002 masked frame from the server (RFC 6455 §5.1)')
    expect(said.at(-1)).not.toBe('<< end')
    expect(connection.state).toBe('closing')
  })

  holds('what arrives after it is ignored, its end too is 1006', server, [
    `>> 83 80 ${noKey} 89 80 ${noKey}`,
    ...fails(1002, 'reserved opcode 0x3', 'RFC 6455 §5.2'),
    `>> 88 80 ${noKey}`,
    '>> end',
    '** close 1006 ""',
  ])
  holds('after our own Close frame there is no second one', server, [
    (connection) => connection.sendClose(),
    '<< 88 00',
    `>> 83 80 ${noKey}`,
    '** error 1002 reserved opcode 0x3 (RFC 6455 §5.2)',
    '<< end',
  ])
  holds('the messages before it are heard', client, [
    '>> 81 01 "a" 83 00',
    '** message "a"',
    '** error 1002 reserved opcode 0x3 (RFC 6455 §5.2)',
    `<< 88 95 ${key} 34 10 53 58 44 9f 53 4b 52 9e 01 52 47 99 4e 59 52 da 11 45 04`,
  ])

  test('a message is too big as soon as its headers say so', () => {
    const limited = { ...client, maxMessageSize: 4 }
    const tooBig = '** error 1009 message of more than 4 octets (RFC 6455 §7.4.1)'
    expect(play(limited, ['>> 81 04 "abcd"']).said).toEqual(['** message "abcd"'])
    expect(play(limited, ['>> 81 05']).said[0]).toBe(tooBig)
    expect(play(limited, ['>> 02 03 010203 80 02']).said[0]).toBe(tooBig)
    expect(
      play({ ...limited, maxMessageSize: Infinity }, ['>> 81 7f 00ffffffffffffff']).said,
    ).toEqual([])
  })
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
