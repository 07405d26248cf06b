/** Stands in for `src/in-page-network/server/zlib.ts`, which is in the part `deflate`. */
import type { createZlib as real } from '../../../in-page-network/server/zlib.ts'
import type { deflatePart } from './deflate-part.ts'
import { isNeeded, partOf } from './part.ts'

/** A program that imports `node:zlib` names it, and so needs the part. */
export const createZlib = (...args: Parameters<typeof real>): Partial<ReturnType<typeof real>> =>
  // What that part's entry provides.
  isNeeded('deflate') ? (partOf('deflate') as typeof deflatePart).createZlib(...args) : {}
