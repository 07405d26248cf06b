import { describe, expect, it } from 'vitest'
import { createRandomStream } from './random.ts'

const draw = (seed: number, purpose: Parameters<typeof createRandomStream>[1] = 'link') => {
  const stream = createRandomStream(seed, purpose)
  return Array.from({ length: 8 }, () => stream.nextUint32())
}

describe('a random stream', () => {
  it('repeats for the same seed and purpose only', () => {
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    expect(draw(1, 'link')).not.toEqual(draw(1, 'masking keys'))
  })

  it('spreads doubles evenly over 0 to 1', () => {
    const stream = createRandomStream(0, 'program Math.random')
    const tenths = new Array<number>(10).fill(0)
    for (let index = 0; index < 100_000; index += 1) {
      const tenth = Math.floor(stream.nextDouble() * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })

  it('fills exactly the octets of a view', () => {
    const octets = new Uint8Array(9)
    createRandomStream(3, 'program crypto').fill(new DataView(octets.buffer, 2, 5))
    expect([octets[0], octets[1], octets[7], octets[8]]).toEqual([0, 0, 0, 0])
    expect(octets.subarray(2, 7).some((octet) => octet !== 0)).toBe(true)
  })
})
