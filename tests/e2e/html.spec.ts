/** The pages as files: valid HTML, and a head that says what they are. */
import { readdir, readFile } from 'node:fs/promises'
import { HtmlValidate } from 'html-validate'
import { LOCALES } from '../../src/core/locale/locale.ts'
import { expect, test } from './test.ts'

const dist = new URL('../../dist/', import.meta.url)
const files = (await readdir(dist, { recursive: true })).filter(
  (name) => name.endsWith('.html') && name !== 'sandbox.html',
)

// What the standard forbids. Rules about style, and those that axe checks in a browser, are left out.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    // `crossorigin` is empty in the standard's own examples.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // Vue writes a comment where a condition does not hold.
    // Everything comes from the site itself.
    'require-sri': 'off',
    'no-conditional-comment': 'off',
    // Everything comes from the site itself.
    'require-sri': 'off',
  },
})

for (const name of files)
  test(`a validator finds no error in ${name}`, async () => {
    const report = await validator.validateString(await readFile(new URL(name, dist), 'utf8'))
    const found = report.results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`,
      ),
    )
    expect(found).toEqual([])
  })

for (const name of files.filter((file) => file !== '404.html'))
  test(`${name} says what it is, in which languages, and shows a picture where it is linked`, async ({
    page,
    site,
  }) => {
    await page.setContent(
      (await readFile(new URL(name, dist), 'utf8')).replaceAll(/<script[^]*?<\/script>/g, ''),
    )
    const head = page.locator('head')
    const content = (selector: string) => head.locator(selector).getAttribute('content')
    const root = name.includes('/') ? '../' : './'
    const language = name.includes('/') ? name.split('/')[0] : 'en'
    await expect(page.locator('html')).toHaveAttribute('lang', language ?? '')
    expect((await page.title()).length).toBeGreaterThan(5)
    expect((await content('meta[name="description"]'))?.length).toBeGreaterThan(10)
    expect(await content('meta[property="og:title"]')).toBe(await page.title())
    const alternates = await head
      .locator('link[rel="alternate"]')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
      )
    expect(alternates.map(([tag]) => tag)).toEqual([...LOCALES, 'x-default'])
    const picture = (await content('meta[property="og:image"]')) ?? ''
    expect(picture).toBe(`${root}preview-${language}.png`)
    for (const url of [picture, ...alternates.map(([, href]) => href ?? '')]) {
      const response = await page.request.get(new URL(url, new URL(name, site.url)).href)
      expect(response.status(), url).toBe(200)
    }
  })
