#!/usr/bin/env node
/** `npm run docs`: writes the pages and schemas that are made from the sources. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const options = await resolveConfig(`${root}package.json`)
/** @type {{ module: typeof import('./docs/generated.ts') }} */
const { module } = await runnerImport(`${root}scripts/docs/generated.ts`)

for (const [file, make] of Object.entries(module.generatedFiles)) {
  const path = root + file
  const text = await format(await make(), { ...options, filepath: path })
  const isCurrent = text === (await readFile(path, 'utf8').catch(() => null))
  if (!isCurrent) await writeFile(path, text)
  console.log(`${file}: ${isCurrent ? 'up to date' : 'written'}`)
}
