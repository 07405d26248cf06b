#!/usr/bin/env node
/**
 * `npm run lessons`: runs every lesson in the real sandbox, on virtual time, in each of its worlds.
 * Its solution passes and gives the same trace twice, as do programs in `right/`, which do the same in
 * another way. Its starter solves no task, and the solution of one task solves no other. Each program
 * in `wrong/` fails on the check, in the world, with the mistake and the hint that `lesson.yaml`
 * names. Each look finds one event, each sample shows what is said of it, and one option of each
 * question comes true. The sandbox is that of `dist/`.
 *
 * Programs run in as many pages as the machine has cores. What passed is remembered by a hash of all
 * it depends on, and is not run again while that is the same; `--again` runs it all the same.
 *
 * `npm run lessons -- first-echo` runs that lesson only. `npm run lessons -- --stale` lists the
 * sections of translations that are missing or older than their source, and runs nothing; when they
 * are translated, `npm run lessons -- --translated first-echo` writes their versions down.
 * `npm run lessons -- --trace first-echo wrong/never-close` prints a program's trace, in the world
 * `lesson` or in the one named after it.
 *
 * `--firefox` runs them in the Firefox of this machine, in place of Chromium.
 *
 * It also judges the programs of `tests/lessons/deeds`, which look like a solution and are none, or
 * are one and do not look like it.
 */
import { chromium, firefox } from '@playwright/test'
import { existsSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, runnerImport } from 'vite'
/** @import {} from '../tests/lessons/harness.ts' */
import { chromiumLaunchOptions } from './browser.mjs'
import { orProblems, readWords } from './course-words.mjs'
import { findProgram, firefox as firefoxProgram } from './find-program.mjs'
import { openVerdicts } from './verdicts.mjs'

/**
 * @typedef {import('../tests/lessons/read-trials.ts').LessonTrials} LessonTrials
 * @typedef {import('../src/run/prove-lesson.ts').Verdict} Verdict
 * @typedef {import('../src/run/lesson-trial.ts').LessonTrial} LessonTrial
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const sandbox = new URL('../dist/sandbox.html', import.meta.url)

/**
 * A renderer process for each run, and a spare one beside it, cost as much as the run itself. What a
 * program can do and see is the same without.
 */
const IN_ONE_PROCESS = '--disable-features=IsolateSandboxedIframes,SpareRendererForSitePerProcess'

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
])

const words = process.argv.slice(2)
const browserType = words.includes('--firefox') ? firefox : chromium
const launchOptions =
  browserType === firefox
    ? { channel: 'moz-firefox', executablePath: findProgram(firefoxProgram) }
    : chromiumLaunchOptions(IN_ONE_PROCESS)

process.exitCode = await orProblems(() => main(words.filter((word) => word !== '--firefox')))

/** @param {readonly string[]} words */
async function main(words) {
  const [first, slug = '', name = '', world = ''] = words
  if (first === '--stale') return listStale()
  if (first === '--translated') return stampTranslations(slug)
  if (!existsSync(sandbox)) {
    console.error('dist/sandbox.html is not there. Run npm run build first.')
    return 1
  }
  const course = await readTrials()
  const wanted = first === '--trace' ? [slug] : words.filter((word) => !word.startsWith('--'))
  const unknown = wanted.filter((word) => !course.some(({ lesson }) => lesson.plan.slug === word))
  if (unknown.length > 0) {
    const slugs = course.map(({ lesson }) => lesson.plan.slug).join(', ')
    console.error(`There is no lesson ${unknown.join(', ')}, only ${slugs}.`)
    return 1
  }
  const lessons = course.filter(
    ({ lesson }) => wanted.length === 0 || wanted.includes(lesson.plan.slug),
  )
  const files = await buildHarness()
  if (first === '--trace') return printTrace(files, lessons, name, world)
  const code = await tryAll(files, lessons, {
    isAgain: words.includes('--again'),
    isListed: wanted.length > 0,
  })
  if (wanted.length > 0) await nameOldTranslations(wanted)
  return code
}

