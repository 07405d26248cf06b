#!/usr/bin/env node
/**
 * `npm run build`: the static site into `dist/`, the lab server into `build/`.
 *
 * `build/began` holds the time at which the build began, so that `npm start` can tell whether a
 * source changed since then, also while the build ran.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, createBuilder } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

const began = Date.now()
await rm(new URL('../build/began', import.meta.url), { force: true })

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['ws'] },
  build: {
    ssr: 'lab-server/main.ts',
    outDir: 'build',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'lab-server.mjs' } },
  },
})

const builder = await createBuilder({ root, logLevel: 'warn' })
await builder.buildApp()
await mkdir(new URL('../build/', import.meta.url), { recursive: true })
await writeFile(new URL('../build/began', import.meta.url), `${began}\n`)
console.log('Built dist/ (the site) and build/ (the lab server).')
