/**
 * `virtual:monaco-texts` loads Monaco's own texts, for each of our languages that it has.
 *
 * Keeps out of the bundle what Monaco would bring along unasked: nearly every feature, which one of
 * its modules imports for the side effects, and workers that `MonacoEnvironment` already names.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { LOCALES } from '../../src/core/locale/locale.ts'

const TEXTS = 'virtual:monaco-texts'
const RESOLVED = '\0'

/** By the end of a module's path: what to take out of it, and how often it must be there. */
const REMOVALS: readonly { readonly path: string; readonly text: RegExp }[] = [
  { path: '/internal/common/workers.js', text: /^import '[^']+';$/gm },
  {
    path: '/languages/features/typescript/workerManager.js',
    text: /createWorker: \(\) => new Worker\(new URL\([^)]*\), \{[^}]*\}\),/g,
  },
  {
    path: '/browser/services/editorWorkerService.js',
    text: /esmModuleLocationBundler: \(\) => new URL\([^)]*\),/g,
  },
]

/** The Vite plugin. A Monaco in which there is nothing to take out fails the build. */
export function monaco(root: string): Plugin {
  return {
    name: 'upgrade-101:monaco',
    enforce: 'pre',
    // Monaco is many modules already; bundled in advance, its workers would not be found.
    config: () => ({ optimizeDeps: { exclude: ['monaco-editor'] } }),
    resolveId: (id) => (id === TEXTS ? RESOLVED + id : undefined),
    load: (id) => (id === RESOLVED + TEXTS ? textsModule(root) : undefined),
    transform(code, id) {
      const path = id.split('?')[0] ?? id
      if (!path.includes('/monaco-editor/')) return null
      const removal = REMOVALS.find((candidate) => path.endsWith(candidate.path))
      if (removal === undefined) return null
      const shortened = code.replace(removal.text, '')
      if (shortened === code)
        this.error(`There is nothing to take out of ${removal.path}: Monaco has changed.`)
      return { code: shortened, map: null }
    },
  }
}

function textsModule(root: string): string {
  const entries = LOCALES.flatMap((locale) => {
    const tag = locale.toLowerCase()
    const names = [tag, tag.replace(/-.*/, '')]
    const name = names.find((known) =>
      existsSync(path.join(root, `node_modules/monaco-editor/esm/vs/nls/lang/${known}.js`)),
    )
    return name === undefined ? [] : [`'${locale}': () => import('monaco-editor/nls/lang/${name}')`]
  })
  return `export const loaders = { ${entries.join(', ')} }`
}
