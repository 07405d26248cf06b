/**
 * The conformance suite: each program runs in the page, with our WebSocket and its scenario on the
 * built-in endpoint, and in Chromium, with the browser's WebSocket and the same scenario file on
 * Node. What it says must be equal.
 *
 * `CONFORMANCE=<part of a name>` runs some programs only, and prints what they say.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/browser.mjs'
import { compareRuns } from './compare.ts'
import { knownDifferences } from './differences.ts'
import { findFreePorts, startScenario } from './node-scenario.ts'
import { readPrograms, scenarioFile, type ConformanceProgram } from './program.ts'
import { serveSite, type Site } from './site.ts'

/** How many tabs run programs in the page, one at a time each. */
const TABS = 2
/** How many programs run at once against Node: most of their time they wait. */
const AT_ONCE = 4

const filter = process.env['CONFORMANCE'] ?? ''
const all = readPrograms()
const programs = all.filter(({ name }) => name.includes(filter))

type Lines = readonly string[]
const inPage = new Map<string, Promise<Lines>>()
const native = new Map<string, Promise<Lines>>()

let site: Site
let browser: Browser
/** Of each program's server, in the order of the programs. */
let ports: readonly number[]

beforeAll(async () => {
  site = await serveSite()
  ports = await findFreePorts(programs.length)
  const rules = programs.map(({ host }, index) => `MAP ${host} 127.0.0.1:${ports[index] ?? 0}`)
  browser = await chromium.launch(
    chromiumLaunchOptions(
      // No name leads out of this machine.
      `--host-resolver-rules=MAP course.example 127.0.0.1:${site.port}, ${rules.join(', ')}, MAP * ^NOTFOUND, EXCLUDE 127.0.0.1`,
    ),
  )
  const nativeTab = await openPage()
  const tabs = await Promise.all(Array.from({ length: TABS }, openPage))
  inEach(programs, TABS, inPage, (program, index) =>
    runInPage(tabs[index % TABS] ?? nativeTab, program),
  )
  inEach(programs, AT_ONCE, native, (program, index) =>
    runNative(nativeTab, program, ports[index] ?? 0),
  )
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

async function openPage(): Promise<Page> {
  const page = await browser.newPage()
  await page.goto('http://course.example/')
  await page.waitForFunction(() => 'conformance' in window)
  return page
}

/** A world in which this many programs in a row did not end is given up. */
const MAX_ENDLESS = 3

/** Runs some at once, in order, and keeps what each will give. */
function inEach(
  list: readonly ConformanceProgram[],
  atOnce: number,
  results: Map<string, Promise<Lines>>,
  run: (program: ConformanceProgram, index: number) => Promise<Lines>,
): void {
  let endless = 0
  const lanes = Array.from({ length: atOnce }, () => Promise.resolve<unknown>(undefined))
  for (const [index, program] of list.entries()) {
    const lane = index % atOnce
    // A run that fails is a line that nothing equals.
    const result = (lanes[lane] ?? Promise.resolve())
      .then(() => {
        if (endless >= MAX_ENDLESS) return [`not run: ${MAX_ENDLESS} before it did not end`]
        return run(program, index)
      })
      .then((lines) => {
        endless = lines.at(-1) === 'done' ? 0 : endless + 1
        return lines
      })
      .catch((error: unknown) => [`it could not run: ${String(error)}`])
    lanes[lane] = result
    results.set(program.name, result)
  }
}

function runInPage(page: Page, { source, scenario }: ConformanceProgram): Promise<Lines> {
  const server = scenario === null ? null : readFileSync(scenarioFile(scenario), 'utf8')
  return page.evaluate(([client, program]) => window.conformance.runInPage(client, program), [
    source,
    server,
  ] as const)
}

async function runNative(page: Page, program: ConformanceProgram, port: number): Promise<Lines> {
  const scenario = await startScenario(program, port)
  try {
    return await page.evaluate((client) => window.conformance.runNative(client), program.source)
  } finally {
    await scenario.stop()
  }
}

/** Programs that were compared: on a second try they run anew, in tabs of their own. */
const compared = new Set<string>()

async function runAgain(program: ConformanceProgram): Promise<void> {
  const tabs = await Promise.all([openPage(), openPage()])
  inPage.set(program.name, runInPage(tabs[0], program))
  native.set(program.name, runNative(tabs[1], program, ports[programs.indexOf(program)] ?? 0))
}

test.each(programs)('$name', async (program) => {
  const { name } = program
  if (compared.has(name)) await runAgain(program)
  compared.add(name)
  const [ours = [], theirs = []] = await Promise.all([inPage.get(name), native.get(name)])
  if (filter !== '') console.log(theirs.join('\n'))
  const known = knownDifferences.filter(({ program }) => program === name)
  expect(compareRuns(ours, theirs, known), `${name}\n`).toBe('')
})

test('every scenario has a program', () => {
  const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url))
  const scenarios = readdirSync(folder).map((file) => file.slice(0, -'.js'.length))
  expect(scenarios.filter((name) => !all.some(({ scenario }) => scenario === name))).toEqual([])
})

test('every known difference names a program', () => {
  const names = new Set(all.map(({ name }) => name))
  expect(knownDifferences.filter(({ program }) => !names.has(program))).toEqual([])
})