/**
 * @param {ReadonlyMap<string, string | Uint8Array>} files
 * @param {readonly LessonTrials[]} lessons
 * @param {{ readonly isAgain: boolean, readonly isListed: boolean }} options whether to run also what
 *   is known to pass, and whether to list what passed
 */
async function tryAll(files, lessons, { isAgain, isListed }) {
  const { executablePath = '' } = launchOptions
  const known = await openVerdicts(`${root}node_modules/.cache/upgrade-101/lessons.json`, [
    `${executablePath} of ${statSync(executablePath).mtimeMs}`,
    ...files.values(),
  ])
  const attempts = lessons.flatMap(({ lesson, trials }) =>
    trials.map((trial) => {
      const verdict = isAgain ? undefined : known.verdictOf({ lesson, trial })
      return { lesson, trial, isKept: verdict !== undefined, verdict }
    }),
  )
  let done = 0
  /** @param {LessonTrials['lesson']} lesson Prints it once all of its programs were tried. */
  const report = (lesson) => {
    const own = attempts.filter((attempt) => attempt.lesson === lesson)
    if (own.some(({ verdict }) => verdict === undefined)) return
    done += 1
    const kept = own.filter(({ isKept }) => isKept).length
    const isRight = own.every(({ verdict }) => verdict?.problems.length === 0)
    console.log(
      `${isRight ? '✓' : '✗'} [${done}/${lessons.length}] ${lesson.plan.slug}: ${own.length} programs` +
        (kept > 0 ? `, ${kept} of them as before` : ''),
    )
    for (const { trial, verdict } of own) {
      const { problems = [], notes = [] } = verdict ?? {}
      if (problems.length > 0) console.log(`    ✗ ${trial.name}`)
      else if (isListed || notes.length > 0) console.log(`    ✓ ${trial.name}`)
      for (const line of [...problems, ...notes]) console.log(`        ${line}`)
    }
  }
  for (const { lesson } of lessons) report(lesson)

  const waiting = attempts.filter(({ isKept }) => !isKept)
  const next = waiting[Symbol.iterator]()
  await withPages(files, Math.min(availableParallelism(), waiting.length), async (page) => {
    for (const attempt of next) {
      const { lesson, trial } = attempt
      attempt.verdict = await page.evaluate(
        ([where, what]) => window.lessonHarness.prove(where, what),
        /** @type {const} */ ([lesson, trial]),
      )
      if (attempt.verdict.problems.length === 0) known.keep({ lesson, trial }, attempt.verdict)
      report(lesson)
    }
  })
  await known.save({ isWhole: !isListed })
  const passed = attempts.filter(({ verdict }) => verdict?.problems.length === 0).length
  console.log(`${passed} passed, ${attempts.length - passed} failed`)
  return passed === attempts.length && passed > 0 ? 0 : 1
}

/**
 * @param {ReadonlyMap<string, string | Uint8Array>} files
 * @param {readonly LessonTrials[]} lessons of which the first is meant
 * @param {string} name of one of its programs
 * @param {string} world one of the lesson's; empty for the first of the program's
 */
async function printTrace(files, [first], name, world) {
  const trial = first?.trials.find((candidate) => candidate.name === name)
  if (first === undefined || trial === undefined) {
    console.error(`There is no ${name}, only ${first?.trials.map((one) => one.name).join(', ')}.`)
    return 1
  }
  await withPages(files, 1, async (page) => {
    const trace = await page.evaluate(
      ([where, what, which]) => window.lessonHarness.trace(where, what, which),
      /** @type {const} */ ([first.lesson, trial, world || 'lesson']),
    )
    process.stdout.write(trace)
  })
  return 0
}

/**
 * Opens the harness in pages of one browser, and ends when all are done with.
 *
 * @param {ReadonlyMap<string, string | Uint8Array>} files
 * @param {number} count
 * @param {(page: import('@playwright/test').Page) => Promise<void>} use
 */
