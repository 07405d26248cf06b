/** A stream of pseudo-random numbers. Never for secrets: the same seed gives the same numbers. */
export interface RandomStream {
  /** An unsigned 32-bit integer. */
  nextUint32(): number
  /** At least 0 and less than 1, with 53 random bits, as `Math.random`. */
  nextDouble(): number
  /** New bytes. */
  bytes(length: number): Uint8Array<ArrayBuffer>
  /** Fills the octets under a view. */
  fill(view: ArrayBufferView): void
}

/**
 * What random numbers are for. Each purpose has its own stream, so that one more call of
 * `Math.random` in the program changes no masking key.
 */
export type RandomPurpose =
  | 'program Math.random'
  | 'program crypto'
  | 'handshake keys'
  | 'masking keys'
  | 'form boundaries'
  | 'link'
  | 'server Math.random'
  | 'server crypto'

/** FNV-1a over the purpose, so that streams of one seed differ. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/** SplitMix32: spreads one number over the state of another generator. */
function splitMix32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
}

/** The stream of one seed (an unsigned 32-bit integer) for one purpose: xoshiro128**. */
export function createRandomStream(seed: number, purpose: RandomPurpose): RandomStream {
  const next = splitMix32((seed ^ hash(purpose)) >>> 0)
  let a = next()
  let b = next()
  let c = next()
  let d = next()

  const nextUint32 = () => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = (d << 11) | (d >>> 21)
    return result
  }

  const fill = (view: ArrayBufferView) => {
    const octets = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    let index = 0
    while (index < octets.length) {
      let word = nextUint32()
      for (let octet = 0; octet < 4 && index < octets.length; octet += 1) {
        octets[index] = word & 0xff
        word >>>= 8
        index += 1
      }
    }
  }

  return {
    nextUint32,
    nextDouble: () => ((nextUint32() >>> 5) * 0x4000000 + (nextUint32() >>> 6)) / 2 ** 53,
    bytes(length) {
      const octets = new Uint8Array(length)
      fill(octets)
      return octets
    },
    fill,
  }
}
