import { describe, expect, test } from 'vitest'
import { octets, play, type Line } from './testing/dialogue.ts'
import { client, closing, holds, key, noKey, server } from './testing/holds.ts'

/** The server's whole answer to a violation. */
function fails(code: number, reason: string, section: string): Line[] {
  return [`** error ${code} ${reason} (${section})`, `<< ${closing(code, reason)}`, '<< end']
}

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

  test('a message has too many fragments as soon as the next one begins', () => {
    const limited = { ...client, maxFragments: 2 }
    const tooMany = '** error 1008 message of more than 2 fragments (RFC 6455 §7.4.1)'
    expect(play(limited, ['>> 01 01 "a" 80 01 "b"']).said).toEqual(['** message "ab"'])
    expect(play(limited, ['>> 01 00 00 00 89 00 00 00']).said).toContain(tooMany)
    expect(play(limited, ['>> 01 00 80 00 01 00 80 00']).said).toEqual([
      '** message ""',
      '** message ""',
    ])
  })
})
