/** Stands in for the names of classes, which are in the part `inspect`: what shows them names it. */
import type { nameClasses as real } from '../../../in-page-network/server/name-classes.ts'
import type { inspectPart } from './inspect-part.ts'
import { isNeeded, partOf } from './part.ts'

export const nameClasses: typeof real = (...args) => {
  // What that part's entry provides.
  if (isNeeded('inspect')) (partOf('inspect') as typeof inspectPart).nameClasses(...args)
}
