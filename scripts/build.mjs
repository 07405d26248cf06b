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
import { orProblems, readWords } from './course-words.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

process.exitCode = await orProblems(async () => {
  // First, so that a mistake in a lesson costs seconds and is said once.
  await step('1/3 Checking the lessons', () => readWords(root))
  await buildAll()
  return 0
})

/**
 * Says what is being done, and how long it took, because a build is silent otherwise.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 */
async function step(what, work) {
  const began = performance.now()
  process.stdout.write(`  ${what} …\n`)
  const result = await work()
  process.stdout.write(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  return result
}

async function buildAll() {
  const began = Date.now()
  await rm(new URL('../build/began', import.meta.url), { force: true })

  await step('2/3 Building the lab server', () =>
    build({
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
    }),
  )

  const builder = await createBuilder({ root, logLevel: 'warn' })
  await step('3/3 Building the site, each page of it', () => builder.buildApp())
  await mkdir(new URL('../build/', import.meta.url), { recursive: true })
  await writeFile(new URL('../build/began', import.meta.url), `${began}\n`)
  console.log('Built dist/ (the site) and build/ (the lab server).')
}
