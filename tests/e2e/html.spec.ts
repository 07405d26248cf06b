/** The pages as files: valid HTML, and a head that says what they are. */
import { access, readdir, readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { HtmlValidate, type ConfigData } from 'html-validate'
import { LOCALES } from '../../src/core/locale/locale.ts'

const dist = new URL('../../dist/', import.meta.url)
const files = (await readdir(dist, { recursive: true })).filter(
  (name) => name.endsWith('.html') && name !== 'sandbox.html',
)

// What the standard forbids. Rules about style, and those that axe checks in a browser, are left out.
const config: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    // `crossorigin` is empty in the standard's own examples.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // Vue writes a comment where a condition does not hold.
    'no-conditional-comment': 'off',
    // Everything comes from the site itself.
    'require-sri': 'off',
  },
}

/** The course's page has two headers, of which one is displayed: `course.spec.ts`. */
const withTwoHeaders: ConfigData = {
  ...config,
  rules: { ...config.rules, 'heading-level': ['error', { allowMultipleH1: true }] },
}

for (const name of files)
  test(`a validator finds no error in ${name}`, async () => {
    const isCourse = name.endsWith('index.html') && name.includes('/')
    const validator = new HtmlValidate(isCourse ? withTwoHeaders : config)
    const report = await validator.validateString(await readFile(new URL(name, dist), 'utf8'))
    const found = report.results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`,
      ),
    )
    expect(found).toEqual([])
  })

for (const name of files.filter((file) => file !== '404.html'))
  test(`${name} says what it is, in which languages, and shows a picture where it is linked`, async () => {
    const html = await readFile(new URL(name, dist), 'utf8')
    const head = html.slice(0, html.indexOf('</head>'))
    const valueOf = (pattern: RegExp) => pattern.exec(head)?.[1] ?? ''
    const [folder, root] = name.includes('/') ? [name.split('/')[0], '../'] : ['en', './']

    expect(valueOf(/<html lang="([^"]*)"/)).toBe(folder)
    const title = valueOf(/<title>([^<]*)</)
    expect(title).toContain('Upgrade 101')
    expect(valueOf(/property="og:title" content="([^"]*)"/)).toBe(title)
    expect(valueOf(/name="description" content="([^"]*)"/).length).toBeGreaterThan(10)

    const alternates = [...head.matchAll(/rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)]
    expect(alternates.map(([, language]) => language)).toEqual([...LOCALES, 'x-default'])
    const picture = valueOf(/property="og:image" content="([^"]*)"/)
    expect(picture).toBe(`${root}preview-${folder}.png`)
    for (const url of [picture, ...alternates.map(([, , href = '']) => href)])
      await expect(access(new URL(url, new URL(name, dist))), url).resolves.toBeUndefined()
  })
