#!/usr/bin/env node
/**
 * `npm run bench`: bundles each `bench/*.ts` and runs it in a process of its own, one after the
 * other, so that none disturbs another's figures. `npm run bench -- engine` runs `bench/engine.ts`.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = `${root}build/bench`

const present = readdirSync(`${root}bench`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !present.includes(name))
const names = wanted.length > 0 ? wanted : present

if (unknown.length > 0 || names.length === 0) {
  const known = present.length > 0 ? `only ${present.join(', ')}` : 'there is none yet'
  console.error(`There is no benchmark ${unknown.join(', ')}: ${known}.`)
  process.exitCode = 1
} else {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { target: 'node', noExternal: true, external: ['ws', '@playwright/test'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, `${root}bench/${name}.ts`])),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  })
  for (const name of names) {
    console.log(`\n${name}`)
    const { status } = spawnSync(process.execPath, ['--expose-gc', `${outDir}/${name}.mjs`], {
      cwd: root,
      stdio: 'inherit',
    })
    if (status !== 0) {
      console.error(`bench/${name}.ts failed.`)
      process.exitCode = 1
    }
  }
  await rm(outDir, { recursive: true, force: true })
}
