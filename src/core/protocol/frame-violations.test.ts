import { describe, expect, it } from 'vitest'
import { decodeClosePayload } from './close-payload.ts'
import { checkLength, checkStart } from './frame-rules.ts'
import { frameViolations } from './frame-violations.ts'
import { Frame } from './frame.ts'
import { ProtocolViolation } from './protocol-violation.ts'

/** The section that a receiver names, if it fails the connection. */
function sectionOf(judge: () => unknown): string | undefined {
  try {
    judge()
    return undefined
  } catch (error) {
    if (error instanceof ProtocolViolation) return error.section
    throw error
  }
}

const key = [1, 2, 3, 4]

describe('frameViolations', () => {
  it('agrees with the receiver about every first two octets', () => {
    for (let first = 0; first < 256; first += 1)
      for (const second of [0, 5, 125, 126, 127, 128, 133, 254, 255])
        for (const sender of ['client', 'server'] as const)
          for (const deflate of [true, false])
            for (const insideMessage of [true, false]) {
              const length = second & 0x7f
              const extended =
                length === 126 ? [0, 200] : length === 127 ? [0, 0, 0, 0, 0, 1, 0, 0] : []
              const mask = second < 128 ? [] : key
              const octets = length === 126 ? 200 : length === 127 ? 65_536 : length
              // The payload of a Close frame is judged below.
              const isClose = (first & 0x0f) === 8
              const frame = new Frame(
                Uint8Array.of(first, second, ...extended, ...mask),
                new Uint8Array(isClose ? 0 : octets),
              )
              const found = frameViolations(frame, { sender, deflate, insideMessage })
              const expected = sectionOf(() =>
                checkStart(first, second, sender === 'client', deflate, insideMessage),
              )
              const bySection = isClose
                ? found.filter(({ rule }) => rule !== 'lengthNotShortest')
                : found
              expect(bySection[0]?.section, `${String(first)} ${String(second)}`).toBe(expected)
            }
  })

  it('names every rule that one frame breaks, each with its field', () => {
    const frame = new Frame(Uint8Array.of(0x5b, 0xfe, 0, 3, ...key), new Uint8Array(3))
    const found = frameViolations(frame, { sender: 'server', deflate: false })
    expect(found.map(({ rule, field }) => [rule, field])).toEqual([
      ['rsv', 'RSV3'],
      ['rsv1', 'RSV1'],
      ['reservedOpcode', 'Opcode'],
      ['maskedByServer', 'Mask'],
      ['fragmentedControl', 'FIN'],
      ['longControl', 'Payload length'],
      ['lengthNotShortest', 'Extended payload length'],
    ])
  })

  it('agrees with the receiver about lengths', () => {
    const medium = new Frame(Uint8Array.of(0x82, 126, 0, 125), new Uint8Array(125))
    expect(frameViolations(medium, { sender: 'server' })[0]?.section).toBe(
      sectionOf(() => checkLength(125, 2, 0)),
    )
    const large = new Frame(Uint8Array.of(0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 0), new Uint8Array())
    const rules = frameViolations(large, { sender: 'server' }).map(({ rule }) => rule)
    expect(rules).toContain('lengthTooLarge')
  })

  it('agrees with the receiver about the payload of a Close frame', () => {
    for (const payload of [
      [],
      [3],
      [3, 0xe8],
      [3, 0xed],
      [0, 0],
      [3, 0xe8, 0x68],
      [3, 0xe8, 0xc3],
    ]) {
      const octets = Uint8Array.from(payload)
      const frame = new Frame(Uint8Array.of(0x88, octets.length), octets)
      const found = frameViolations(frame, { sender: 'server' })
      expect(found[0]?.section).toBe(sectionOf(() => decodeClosePayload(octets)))
    }
  })

  it('holds nothing against a frame that it does not know', () => {
    const frame = new Frame(Uint8Array.of(0xc1, 0), new Uint8Array())
    expect(frameViolations(frame, { sender: 'server' })).toEqual([])
  })

  it('judges no length in a header of which not all octets are there', () => {
    const of = (...header: number[]) =>
      frameViolations(new Frame(Uint8Array.of(...header), new Uint8Array(70_000)), {
        sender: 'server',
        deflate: false,
        insideMessage: false,
      })
    expect(of()).toEqual([expect.objectContaining({ rule: 'nothingToContinue' })])
    expect(of(0x82, 127)).toEqual([])
  })
})
