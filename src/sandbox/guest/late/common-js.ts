/** Stands in for `require`, which is in the part `node`: a program that calls it names it. */
import type { createProgramRequire as real } from '../../../in-page-network/server/more/common-js.ts'
import type { nodePart } from './node-part.ts'
import { partOf } from './part.ts'

export const createProgramRequire: typeof real = (...args) =>
  // What that part's entry provides.
  (partOf('node') as typeof nodePart).createProgramRequire(...args)
