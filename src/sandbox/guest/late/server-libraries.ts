/** Stands in for what gives a server its libraries, which is in the part `node`: it names them. */
import type { addServerLibraries as real } from '../../../in-page-network/server/more/libraries.ts'
import type { nodePart } from './node-part.ts'
import { partOf } from './part.ts'

export const addServerLibraries: typeof real = (...args) =>
  // What that part's entry provides.
  (partOf('node') as typeof nodePart).addServerLibraries(...args)
