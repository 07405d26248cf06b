#!/usr/bin/env node
/**
 * `npm run bench`: bundles each `bench/*.ts` and runs it in a process of its own, one after the
 * other, so that none disturbs another's figures. `npm run bench -- engine` runs `bench/engine.ts`.
 *
 * `npm run bench -- --against ../other engine` runs the benchmark here and in another checkout, in
 * turn and `--rounds 3` times each, and prints each figure here as a multiple of the figure there.
 * Both must be installed and built.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { compareOutputs } from './bench-comparison.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = `${root}build/bench`

const { values, positionals } = parseArgs({
  options: { against: { type: 'string' }, rounds: { type: 'string', default: '3' } },
  allowPositionals: true,
})
const present = readdirSync(`${root}bench`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
const unknown = positionals.filter((name) => !present.includes(name))
const names = positionals.length > 0 ? positionals : present

if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}: only ${present.join(', ')}.`)
  process.exitCode = 1
} else if (values.against !== undefined) {
  for (const name of names) compare(name, values.against, Number(values.rounds))
} else {
  await measure()
}

async function measure() {
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

/**
 * Runs a benchmark here and there in turn, so that what else the machine does disturbs both alike.
 *
 * @param {string} name
 * @param {string} other the folder of another checkout
 * @param {number} rounds
 */
function compare(name, other, rounds) {
  /** @type {string[]} */
  const here = []
  /** @type {string[]} */
  const there = []
  for (let round = 1; round <= rounds; round += 1) {
    console.error(`${name}: round ${round} of ${rounds}`)
    here.push(outputOf(root, name))
    there.push(outputOf(other, name))
  }
  console.log(`\n${compareOutputs(here, there).join('\n')}`)
}

/**
 * @param {string} folder of a checkout
 * @param {string} name of one of its benchmarks
 */
function outputOf(folder, name) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(folder, 'scripts/bench.mjs'), name],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`The benchmark ${name} failed in ${folder}.`)
  return stdout
}
