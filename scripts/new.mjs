#!/usr/bin/env node
/**
 * `npm run new -- <kind> <name>`: makes a lesson, a check, a scenario, a figure or a view that works
 * as it is, and says what to do next. It never overwrites a file.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { problemOfName } from './new/names.mjs'
import { PLANS, Refusal } from './new/plan.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const kinds = Object.keys(PLANS)

const HELP = `Makes something new, which works as it is.

  npm run new -- <kind> <name>

  <kind>          ${kinds.join(', ')}
  <name>          small letters, digits and hyphens: first-echo
  --part <id>     for a lesson: the part of the course it goes to (the last one)
  --help          show this text`

process.exitCode = await main(process.argv.slice(2))

/** @param {readonly string[]} words */
async function main(words) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { part: { type: 'string' }, help: { type: 'boolean' } },
    })
    if (values.help) {
      console.log(HELP)
      return 0
    }
    const [kind = '', name = '', ...rest] = positionals
    const plan = PLANS[kind]
    if (plan === undefined) throw new Refusal(`Say what to make: ${kinds.join(', ')}.`)
    const problem = problemOfName(name)
    if (problem !== null) throw new Refusal(problem)
    if (rest.length > 0) throw new Refusal(`One name at a time: what is "${rest.join(' ')}"?`)
    if (values.part !== undefined && kind !== 'lesson')
      throw new Refusal('Only a lesson has a part.')
    await carryOut(plan(name, sources(), values.part))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal || isWrongOption(error))) throw error
    console.error(`${error.message}\nnpm run new -- --help lists what there is.`)
    return 1
  }
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isWrongOption(error) {
  return error instanceof TypeError && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code))
}

/** @param {import('./new/plan.mjs').Plan} plan */
async function carryOut({ created, changed, next, isDocumented = false }) {
  for (const [path, text] of [...created, ...changed]) {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await laidOut(file, text))
    console.log(`${created.has(path) ? 'created' : 'changed'}  ${path}`)
  }
  if (isDocumented)
    spawnSync(process.execPath, [join(root, 'scripts/docs.mjs')], { stdio: 'inherit' })
  console.log(`\nNext:\n${next.map((line) => `  ${line}`).join('\n')}`)
}

/**
 * @param {string} file
 * @param {string} text
 */
async function laidOut(file, text) {
  return format(text, { ...(await resolveConfig(file)), filepath: file })
}

/** @returns {import('./new/plan.mjs').Sources} */
function sources() {
  return {
    read: (path) => readFileSync(join(root, path), 'utf8'),
    exists: (path) => existsSync(join(root, path)),
    list: (folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          relative(join(root, folder), join(entry.parentPath, entry.name)).split(sep).join('/'),
        ),
  }
}
