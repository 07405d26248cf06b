/**
 * Every hostile program, and every intrinsic of the language and the browser replaced one at a time,
 * in Chromium. Needs `dist/`.
 */
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/browser.mjs'
import { createHarnessSite } from '../e2e/sandbox/site.ts'
import type { ObservedRun } from '../e2e/sandbox/harness.ts'
import type { StaticServer } from '../e2e/static-server.ts'
import { hostilePrograms } from './programs.ts'
import {
  comparedFor,
  MAX_SILENCE,
  missingIn,
  poisoned,
  reasonOf,
  requestOf,
  tryProgram,
  walkIntrinsics,
  type Intrinsic,
  type Poison,
} from './trial.ts'

let site: StaticServer
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    createHarnessSite(),
    chromium.launch(chromiumLaunchOptions()),
  ])
  page = await browser.newPage()
  await page.goto(site.url)
  await page.waitForFunction(() => 'harness' in window)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('a hostile program', () => {
  for (const program of hostilePrograms())
    it(program.name, async () => {
      const { run, silence } = await tryProgram(page, requestOf(program))
      expect(missingIn(program, run)).toBe('')
      expect(silence).toBeLessThan(MAX_SILENCE)
    })
})

describe('an intrinsic that is replaced changes nothing, or the run says so', () => {
  for (const poison of ['throws', 'lies'] as const)
    for (const list of ['language', 'asked', 'browser'] as const)
      it(`${list}, ${poison}`, async () => {
        const intrinsics = (await page.evaluate(walkIntrinsics))[list]
        const plain = (await tryProgram(page, poisoned([], poison))).run
        expect(await silent(intrinsics, poison, plain)).toEqual([])
      })
})

/** Those whose run differs without a reason. Where many change nothing together, none does. */
async function silent(
  intrinsics: readonly Intrinsic[],
  poison: Poison,
  plain: ObservedRun,
): Promise<readonly string[]> {
  const { run } = await tryProgram(page, poisoned(intrinsics, poison))
  const only = intrinsics.length === 1 ? intrinsics[0] : undefined
  if (comparedFor(only, run) === comparedFor(only, plain)) return []
  if (intrinsics.length > 1) {
    const middle = intrinsics.length >> 1
    return [
      ...(await silent(intrinsics.slice(0, middle), poison, plain)),
      ...(await silent(intrinsics.slice(middle), poison, plain)),
    ]
  }
  return reasonOf(run) === undefined ? intrinsics.map((one) => one.join(' ')) : []
}
