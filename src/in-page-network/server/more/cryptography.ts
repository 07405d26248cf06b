import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { scrypt } from '@noble/hashes/scrypt.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { isFunction, type AnyFunction, type NodeCore } from './node-core.ts'

const HASHES = { md5, sha1, sha256, sha384, sha512 }

/** What needs keys of other kinds, or a cipher. */
const REFUSED = [
  ...['createCipheriv', 'createDecipheriv', 'createSign', 'createVerify', 'sign', 'verify'],
  ...['createDiffieHellman', 'createECDH', 'generateKeyPair', 'generateKeyPairSync'],
  ...['createPrivateKey', 'createPublicKey', 'publicEncrypt', 'privateDecrypt'],
]

type Octets = string | Uint8Array

/** Keys from passwords, and what else of `node:crypto` few servers use. */
export function addCryptography({ builtIn, Buffer, world, timers }: NodeCore): void {
  const crypto = builtIn['crypto'] as Record<string, AnyFunction>
  const octets = (data: Octets) => (typeof data === 'string' ? Buffer.from(data, 'utf8') : data)
  const hashOf = (name: string) => {
    const key = name.toLowerCase().replace('-', '')
    const found = Object.entries(HASHES).find(([known]) => known === key)
    if (found === undefined) throw new TypeError(`Invalid digest: ${name}`)
    return found[1]
  }
  /** The same, told by a callback in a task of its own. */
  const withCallback =
    (method: AnyFunction) =>
    (...args: unknown[]) => {
      const callback = args.pop()
      if (!isFunction(callback))
        throw new TypeError('The "callback" argument must be of type function.')
      const value = method(...args)
      timers.setImmediate(() => callback(null, value))
    }

  const scryptSync = (
    password: Octets,
    salt: Octets,
    length: number,
    options: ScryptOptions = {},
  ) =>
    Buffer.from(
      scrypt(octets(password), octets(salt), {
        N: options.N ?? options.cost ?? 16_384,
        r: options.r ?? options.blockSize ?? 8,
        p: options.p ?? options.parallelization ?? 1,
        dkLen: length,
      }),
    )
  const pbkdf2Sync = (
    password: Octets,
    salt: Octets,
    iterations: number,
    length: number,
    digest: string,
  ) =>
    Buffer.from(
      pbkdf2(hashOf(digest), octets(password), octets(salt), { c: iterations, dkLen: length }),
    )
  const hkdfSync = (digest: string, key: Octets, salt: Octets, info: Octets, length: number) =>
    hkdf(hashOf(digest), octets(key), octets(salt), octets(info), length).slice().buffer
  const { randomInt, randomFillSync } = crypto

  Object.assign(crypto, {
    scryptSync,
    scrypt: withCallback(scryptSync as AnyFunction),
    pbkdf2Sync,
    pbkdf2: withCallback(pbkdf2Sync as AnyFunction),
    hkdfSync,
    hkdf: withCallback(hkdfSync as AnyFunction),
    randomInt(...args: unknown[]) {
      if (!isFunction(args.at(-1))) return randomInt?.(...args)
      return withCallback(randomInt ?? (() => 0))(...args)
    },
    randomFill: withCallback(randomFillSync ?? (() => undefined)),
    hash: (name: string, data: Octets, encoding = 'hex') => {
      const digest = crypto['createHash']?.(name) as {
        update(data: Octets): { digest(encoding: string): unknown }
      }
      return digest.update(data).digest(encoding)
    },
    webcrypto: globalThis.crypto,
    subtle: globalThis.crypto.subtle,
    getRandomValues: (view: ArrayBufferView) => {
      world.random.fill(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))
      return view
    },
    constants: {},
    ...Object.fromEntries(
      REFUSED.map((name) => [
        name,
        () => {
          throw new Error(
            `crypto.${name} is not available in the page, which has hashes, HMAC and random octets; crypto.subtle has the rest.`,
          )
        },
      ]),
    ),
  })
}

interface ScryptOptions {
  readonly N?: number
  readonly cost?: number
  readonly r?: number
  readonly blockSize?: number
  readonly p?: number
  readonly parallelization?: number
}
