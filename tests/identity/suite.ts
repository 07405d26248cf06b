/**
 * A program sees no difference between an observed WebSocket and the browser's own: each
 * program runs bare, observed, and observed and routed, in one browser against one server of `ws`,
 * and what it says must be equal.
 *
 * `IDENTITY=<part of a name>` runs some programs only, and prints what they say.
 */
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KnownDifference } from '../conformance/differences.ts'
import { compareRuns } from '../conformance/compare.ts'
import type { ConformanceProgram } from '../conformance/program.ts'
import { serveSite, type Site } from '../conformance/site.ts'

type Lines = readonly string[]

export interface IdentitySuite {
  /** For the names of tests. */
  readonly browserName: string
  readonly programs: readonly ConformanceProgram[]
  /** Runs an action while the server of a program listens; gives it the port. */
  serve<T>(program: ConformanceProgram, action: (port: number) => Promise<T>): Promise<T>
  /** Whether each program runs routed too: its server must not care about the path. */
  readonly routed: boolean
  readonly differences: readonly KnownDifference[]
  /** Takes out of a line what depends on the text of the caller. */
  wording?(line: string): string
  launch(): Promise<Browser>
}

/** Tabs that run programs, one at a time each. */
const TABS = 2

export function identitySuite(suite: IdentitySuite): void {
  const { browserName, programs, serve, routed, differences, launch } = suite
  const wording = (line: string) => suite.wording?.(line) ?? line
  const filter = process.env['IDENTITY'] ?? ''
  const chosen = programs.filter(({ name }) => name.includes(filter))
  const runs = new Map<string, Promise<readonly Lines[]>>()
  let site: Site
  let browser: Browser

  beforeAll(async () => {
    ;[site, browser] = await Promise.all([serveSite(), launch()])
    const tabs = await Promise.all(Array.from({ length: TABS }, openPage))
    for (const [tab, page] of tabs.entries()) {
      let before: Promise<unknown> = Promise.resolve()
      for (const [index, program] of chosen.entries()) {
        if (index % TABS !== tab) continue
        const run = before.then(() => runAll(page, program))
        before = run.catch(() => undefined)
        runs.set(program.name, run)
      }
    }
  })

  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  async function openPage(): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${site.port}/`)
    await page.waitForFunction(() => 'conformance' in window)
    return page
  }

  /** The program as it is, observed, and where it can be, observed and routed. */
  async function runAll(page: Page, program: ConformanceProgram): Promise<readonly Lines[]> {
    const sourceFor = (port: number) => program.source.replaceAll(program.host, `localhost:${port}`)
    const native = await serve(program, (port) =>
      page.evaluate((client) => window.conformance.runNative(client), sourceFor(port)),
    )
    const observe = (isRouted: boolean) =>
      serve(program, (port) =>
        page.evaluate(([client, url]) => window.conformance.runObserved(client, url), [
          sourceFor(port),
          isRouted ? `ws://127.0.0.1:${port}/routed` : null,
        ] as const),
      )
    const observed = await observe(false)
    return routed ? [native, observed, await observe(true)] : [native, observed]
  }

  /** Programs that were compared: on a second try they run anew. */
  const compared = new Set<string>()

  describe(`observed in ${browserName}`, () => {
    test.each(chosen)('$name', async (program) => {
      const { name } = program
      if (compared.has(name)) runs.set(name, runAll(await openPage(), program))
      compared.add(name)
      const [native = [], ...observed] = (await runs.get(name)) ?? []
      const known = differences.filter(({ program }) => program === name)
      if (filter !== '') console.log(native.join('\n'))
      for (const [index, lines] of observed.entries()) {
        const way = index === 0 ? 'observed' : 'observed and routed'
        expect(
          compareRuns(lines.map(wording), native.map(wording), known),
          `${name}, ${way}\n`,
        ).toBe('')
      }
    })
  })
}
