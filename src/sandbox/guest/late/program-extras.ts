/** Stands in for what only some programs find in their scope, which is in the part `node`. */
import type {
  noModule as why,
  programExtras as real,
} from '../../../in-page-network/server/more/program-extras.ts'
import type { nodePart } from './node-part.ts'
import { isNeeded, partOf } from './part.ts'

// What that part's entry provides.
const part = () => partOf('node') as typeof nodePart

export const programExtras = (
  ...args: Parameters<typeof real>
): Partial<ReturnType<typeof real>> => (isNeeded('node') ? part().programExtras(...args) : {})

/** A program that imports what is not here needs the part. */
export const noModule: typeof why = (...args) => part().noModule(...args)
