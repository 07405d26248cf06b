/** Every address of the course in every language, several of them in one page. */
import { readFile, readdir } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { LOCALES, type Locale } from '../../src/core/locale/locale.ts'
import { expectNoViolations, expectTheme } from './accessibility.ts'
import { expect, test } from './test.ts'

/** Addresses that one test visits. */
const VISITS = 8

interface Address {
  readonly path: string
  /** What is visible there once the page is whole. */
  readonly landmark: (page: Page) => ReturnType<Page['locator']>
}

const lessonsDirectory = new URL('../../lessons/', import.meta.url)
const foldersIn = async (folder: URL) =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
const lessons = (await foldersIn(lessonsDirectory)).filter((name) => name !== 'faults')
const cases = await foldersIn(new URL('faults/', lessonsDirectory))
const slugs = [...lessons, ...cases.map((name) => `find-the-fault-${name}`)]

async function lesson(slug: string, language: Locale): Promise<Address> {
  const folder = slug.replace(/^find-the-fault-/, 'faults/')
  const text = await readFile(new URL(`${folder}/${language}.md`, lessonsDirectory), 'utf8')
  const [, title = ''] = /^title: (.*)$/m.exec(text) ?? []
  return {
    path: `${language}/${slug}.html`,
    landmark: (page) => page.getByRole('heading', { level: 1, name: title, exact: true }),
  }
}

async function addresses(language: Locale): Promise<readonly Address[]> {
  return [
    { path: `${language}/index.html`, landmark: (page) => page.getByRole('heading', { level: 1 }) },
    ...['figures', 'glossary', 'cheatsheet', 'progress'].map((name) => ({
      path: `${language}/${name}.html`,
      landmark: (page: Page) => page.getByRole('heading', { level: 2 }).first(),
    })),
    { path: `${language}/play.html`, landmark: (page) => page.getByRole('textbox').first() },
    ...(await Promise.all(slugs.map((slug) => lesson(slug, language)))),
  ]
}

/** Cases whose recorded program throws, and nothing of it is caught. */
const UNCAUGHT: Readonly<Record<string, RegExp>> = {
  'lost-tea.html': /^uncaught: .*Still in CONNECTING/,
  'half-time.html': /^uncaught: .*is not valid JSON/,
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const [dark, language] of LOCALES.entries()) {
  const all = await addresses(language)
  for (let first = 0; first < all.length; first += VISITS) {
    const visited = all.slice(first, first + VISITS)
    test(`addresses ${first + 1} to ${first + visited.length} in ${language} load, fit narrow and wide windows and have no accessibility violation`, async ({
      page,
      guard,
    }) => {
      for (const [index, { path, landmark }] of visited.entries()) {
        await test.step(path, async () => {
          const problemsBefore = guard.report().length
          const uncaught = UNCAUGHT[path.replace(/^.*find-the-fault-/, '')]
          if (uncaught !== undefined) guard.expectProblem(uncaught)
          await page.setViewportSize({ width: 1440, height: 900 })
          // Each address in the light theme in one language, in the dark one in the other.
          const colorScheme = (first + index + dark) % 2 === 0 ? 'light' : 'dark'
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await page.goto(path)
          await expect(landmark(page)).toBeVisible()
          await expectTheme(page, colorScheme)
          await page.waitForFunction(() => !('earlyInput' in window))
          await expectNoViolations(page)
          expect(await overflow(page), 'overflow at 1440 pixels').toBe(0)
          await page.setViewportSize({ width: 390, height: 844 })
          await expect.poll(() => overflow(page), 'overflow at 390 pixels').toBe(0)
          await expect
            .poll(() => guard.report().slice(problemsBefore), 'what the page did that it must not')
            .toEqual([])
        })
      }
    })
  }
}
