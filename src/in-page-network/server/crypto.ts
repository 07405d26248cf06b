import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { RandomStream } from '../random.ts'
import type { Buffer, BufferClass } from './stream-types.ts'
import { uuidFrom } from '../client/uuid.ts'

const hashes = { md5, sha1, sha256, sha384, sha512 }
type HashName = keyof typeof hashes

const isHashName = (name: string): name is HashName => Object.hasOwn(hashes, name)

/** The running state of a hash or an HMAC. */
interface Digester {
  update(data: Uint8Array): unknown
  digest(): Uint8Array
}

/** `node:crypto` for server programs: hashes, HMAC, and randomness of the run's seed. */
export function createCrypto(BufferClass: BufferClass, random: RandomStream) {
  const toBuffer = (data: string | Uint8Array, encoding?: string): Buffer =>
    typeof data === 'string' ? BufferClass.from(data, encoding) : data

  class Digest {
    readonly #digester: Digester
    #finished = false

    constructor(digester: Digester) {
      this.#digester = digester
    }

    update(data: string | Uint8Array, encoding?: string): this {
      if (this.#finished) throw new Error('Digest already called')
      this.#digester.update(toBuffer(data, encoding))
      return this
    }

    digest(encoding?: string): Buffer | string {
      if (this.#finished) throw new Error('Digest already called')
      this.#finished = true
      const octets = BufferClass.from(this.#digester.digest())
      return encoding === undefined || encoding === 'buffer' ? octets : encode(octets, encoding)
    }
  }

  const hashNamed = (name: string) => {
    const known = name.toLowerCase().replace('-', '')
    if (!isHashName(known)) throw new Error(`Digest method not supported: ${name}`)
    return hashes[known]
  }

  const randomFillSync = (
    view: ArrayBufferView,
    offset = 0,
    size = view.byteLength - offset,
  ): ArrayBufferView => {
    random.fill(new Uint8Array(view.buffer, view.byteOffset + offset, size))
    return view
  }

  const randomBytes = (size: number, callback?: (error: null, octets: Buffer) => void) => {
    const octets = BufferClass.from(random.bytes(size))
    if (callback === undefined) return octets
    queueMicrotask(() => callback(null, octets))
    return undefined
  }

  return {
    createHash: (name: string) => new Digest(hashNamed(name).create()),
    createHmac: (name: string, key: string | Uint8Array) =>
      new Digest(hmac.create(hashNamed(name), toBuffer(key))),
    getHashes: () => Object.keys(hashes),
    randomBytes,
    randomFillSync,
    randomInt(low: number, high?: number) {
      const [first, end] = high === undefined ? [0, low] : [low, high]
      return first + Math.floor(random.nextDouble() * (end - first))
    },
    randomUUID: () => uuidFrom(random.bytes(16)),
    timingSafeEqual(a: Uint8Array, b: Uint8Array) {
      if (a.length !== b.length) {
        throw new RangeError('Input buffers must have the same byte length')
      }
      return a.every((octet, index) => octet === b[index])
    },
  }
}

/** A Buffer's `toString` takes the encoding, which the type of its octets does not say. */
function encode(octets: Buffer, encoding: string): string {
  const text: string = Reflect.apply(octets.toString, octets, [
    encoding === 'base64url' ? 'base64' : encoding,
  ])
  return encoding === 'base64url'
    ? text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    : text
}
