/**
 * Stands in for files of packages that are in a part. Other files ask for them when they begin,
 * though few programs call what is in them.
 */
import type { PackageFile } from '../../../in-page-network/server/packages.ts'
import type { Part } from '../../parts.ts'
import { isNeeded, partOf } from './part.ts'
import type { streamsPart } from './streams-part.ts'

type AnyFunction = (...args: unknown[]) => unknown

/** The functions that a file exports, or the one that it is. */
type Exports = AnyFunction & Readonly<Record<string, AnyFunction>>

/** What a file exports as long as nobody calls it. */
const PLACEHOLDERS: Readonly<Record<string, (real: () => Exports) => unknown>> = {
  'readable-stream/lib/internal/streams/compose.js': itself,
  'readable-stream/lib/internal/streams/from.js': itself,
  'readable-stream/lib/internal/streams/operators.js': () => ({
    streamReturningOperators: {},
    promiseReturningOperators: {},
  }),
  'readable-stream/lib/internal/streams/pipeline.js': (real) => ({
    pipeline: (...args: unknown[]) => real()['pipeline']?.(...args),
  }),
  'readable-stream/lib/stream/promises.js': (real) => ({
    finished: (...args: unknown[]) => real()['finished']?.(...args),
    pipeline: (...args: unknown[]) => real()['pipeline']?.(...args),
  }),
  'ws/lib/permessage-deflate.js': (real) =>
    // `new` gives the object that this returns.
    Object.assign((...args: unknown[]) => Reflect.construct(real(), args) as object, {
      extensionName: 'permessage-deflate',
    }),
  'ws/lib/stream.js': itself,
}

function itself(real: () => Exports): AnyFunction {
  return (...args) => real()(...args)
}

/** Evaluates the file, at once if the program needs its part. */
export function latePackage(part: Part, name: string, args: Parameters<PackageFile>): void {
  const [module] = args
  const real = () => {
    // The part's entry provides it, and the build has put the file there.
    const { packages } = partOf(part) as Pick<typeof streamsPart, 'packages'>
    packages[name]?.(...args)
    // As `Exports` says.
    return module.exports as Exports
  }
  const placeholder = isNeeded(part) ? undefined : PLACEHOLDERS[name]
  if (placeholder === undefined) real()
  else module.exports = placeholder(real)
}
