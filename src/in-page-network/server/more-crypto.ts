import type { RandomStream } from '../random.ts'
import { HASH_NAMES } from './hashes.ts'

interface CryptoWorld {
  readonly random: RandomStream
  readonly hmac: (name: string, key: string | Uint8Array) => object
}

/** What of `node:crypto` programs use, and `ws` does not. */
export const moreCrypto = ({ random, hmac }: CryptoWorld) => ({
  createHmac: hmac,
  getHashes: () => [...HASH_NAMES],
  randomInt(low: number, high?: number) {
    const [first, end] = high === undefined ? [0, low] : [low, high]
    return first + Math.floor(random.nextDouble() * (end - first))
  },
  timingSafeEqual(a: Uint8Array, b: Uint8Array) {
    if (a.length !== b.length) {
      throw new RangeError('Input buffers must have the same byte length')
    }
    return a.every((octet, index) => octet === b[index])
  },
})
