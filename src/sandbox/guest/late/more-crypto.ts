/** Stands in for what `ws` does not use of `node:crypto`, which is in the part `hashes`. */
import type { moreCrypto as real } from '../../../in-page-network/server/more-crypto.ts'
import type { hashesPart } from './hashes-part.ts'
import { isNeeded, partOf } from './part.ts'

/** A program that imports `node:crypto` names it, and so needs the part. */
export const moreCrypto = (...args: Parameters<typeof real>): Partial<ReturnType<typeof real>> =>
  // What that part's entry provides.
  isNeeded('hashes') ? (partOf('hashes') as typeof hashesPart).moreCrypto(...args) : {}
