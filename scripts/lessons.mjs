#!/usr/bin/env node
/**
 * `npm run lessons`: runs every lesson in the real sandbox, on virtual time. Its solution passes and
 * gives the same trace twice, its starter fails, and each program in `wrong/` fails on the check,
 * with the mistake and the hint that `lesson.yaml` names. Programs in `right/`, which do the same in
 * another way, pass. The sandbox is that of `dist/`.
 *
 * `npm run lessons -- first-echo` runs that lesson only. `npm run lessons -- --stale` lists the
 * translations that are older than their source, with the version to put into them, and runs
 * nothing. `npm run lessons -- --trace first-echo wrong/never-close` prints a program's trace.
 */
import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, runnerImport } from 'vite'
/** @import {} from '../tests/lessons/harness.ts' */
import { chromiumLaunchOptions } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const sandbox = new URL('../dist/sandbox.html', import.meta.url)
const arguments_ = process.argv.slice(2)

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
])

process.exitCode = arguments_.includes('--stale') ? await listStale() : await main(arguments_)

/** @param {readonly string[]} words */
async function main(words) {
  if (!existsSync(sandbox)) {
    console.error('dist/sandbox.html is not there. Run npm run build first.')
    return 1
  }
  const server = await serve(await buildHarness())
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const page = await browser.newPage()
    const complain = (/** @type {Error} */ error) => console.error(error.message)
    page.on('pageerror', complain)
    await page.goto(server.url)
    await page.waitForFunction(() => 'lessonHarness' in window)
    // From here on these are the errors of programs, which are meant to have some.
    page.off('pageerror', complain)
    const [first, slug = '', name = ''] = words
    if (first === '--trace') return await printTrace(page, slug, name)
    return await tryAll(page, words)
  } finally {
    await browser.close()
    server.close()
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {readonly string[]} wanted slugs; all where there are none
 */
async function tryAll(page, wanted) {
  const slugs = await page.evaluate(() => window.lessonHarness.slugs)
  const unknown = wanted.filter((slug) => !slugs.includes(slug))
  if (unknown.length > 0) {
    console.error(`There is no lesson ${unknown.join(', ')}, only ${slugs.join(', ')}.`)
    return 1
  }
  let passed = 0
  let failed = 0
  for (const slug of wanted.length === 0 ? slugs : wanted) {
    const names = await page.evaluate((lesson) => window.lessonHarness.trials(lesson), slug)
    for (const name of names) {
      const problems = await page.evaluate(
        ([lesson = '', trial = '']) => window.lessonHarness.attempt(lesson, trial),
        [slug, name],
      )
      if (problems.length === 0) passed += 1
      else failed += 1
      console.log(`${problems.length === 0 ? '✓' : '✗'} ${slug} ${name}`)
      for (const problem of problems) console.log(`    ${problem}`)
    }
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} slug
 * @param {string} name
 */
async function printTrace(page, slug, name) {
  const trace = await page.evaluate(
    ([lesson = '', trial = '']) => window.lessonHarness.trace(lesson, trial),
    [slug, name],
  )
  process.stdout.write(trace)
  return trace === '' ? 1 : 0
}

async function buildHarness() {
  const result = await build({ configFile: `${root}tests/lessons/vite.config.ts` })
  const [output] = Array.isArray(result) ? result : [result]
  if (output === undefined || !('output' in output)) throw new Error('the harness was not built')
  /** @type {Map<string, string | Uint8Array>} */
  const files = new Map()
  for (const file of output.output)
    files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source)
  files.set('/sandbox.html', await readFile(sandbox))
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
  /** @type {{ module: typeof import('./course/read-course.ts') }} */
  const { module: reader } = await runnerImport(`${root}scripts/course/read-course.ts`)
  /** @type {{ module: typeof import('./vite/figures.ts') }} */
  const { module: figures } = await runnerImport(`${root}scripts/vite/figures.ts`)
  const known = await figures.readFigures(root)
  const { stale } = reader.readCourse(root, (code) => [code], known)
  for (const { file, reason } of stale) console.log(`${file}: ${reason}`)
  if (stale.length === 0) console.log('Every translation was made from the present text.')
  return stale.length === 0 ? 0 : 1
}
