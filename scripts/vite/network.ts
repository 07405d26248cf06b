/**
 * Builds the in-page network as one ES module, for plain pages that use it without the app:
 * `import { createNetwork } from './network.js'`. See `docs/network.md`.
 */
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { builtFile, type BuiltFile } from './built-file.ts'
import { nodePackages } from './node-packages.ts'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const entry = fileURLToPath(new URL('../../src/in-page-network/index.ts', import.meta.url))

/** Builds the module, in memory. */
export async function buildNetwork({ minify = true } = {}): Promise<BuiltFile> {
  const result = await build({
    root: projectRoot,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [nodePackages()],
    build: {
      write: false,
      minify,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        // Its exports are what the page imports.
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
        checks: { pluginTimings: false, bundlerTimings: false },
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error(`Building ${entry} gave nothing`)
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
