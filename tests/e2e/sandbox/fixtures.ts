/** The `test` of the sandbox alone, on a page that runs programs and keeps their messages. */
import type { Page } from '@playwright/test'
import type { RunRequest } from '../../../src/sandbox/host/run.ts'
import type { StaticServer } from '../static-server.ts'
import { expect, test as base } from '../test.ts'
import type { Harness, ObservedRun } from './harness.ts'
import { createHarnessSite } from './site.ts'

declare global {
  interface Window {
    readonly harness: Harness
  }
}

/** Virtual milliseconds that a run may go on for, unless a test sets another limit. */
const HORIZON = 60_000

export class HarnessPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Starts a program and waits for nothing. */
  start(request: RunRequest, computeUntil = HORIZON): Promise<number> {
    return this.#page.evaluate(([whole, until]) => window.harness.start(whole, until), [
      request,
      computeUntil,
    ] as const)
  }

  /** The run as reported so far. */
  look(index: number): Promise<ObservedRun> {
    return this.#page.evaluate((at) => {
      const run = window.harness.runs[at]
      if (run === undefined) throw new Error(`There is no run ${at}`)
      return run
    }, index)
  }

  /** Waits until a run has ended or failed. */
  async end(index: number): Promise<ObservedRun> {
    await this.#page.waitForFunction((at) => {
      const run = window.harness.runs[at]
      return run?.ended !== undefined || run?.failed !== undefined
    }, index)
    return this.look(index)
  }

  /** Waits until a run has reported an event of this type. */
  async seen(index: number, type: string): Promise<ObservedRun> {
    await this.#page.waitForFunction(
      ([at, wanted]) => window.harness.runs[at]?.events.some((event) => event.type === wanted),
      [index, type] as const,
    )
    return this.look(index)
  }

  async run(request: RunRequest, computeUntil?: number): Promise<ObservedRun> {
    return this.end(await this.start(request, computeUntil))
  }

  stop(index: number): Promise<void> {
    return this.#page.evaluate((at) => window.harness.stop(at), index)
  }
}

export const test = base.extend<
  { readonly harness: HarnessPage },
  { readonly harnessSite: StaticServer }
>({
  harnessSite: [
    // Playwright reads the names of fixtures from this parameter.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await createHarnessSite()
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],

  harness: async ({ page, guard, harnessSite }, use) => {
    guard.allowServer(harnessSite.url)
    await page.goto(harnessSite.url)
    await use(new HarnessPage(page))
  },
})

export { expect }
