/**
 * The CommonJS files of `ws`, and of the packages that replace Node's modules, as functions.
 *
 * Empty in the source: the Vite plugin `scripts/vite/node-packages.ts` fills the tables.
 */

/** The body of a CommonJS file. What a file would find as globals is passed in. */
export type PackageFile = (
  module: { exports: unknown },
  exports: unknown,
  require: (name: string) => unknown,
  process: unknown,
  Buffer: unknown,
  setTimeout: unknown,
  clearTimeout: unknown,
  setImmediate: unknown,
  clearImmediate: unknown,
) => void

/** By path below `node_modules`. */
export const packages: Readonly<Record<string, PackageFile>> = {}

/** The file of each specifier that a package replaces. */
export const entries: Readonly<Record<string, string>> = {}
