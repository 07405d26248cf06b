import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import {
  Connection,
  encodeFrame,
  type ConnectionOptions,
  type PerMessageDeflate,
  type Role,
} from '../../src/core/protocol/index.ts'
import { exampleKey, octets } from '../../src/core/protocol/testing/dialogue.ts'
import { cutAt, outcomeOf, told, unlawful } from '../../src/core/protocol/testing/outcome.ts'
import { randomNumbers } from './random-numbers.ts'

/** Bytes of streams that a run plays, each stream in several cuts. */
const BYTES = Number(process.env['UPGRADE101_FUZZ_BYTES'] ?? 12_000_000)
const SEED = Number(process.env['UPGRADE101_SEED'] ?? Date.now() % 2 ** 32)

const extensions: readonly (readonly PerMessageDeflate[])[] = [
  [],
  ...[8, 12, 15].map((bits): readonly PerMessageDeflate[] => [
    {
      name: 'permessage-deflate',
      serverNoContextTakeover: bits === 12,
      clientNoContextTakeover: bits === 15,
      serverMaxWindowBits: bits,
      clientMaxWindowBits: bits,
    },
  ]),
]

class Streams {
  readonly #below: (below: number) => number

  constructor(seed: number) {
    this.#below = randomNumbers(seed)
  }

  options(): ConnectionOptions & { role: Role } {
    return {
      role: this.#one(['client', 'server'] as const),
      randomBytes: () => exampleKey,
      extensions: this.#one(extensions),
      maxMessageSize: this.#one([1, 1000, 100_000, Infinity]),
    }
  }

