/** Stands in for Node's modules that few servers import, which are the part `node`. */
import type { addMoreModules as real } from '../../../in-page-network/server/more/more-modules.ts'
import type { nodePart } from './node-part.ts'
import { isNeeded, partOf } from './part.ts'

/** A program that imports one names it, and so needs the part. */
export const addMoreModules: typeof real = (core) => {
  // What that part's entry provides.
  if (isNeeded('node')) (partOf('node') as typeof nodePart).addMoreModules(core)
}
