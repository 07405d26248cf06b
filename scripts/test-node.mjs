#!/usr/bin/env node
/**
 * `npm run test:node`: unit tests, the lab server's among them, on each version of Node that the
 * project supports besides the oldest, which `npm test` runs on. npm brings the versions into
 * `node_modules/.cache`. `npm run test:node -- 24 src/core` tries one version on some files.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSIONS = ['22', '24']

const root = fileURLToPath(new URL('..', import.meta.url))
const arguments_ = process.argv.slice(2)
const wanted = arguments_.filter((argument) => VERSIONS.includes(argument))
const rest = arguments_.filter((argument) => !VERSIONS.includes(argument))

for (const version of wanted.length > 0 ? wanted : VERSIONS) {
  const node = nodeOf(version)
  console.log(`\nNode ${run(node, ['--version'], 'pipe')}`)
  run(node, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    '--project',
    'isolated',
    '--reporter=dot',
    ...rest,
  ])
}

/**
 * @param {string} version its first number
 * @returns {string} the path of its program
 */
function nodeOf(version) {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const packaged = `node-${platform}-${process.arch}`
  const folder = join(root, 'node_modules/.cache/node', version)
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const path = join(folder, 'node_modules', packaged, program)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const npm = process.env.npm_execpath
    const install = ['install', '--prefix', folder, '--no-save', `${packaged}@${version}`]
    if (npm === undefined) run('npm', install)
    else run(process.execPath, [npm, ...install])
  }
  return path
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {'inherit' | 'pipe'} [output]
 * @returns {string} what it printed, where that is piped
 */
function run(program, args, output = 'inherit') {
  const { status, stdout, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', output, 'inherit'],
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
  return String(stdout ?? '').trim()
}