  /** What the peer might send: true frames, broken frames, noise. */
  bytes(options: ConnectionOptions): Uint8Array {
    const kind = this.#below(10)
    if (kind === 0) return this.#noise(this.#below(2000))
    const bytes = kind < 5 ? this.#frames(options) : this.#talk(options)
    if (kind % 2 === 0) return bytes
    for (let i = this.#below(4); i >= 0 && bytes.length > 0; i--) {
      bytes[this.#below(bytes.length)] = this.#below(256)
    }
    return bytes
  }

  places(): number[] {
    return Array.from({ length: this.#below(30) }, () => this.#below(2 ** 31))
  }

  /** What a true peer sends: messages and control frames, compressed where that was negotiated. */
  #talk({ role, extensions: negotiated = [] }: ConnectionOptions): Uint8Array {
    const peer = new Connection({
      role: role === 'client' ? 'server' : 'client',
      extensions: negotiated,
      randomBytes: (length) => this.#noise(length),
    })
    for (let i = this.#below(12); i >= 0; i--) {
      const size = this.#below(30) === 0 ? 70_000 : this.#one([0, 10, 125, 126, 1000])
      switch (this.#below(8)) {
        case 0:
          peer.sendPing(this.#noise(this.#below(126)))
          break
        case 1:
          peer.sendPong(this.#noise(this.#below(126)))
          break
        case 2:
        case 3:
          peer.sendBinary(this.#noise(this.#below(size + 1)))
          break
        default: {
          const text = this.#text(this.#below(size + 1))
          const at = this.#below(text.length + 1)
          peer.sendText(text.slice(0, at), { fin: false })
          if (this.#below(2) === 0) peer.sendPing()
          peer.sendText(text.slice(at))
        }
      }
    }
    if (this.#below(2) === 0) peer.sendClose(1000 + this.#below(4), 'bye')
    return Uint8Array.from(Buffer.concat(peer.dataToSend()))
  }

  #frames({ role }: ConnectionOptions): Uint8Array {
    const frames = Array.from({ length: 1 + this.#below(8) }, () =>
      encodeFrame({
        fin: this.#below(4) > 0,
        rsv1: this.#below(6) === 0,
        rsv2: this.#below(60) === 0,
        opcode: this.#below(8) === 0 ? this.#below(16) : this.#one([0, 0, 1, 1, 2, 9, 10, 8]),
        payload:
          this.#below(2) === 0
            ? this.#noise(this.#below(200))
            : new TextEncoder().encode(this.#text(this.#below(100))),
        ...(role === 'server' && { maskingKey: this.#noise(4) }),
      }),
    )
    return Uint8Array.from(Buffer.concat(frames))
  }

  #text(length: number): string {
    const characters = ['a', 'b', ' ', 'é', '€', '😁', '\ufeff']
    return Array.from({ length }, () => this.#one(characters)).join('')
  }

  #noise(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.#below(256))
  }

  #one<T>(choices: readonly T[]): T {
    // The index is below the length of a list that is never empty.
    return choices[this.#below(choices.length)] as T
  }
}

test('random and mutated streams: the same outcome in any chunks, lawful, no exception', () => {
  console.log(`seed ${SEED}, ${BYTES} bytes (UPGRADE101_SEED, UPGRADE101_FUZZ_BYTES)`)
  let played = 0
  let violations = 0
  for (let round = 0; played < BYTES; round++) {
    const streams = new Streams(SEED + round)
    const options = streams.options()
    const bytes = streams.bytes(options)
    const place = `stream of seed ${SEED + round}`
    try {
      const whole = outcomeOf(options, [bytes.slice()])
      expect(unlawful(whole), place).toBeUndefined()
      const text = told(whole)
      for (let cut = 0; cut < 3; cut++) {
        const outcome = outcomeOf(options, cutAt(bytes, streams.places()))
        if (told(outcome) !== text) expect(told(outcome), place).toBe(text)
      }
      if (whole.events.some(({ type }) => type === 'error')) violations++
    } catch (error) {
      throw new Error(`The ${place} fails`, { cause: error })
    }
    played += bytes.length
  }
  console.log(`${played} bytes played, ${violations} violations`)
})

describe('every way to cut a vector into chunks gives the same outcome', () => {
  const deflate = extensions[3] ?? []
  const key = '37 fa 21 3d'
  const vectors: readonly [name: string, role: Role, bytes: string][] = [
    ['text', 'client', '81 05 "Hello"'],
    ['masked text', 'server', `81 85 ${key} 7f9f4d5158`],
    ['fragments', 'client', '01 03 "Hel" 80 02 "lo"'],
    ['fragments with a ping between', 'client', '01 02 "He" 89 01 00 80 03 "llo"'],
    ['every length of character', 'client', '81 0a "aé€😁"'],
    ['invalid text', 'client', '81 08 "ab" eda080 "c" 00'],
    ['text cut off', 'client', '01 02 e282 80 00 81 00'],
    ['close', 'client', '88 07 03e8 "adieu" 89 00'],
    ['masked close', 'server', `88 85 ${key} 3412434045 89`],
    ['close with a code that is none', 'client', '88 02 03ed 88 02 03e8'],
    ['close with one octet', 'client', '88 01 03 88 02 03e8'],
    ['long lengths', 'client', '82 7e 0003 010203 82 7f 00000000'],
    ['a length of 63 bits', 'client', '82 7f 7fffffffffffffff 01'],
    ['reserved bits', 'client', '81 00 b1 02 0102'],
    ['reserved opcode', 'client', '81 01 "a" 83 01 "a" 89 00'],
    ['no mask', 'server', '81 05 "Hello"'],
    ['compressed', 'client', 'c1 07 f248cdc9c90700 c1 05 f200110000'],
    ['compressed fragments', 'client', '41 03 f248cd 80 04 c9c90700'],
    ['last block', 'client', 'c1 08 f348cdc9c9070000 c1 01 00'],
    ['compressed and invalid', 'client', 'c1 09 000200fdff61ff 0000'],
  ]
  for (const [name, role, text] of vectors) {
    test(name, () => {
      const bytes = octets(text)
      const options = { role, extensions: deflate }
      const whole = told(outcomeOf(options, [bytes]))
      for (let cuts = 0; cuts < 2 ** (bytes.length - 1); cuts++) {
        const places = Array.from({ length: bytes.length }, (_, place) => place).filter(
          (place) => place > 0 && (cuts >> (place - 1)) % 2 === 1,
        )
        const outcome = told(outcomeOf(options, cutAt(bytes, places)))
        if (outcome !== whole) expect(outcome).toBe(whole)
      }
    })
  }
})

describe('memory', () => {
  const FRAGMENTS = 1_000_000
  /** Octets for a fragment, all in all; each has at least the two octets of its header. */
  const MOST_FOR_A_FRAGMENT = 4

  setFlagsFromString('--expose-gc')
  const collectGarbage: unknown = runInNewContext('gc')

  const heldNow = () => {
    if (typeof collectGarbage !== 'function') throw new Error('Node does not expose gc')
    collectGarbage()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }

  test.each([
    ['empty fragments', '00 00', 0x01],
    ['empty fragments of a binary message', '00 00', 0x02],
    ['fragments of one character', '00 01 61', 0x01],
    ['fragments of one octet', '00 01 61', 0x02],
  ])('is flat under a million %s, each in a chunk of its own', (name, fragment, opcode) => {
    const connection = new Connection({
      role: 'client',
      randomBytes: () => exampleKey,
      maxFragments: Infinity,
    })
    connection.receiveData(Uint8Array.of(opcode, 0))
    const frame = octets(fragment)
    const before = heldNow()
    for (let sent = 0; sent < FRAGMENTS; sent += 1) {
      // As a socket reads it: a small view of a large chunk.
      const chunk = new Uint8Array(2_048)
      chunk.set(frame)
      connection.receiveData(chunk.subarray(0, frame.length))
      connection.events()
    }
    const held = heldNow() - before
    console.log(`${name}: ${(held / FRAGMENTS).toFixed(2)} octets a fragment`)
    expect(held / FRAGMENTS).toBeLessThan(MOST_FOR_A_FRAGMENT)
    connection.receiveData(octets('80 00'))
    expect(connection.events().at(-1)?.type).toBe('message')
  })
})
