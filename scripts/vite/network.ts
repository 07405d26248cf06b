/**
 * Builds the in-page network as one ES module, for plain pages that use it without the app:
 * `import { createNetwork } from './network.js'`. See `docs/network.md`.
 */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { buildChunk } from './build-chunk.ts'
import { builtFile, type BuiltFile } from './built-file.ts'

const entry = fileURLToPath(new URL('../../src/in-page-network/index.ts', import.meta.url))

/** Builds the module, in memory. */
async function buildNetwork({ minify = true } = {}): Promise<BuiltFile> {
  const chunk = await buildChunk(entry, {
    minify,
    // Its exports are what the page imports.
    preserveEntrySignatures: 'strict',
    output: { format: 'es', codeSplitting: false },
  })
  return { text: chunk.code, sources: new Set(chunk.moduleIds) }
}

/** The Vite plugin: emits the module into a build, serves it in development. */
export function network(): Plugin {
  return builtFile({
    name: 'upgrade-101:network',
    fileName: 'network.js',
    contentType: 'text/javascript; charset=utf-8',
    build: (minify) => buildNetwork({ minify }),
  })
}
