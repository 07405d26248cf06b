#!/usr/bin/env node
/**
 * `npm test`: everything that can be checked, two steps at a time. `npm test -- lint unit` runs
 * those steps, and what they come after.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  failedProofs,
  pagesAtFailure,
  playwrightOutcome,
  printedOutcome,
  vitestOutcome,
} from './outcome.mjs'
import { runSteps } from './steps.mjs'
import { printSummary } from './summary.mjs'

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./steps.mjs').Outcome} Outcome
 * @typedef {{ code: number, output: string }} Ended `output` is what it wrote to standard output
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = await mkdtemp(join(tmpdir(), 'upgrade-101-'))

/** Lines printed of the page on which a test failed. */
const MAX_PAGE_LINES = 200

/** Set by the step that finds the browser. */
let browser = ''

/** @type {Step[]} The long ones first, so that no slot is empty at the end. */
const steps = [
  // First: a machine without a browser learns that at once, not after all the rest.
  { name: 'browser', run: findBrowser },
  { name: 'build', run: () => check('build', script('build.mjs')) },
  // Core is tested where it is covered.
  {
    name: 'unit',
    run: () =>
      vitest(
        'unit',
        ['unit', 'isolated', 'node'],
        '--exclude',
        'src/core/{protocol,trace,checks}/**',
      ),
  },
  { name: 'types: app', run: () => types('app') },
  { name: 'types: node', run: () => types('node') },
  { name: 'lint', run: () => check('lint', tool('eslint', '.', '--max-warnings', '0')) },
  { name: 'dead code', run: () => check('dead code', tool('knip')) },
  { name: 'format', run: () => check('format', tool('prettier', '--check', '.')) },
  ...['trace', 'protocol', 'checks'].map((folder) => ({
    name: `core: ${folder}`,
    run: () => coverage(folder),
  })),
  { name: 'types: core', run: () => types('core') },
  { name: 'types: worker', run: () => types('worker') },
  { name: 'imports', run: imports },
  { name: 'suites', after: ['build', 'browser'], slots: 2, run: suites },
  { name: 'lessons', after: ['build', 'browser'], slots: 2, run: lessons },
  { name: 'end to end', after: ['build', 'browser'], slots: 2, run: endToEnd },
]

process.exitCode = await main(process.argv.slice(2))

/** @param {readonly string[]} wanted */
async function main(wanted) {
  const began = performance.now()
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    const known = steps.map(({ name }) => JSON.stringify(name)).join(', ')
    console.error(
      `There is no step ${unknown.map((name) => `"${name}"`).join(', ')}, only ${known}.`,
    )
    return 1
  }
  const chosen = wanted.length === 0 ? steps : steps.filter((step) => isNeeded(step, wanted))
  try {
    const results = await runSteps(chosen, 2)
    const failed = printSummary(results, (performance.now() - began) / 1000)
    return failed === 0 ? 0 : 1
  } finally {
    await rm(reports, { recursive: true, force: true })
  }
}

/**
 * @param {Step} step
 * @param {readonly string[]} wanted
 * @returns {boolean}
 */
function isNeeded(step, wanted) {
  return (
    wanted.includes(step.name) ||
    steps.some((other) => other.after?.includes(step.name) && isNeeded(other, wanted))
  )
}

/** @param {'core' | 'app' | 'node' | 'worker'} part */
function types(part) {
  return check(`types: ${part}`, tool('vue-tsc', '--noEmit', '-p', `tsconfig.${part}.json`))
}

function imports() {
  const args = ['--config', '.dependency-cruiser.mjs', 'src', 'lab-server', 'scenarios', 'tests']
  return check('imports', tool('depcruise', ...args))
}

/**
 * @param {string} label
 * @param {readonly string[]} projects of `vitest.config.ts`
 * @param {...string} args
 */
async function vitest(label, projects, ...args) {
  const file = join(reports, `${label.replace(/\W+/g, '-')}.json`)
  const options = projects.flatMap((project) => ['--project', project])
  const reporters = ['dot', 'json', './scripts/waiting-reporter.mjs']
  const shown = [...reporters.map((name) => `--reporter=${name}`), `--outputFile.json=${file}`]
  const command = tool('vitest', 'run', ...options, ...shown, ...args)
  const ended = await spawnStep(label, command, browser ? { UPGRADE101_BROWSER: browser } : {})
  return agreeing(ended, vitestOutcome(await readReport(file)))
}

