import type { RandomStream } from '../random.ts'
import type { Buffer, BufferClass } from './stream-types.ts'
import { uuidFrom } from '../client/uuid.ts'
import { HASH_NAMES, hashDigester, hmacDigester, type Digester } from './hashes.ts'
import { moreCrypto } from './more-crypto.ts'

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
    const found = HASH_NAMES.find((one) => one === known)
    if (found === undefined) throw new Error(`Digest method not supported: ${name}`)
    return found
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
    createHash: (name: string) => new Digest(hashDigester(hashNamed(name))),
    randomBytes,
    randomFillSync,
    randomUUID: () => uuidFrom(random.bytes(16)),
    ...moreCrypto({
      random,
      hmac: (name, key) => new Digest(hmacDigester(hashNamed(name), toBuffer(key))),
    }),
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
