/** Stands in for `src/in-page-network/server/inspect.ts`, which is in the part `inspect`. */
import type { inspectPart } from './inspect-part.ts'
import { partOf } from './part.ts'

// What that part's entry provides.
const real = () => partOf('inspect') as typeof inspectPart

type Real = typeof inspectPart

/** A class of a package names `inspect.custom` long before anything is inspected. */
export const inspect = Object.assign(
  (...args: Parameters<Real['inspect']>) => real().inspect(...args),
  { custom: Symbol.for('nodejs.util.inspect.custom') },
)
export const format = (...args: unknown[]) => real().format(...args)
export const formatWithOptions: Real['formatWithOptions'] = (...args) =>
  real().formatWithOptions(...args)
