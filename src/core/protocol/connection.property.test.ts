import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Connection,
  encodeFrame,
  type ConnectionOptions,
  type FrameDescription,
  type PerMessageDeflate,
} from './index.ts'
import { exampleKey } from './testing/dialogue.ts'
import { cutAt, outcomeOf, told, unlawful } from './testing/outcome.ts'

const deflate: PerMessageDeflate = {
  name: 'permessage-deflate',
  serverNoContextTakeover: false,
  clientNoContextTakeover: true,
  serverMaxWindowBits: 9,
  clientMaxWindowBits: 15,
}

const options: fc.Arbitrary<Partial<ConnectionOptions>> = fc.record({
  role: fc.constantFrom('client', 'server'),
  extensions: fc.constantFrom([], [deflate]),
  maxMessageSize: fc.constantFrom(200, 100_000),
})

const payload = fc.oneof(
  fc.uint8Array({ maxLength: 140 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => new TextEncoder().encode(text)),
  fc.constantFrom(Uint8Array.of(0x03, 0xe8), Uint8Array.of(0xf2, 0x48, 0xcd, 0xc9, 0xc9, 7, 0)),
)

/** Frames that are often right: mostly data and small, bits mostly as they should be. */
const frame = fc.record({
  fin: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
  rsv1: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
  opcode: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(0, 1, 1, 2, 9, 10) },
    { weight: 1, arbitrary: fc.nat(15) },
  ),
  payload,
})

const mutation = fc.record({ place: fc.nat(), value: fc.nat(255) })

/** A stream of frames as the peer would send it, some octets changed or not. */
const streamOf = (role: unknown) =>
  fc
    .record({
      frames: fc.array(frame, { maxLength: 8 }),
      mutations: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        fc.array(mutation, { maxLength: 3 }),
      ),
    })
    .map(({ frames, mutations }) => {
      const encode = (description: FrameDescription) =>
        encodeFrame({ ...description, ...(role === 'server' && { maskingKey: exampleKey }) })
      const bytes = Uint8Array.from(Buffer.concat(frames.map(encode)))
      for (const { place, value } of mutations) bytes[place % (bytes.length + 1)] = value
      return bytes
    })

const play = options.chain((chosen) =>
  fc.record({
    chosen: fc.constant(chosen),
    bytes: fc.oneof(
      { weight: 6, arbitrary: streamOf(chosen.role) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    ),
    places: fc.array(fc.nat(), { maxLength: 12 }),
  }),
)

describe('whatever the bytes are', () => {
  test('every way to cut them into chunks gives the same events and the same answer', () => {
    fc.assert(
      fc.property(play, ({ chosen, bytes, places }) => {
        const whole = told(outcomeOf(chosen, [bytes]))
        expect(told(outcomeOf(chosen, cutAt(bytes, places)))).toBe(whole)
        expect(
          told(
            outcomeOf(
              chosen,
              Array.from(bytes, (octet) => Uint8Array.of(octet)),
            ),
          ),
        ).toBe(whole)
      }),
      { numRuns: 600 },
    )
  })

  test('nothing throws, and a violation is answered by one Close frame with its code', () => {
    fc.assert(
      fc.property(play, ({ chosen, bytes, places }) => {
        expect(unlawful(outcomeOf(chosen, cutAt(bytes, places)))).toBeUndefined()
      }),
      { numRuns: 600 },
    )
  })
})

test('messages arrive as they were sent, in any fragments and chunks, with and without compression', () => {
  const fragments = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.uint8Array({ maxLength: 200 })),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(
      fc.constantFrom('client' as const, 'server' as const),
      fc.constantFrom([], [deflate]),
      fc.array(fragments, { maxLength: 6 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      (role, extensions, messages, places) => {
        const sender = new Connection({ role, extensions, randomBytes: () => exampleKey })
        const sent: (string | Uint8Array)[] = []
        for (const pieces of messages) {
          const text = typeof pieces[0] === 'string'
          const same = pieces.filter((piece) => (typeof piece === 'string') === text)
          same.forEach((piece, index) => {
            const fin = index === same.length - 1
            if (typeof piece === 'string') sender.sendText(piece, { fin })
            else sender.sendBinary(piece, { fin })
          })
          sent.push(text ? same.join('') : new Uint8Array(Buffer.concat(same.map(bytesOf))))
        }
        const bytes = Uint8Array.from(Buffer.concat(sender.dataToSend()))
        const peer = role === 'client' ? 'server' : 'client'
        const { events } = outcomeOf({ role: peer, extensions }, cutAt(bytes, places))
        const arrived = events.flatMap((event) => (event.type === 'message' ? [event.data] : []))
        expect(arrived).toEqual(sent)
      },
    ),
    { numRuns: 300 },
  )
})

function bytesOf(piece: string | Uint8Array): Uint8Array {
  return typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
}