async function withPages(files, count, use) {
  if (count === 0) return
  const server = await serve(files)
  const browser = await browserType.launch(launchOptions)
  try {
    const uses = Array.from({ length: count }, async () => {
      const page = await browser.newPage()
      const complain = (/** @type {Error} */ error) => console.error(error.message)
      page.on('pageerror', complain)
      await page.goto(server.url)
      await page.waitForFunction(() => 'lessonHarness' in window)
      // From here on these are the errors of programs, which are meant to have some.
      page.off('pageerror', complain)
      await use(page)
    })
    await Promise.all(uses)
  } finally {
    await browser.close()
    server.close()
  }
}

/** @returns {Promise<readonly LessonTrials[]>} */
async function readTrials() {
  /** @type {{ module: typeof import('../tests/lessons/read-trials.ts') }} */
  const { module } = await runnerImport(`${root}tests/lessons/read-trials.ts`)
  return module.readTrials(root)
}

/** The harness's page with the sandbox of `dist/`, as files of a static host. */
async function buildHarness() {
  const result = await build({
    root: `${root}tests/lessons`,
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, minify: false },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (output === undefined || !('output' in output)) throw new Error('the harness was not built')
  /** @type {Map<string, string | Uint8Array>} */
  const files = new Map()
  for (const file of output.output)
    files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source)
  files.set('/sandbox.html', await readFile(sandbox))
  const libraries = await readdir(new URL('libraries/', sandbox))
  const rare = libraries.map((name) => `libraries/${name}`)
  for (const file of [
    'sandbox-parts.json',
    'sandbox-node.js',
    'sandbox-proxy.js',
    'sandbox-redis.js',
    ...rare,
  ])
    files.set(`/${file}`, await readFile(new URL(file, sandbox)))
  return files
}

/**
 * A static server, as plain as the one a host of this site may have: no CORS headers.
 *
 * @param {ReadonlyMap<string, string | Uint8Array>} files
 */
async function serve(files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = pathname === '/' ? '/index.html' : pathname
    const content = files.get(name)
    if (content === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'Content-Type': TYPES.get(extname(name)) ?? 'text/plain' })
    response.end(content)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}

async function listStale() {
  const { slugs, stale } = await readWords(root)
  /** @type {{ module: typeof import('./course/untranslated.ts') }} */
  const { module: texts } = await runnerImport(`${root}scripts/course/untranslated.ts`)
  const missing = texts.untranslatedLessons(root, slugs)
  const all = [...stale, ...missing, ...texts.untranslated]
  for (const { file, reason } of all) console.log(`${file}: ${reason}`)
  if (all.length === 0) console.log('Every translation was made from the present text.')
  return all.length === 0 ? 0 : 1
}

/**
 * Says which translations are older than the lesson that was proved. They are no failure here.
 *
 * @param {readonly string[]} slugs
 */
async function nameOldTranslations(slugs) {
  const { stale, folderOf } = await readWords(root)
  for (const slug of slugs) {
    const own = stale.filter(({ file }) => file.startsWith(`${folderOf(slug)}/`))
    for (const { file, reason } of own) console.log(`${file}: ${reason}`)
    if (own.length > 0)
      console.log(`Translate these sections, then: npm run lessons -- --translated ${slug}`)
  }
}

/** @param {string} slug */
async function stampTranslations(slug) {
  const { slugs, stale, folderOf } = await readWords(root)
  if (!slugs.includes(slug) && slug !== '_template') {
    console.error(`There is no lesson ${slug || 'without a name'}, only ${slugs.join(', ')}.`)
    return 1
  }
  /** @type {{ module: typeof import('./course/stamp-translation.ts') }} */
  const { module: stamp } = await runnerImport(`${root}scripts/course/stamp-translation.ts`)
  const own = stale.filter(({ file }) => file.startsWith(`${folderOf(slug)}/`))
  for (const file of stamp.stampTranslations(root, own)) console.log(`changed  ${file}`)
  return 0
}
