/** The hashes of `node:crypto`. */
import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'

const hashes = { md5, sha1, sha256, sha384, sha512 }
export type HashName = keyof typeof hashes

export const HASH_NAMES = [
  'md5',
  'sha1',
  'sha256',
  'sha384',
  'sha512',
] as const satisfies HashName[]

/** The running state of a hash or an HMAC. */
export interface Digester {
  update(data: Uint8Array): unknown
  digest(): Uint8Array
}

export const hashDigester = (name: HashName): Digester => hashes[name].create()

export const hmacDigester = (name: HashName, key: Uint8Array): Digester =>
  hmac.create(hashes[name], key)