/**
 * The tests of a folder of core, and that they go through every branch of the files that
 * `vitest.config.ts` lists.
 *
 * @param {string} folder
 */
function coverage(folder) {
  const path = `src/core/${folder}`
  const options = [
    '--coverage',
    `--coverage.include=${path}/**/*.ts`,
    // Two folders may be covered at the same time.
    `--coverage.reportsDirectory=${join(reports, folder)}`,
  ]
  return vitest(`core: ${folder}`, ['unit'], path, ...options)
}

/** What is held against browsers and against other implementations, as far as a Chromium goes. */
function suites() {
  return vitest('suites', ['conformance', 'identity', 'interop'])
}

async function findBrowser() {
  const { code, output } = await spawnStep('browser', script('browser.mjs'))
  if (code !== 0) throw new Error('there is none')
  browser = output.trimEnd().split('\n').at(-1) ?? ''
  return { passed: 1, failed: 0 }
}

async function lessons() {
  const ended = await spawnStep('lessons', script('lessons.mjs'), { UPGRADE101_BROWSER: browser })
  const one = { passed: ended.code === 0 ? 1 : 0, failed: ended.code === 0 ? 0 : 1 }
  const failures = failedProofs(ended.output)
  const outcome = printedOutcome(ended.output) ?? one
  return agreeing(ended, failures.length > 0 ? { ...outcome, failures } : outcome)
}

async function endToEnd() {
  const file = join(reports, 'end-to-end.json')
  const ended = await spawnStep('end to end', tool('playwright', 'test', '--reporter=list,json'), {
    UPGRADE101_BROWSER: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    // Its workers are given FORCE_COLOR, and Node warns where NO_COLOR is set beside it.
    FORCE_COLOR: '0',
  })
  const report = await readReport(file)
  for (const { title, path } of pagesAtFailure(report)) {
    const text = await readFile(path, 'utf8')
    // Before that, Playwright says what to do with it.
    const lines = text.slice(Math.max(0, text.indexOf('# Error details'))).split('\n')
    print('end to end', `The page when this failed: ${title}`)
    for (const line of lines.slice(0, MAX_PAGE_LINES)) print('end to end', `  ${line}`)
  }
  return agreeing(ended, playwrightOutcome(report))
}

/**
 * A step that passes or fails as a whole.
 *
 * @param {string} label
 * @param {readonly string[]} command
 * @returns {Promise<Outcome>}
 */
async function check(label, command) {
  const { code } = await spawnStep(label, command)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * The outcome that a report gives, or an error where the status of its process says otherwise.
 *
 * @param {Ended} ended
 * @param {Outcome} outcome
 */
function agreeing({ code }, outcome) {
  if (outcome.passed + outcome.failed === 0) throw new Error('no test was run')
  if (code !== 0 && outcome.failed === 0) {
    return { passed: outcome.passed, failed: 1 }
  }
  return outcome
}

/** @param {string} file */
async function readReport(file) {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new Error('it ended without a report')
  }
}

/**
 * The command that runs one of our scripts.
 *
 * @param {string} name
 */
function script(name) {
  return [process.execPath, join(root, 'scripts', name)]
}

/**
 * The command that runs an installed tool, without the shell that `npx` takes.
 *
 * @param {string} name
 * @param {...string} args
 */
function tool(name, ...args) {
  const owners = { depcruise: 'dependency-cruiser', playwright: '@playwright/test' }
  const folder = join(root, 'node_modules', Reflect.get(owners, name) ?? name)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const program = typeof bin === 'string' ? bin : bin[name]
  if (program === undefined) throw new Error(`${folder} has no program ${name}`)
  return [process.execPath, join(folder, program), ...args]
}

/**
 * Runs a program, and prints each line of its output with the step's name before it.
 *
 * @param {string} label
 * @param {readonly string[]} command
 * @param {Readonly<Record<string, string>>} [environment]
 * @returns {Promise<Ended>}
 */
function spawnStep(label, [program = '', ...args], environment = {}) {
  const env = { ...process.env, NO_COLOR: '1', ...environment }
  Reflect.deleteProperty(env, 'FORCE_COLOR' in environment ? 'NO_COLOR' : 'FORCE_COLOR')
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8')
    stream.on('data', (chunk) => {
      if (stream === child.stdout) output += chunk
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) print(label, line)
    })
    stream.on('end', () => {
      if (rest !== '') print(label, rest)
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * @param {string} label
 * @param {string} line
 */
function print(label, line) {
  if (line.trim() !== '') console.log(`${label.padEnd(11)} | ${line}`)
}
