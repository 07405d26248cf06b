/**
 * Stands in for `src/in-page-network/server/hashes.ts`, which is the part `hashes`. Only SHA-1 is
 * here, which every opening handshake needs.
 */
import { sha1 } from '@noble/hashes/legacy.js'
import type { Digester, HashName } from '../../../in-page-network/server/hashes.ts'
import type { hashesPart } from './hashes-part.ts'
import { partOf } from './part.ts'

export type { Digester }
export const HASH_NAMES = [
  'md5',
  'sha1',
  'sha256',
  'sha384',
  'sha512',
] as const satisfies HashName[]

// What that part's entry provides.
const real = () => partOf('hashes') as typeof hashesPart

export const hashDigester = (name: HashName): Digester =>
  name === 'sha1' ? sha1.create() : real().hashDigester(name)

export const hmacDigester = (name: HashName, key: Uint8Array): Digester =>
  real().hmacDigester(name, key)
