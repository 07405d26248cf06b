/** Builds each library that programs may name as one script, and puts them beside the app. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { LIBRARY_NAMES, libraryFile, type LibraryName } from '../../src/core/libraries/libraries.ts'
import { buildChunk } from './build-chunk.ts'
import { builtFile } from './built-file.ts'

const entryOf = (name: string) =>
  fileURLToPath(new URL(`../../libraries/${name}.ts`, import.meta.url))

/**
 * Built as on a developer's machine. React's StrictMode mounts each component twice there and nowhere
 * else, and a lesson is about that.
 */
const AS_IN_DEVELOPMENT: ReadonlySet<LibraryName> = new Set(['react'])

const development: Plugin = {
  name: 'upgrade-101:as-in-development',
  config: () => ({ define: { 'process.env.NODE_ENV': '"development"' } }),
}

/** The Vite plugins: they emit the libraries into a build, and serve them in development. */
export function libraries(): Plugin[] {
  return LIBRARY_NAMES.map((name) =>
    builtFile({
      name: `upgrade-101:library-${name}`,
      fileName: libraryFile(name),
      contentType: 'text/javascript; charset=utf-8',
      async build(minify) {
        const { code, moduleIds } = await buildChunk(entryOf(name), {
          minify,
          plugins: AS_IN_DEVELOPMENT.has(name) ? [development] : [],
          output: { format: 'iife' },
        })
        return { text: code, sources: new Set(moduleIds) }
      },
    }),
  )
}
