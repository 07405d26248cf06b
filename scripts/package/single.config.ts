/** Builds the app as one classic script and one style sheet, with all that the site has for it. */
import vue from '@vitejs/plugin-vue'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { course } from '../vite/course.ts'
import { fieldDescriptions } from '../vite/field-descriptions.ts'
import { figures } from '../vite/figures.ts'
import { nodePackages } from '../vite/node-packages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const SITE_FILES = 'virtual:site-files'
const RESOLVED = '\0'
/** Of the built site: what the app would fetch. */
const FETCHED =
  /^(?:config\.json|sandbox(?:-\w+)?\.(?:html|js|json)|search-[\w-]+\.json|libraries\/.+\.js)$/

export default defineConfig({
  root,
  mode: 'single',
  logLevel: 'warn',
  base: './',
  publicDir: false,
  define: { __VUE_OPTIONS_API__: false },
  build: {
    write: false,
    // Fonts are in the style sheet.
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    cssCodeSplit: false,
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    chunkSizeWarningLimit: 50_000,
    rolldownOptions: {
      input: 'src/app/single.ts',
      // What is in `import.meta` is replaced where it is used.
      checks: { bundlerTimings: false, pluginTimings: false, emptyImportMeta: false },
      // No browser runs a module from a disk.
      output: { format: 'iife', codeSplitting: false },
    },
  },
  plugins: [
    vue(),
    nodePackages(),
    fieldDescriptions(),
    course(root),
    figures(root),
    siteFiles(),
    withoutMonaco(),
  ],
})

/** `CodeEditor.vue` stays with the plain editor in this mode, but names the other one. */
function withoutMonaco(): Plugin {
  const isMonaco = (id: string) => /(?:virtual:monaco-texts|\/MonacoEditor\.vue)$/.test(id)
  return {
    name: 'upgrade-101:without-monaco',
    enforce: 'pre',
    resolveId: (id) => (isMonaco(id) ? RESOLVED + id : undefined),
    load: (id) =>
      id.startsWith(RESOLVED) && isMonaco(id)
        ? 'export default null; export const loaders = {}'
        : undefined,
  }
}

function siteFiles(): Plugin {
  const dist = path.join(root, 'dist')
  return {
    name: 'upgrade-101:site-files',
    resolveId: (id) => (id === SITE_FILES ? RESOLVED + id : undefined),
    load(id) {
      if (id !== RESOLVED + SITE_FILES) return undefined
      const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
        .map((name) => name.split(path.sep).join('/'))
        .filter((name) => FETCHED.test(name))
      const texts = names.map((name) => [name, readFileSync(path.join(dist, name), 'utf8')])
      return `export const files = ${JSON.stringify(Object.fromEntries(texts))}`
    },
  }
}
