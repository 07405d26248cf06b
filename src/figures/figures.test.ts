import { figures } from 'virtual:figures'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { languageOf, LOCALES, type Locale } from '../core/locale/locale.ts'
import { createTexts, showLocale } from '../locales/index.ts'
import type { FigureDefinition } from './figure.ts'

type Texts = Readonly<Record<string, unknown>>

const definitions = import.meta.glob<FigureDefinition<Texts>>('./*/figure.ts', {
  eager: true,
  import: 'default',
})
const texts = import.meta.glob<Texts>(['./*/*.ts', '!./*/*.test.ts'], {
  eager: true,
  import: 'default',
})
const textsOf = (name: string, locale: Locale) => texts[`./${name}/${locale}.ts`] ?? {}

/** The figure twice, as a page may show it. */
async function renderTwice(name: string, locale: Locale): Promise<string> {
  const component = (await figures[name]?.())?.default
  if (component === undefined) throw new Error(`there is no figure ${name}`)
  const app = createSSRApp({ render: () => [h(component), h(component)] })
  app.config.warnHandler = (message) => console.warn(message)
  const texts = createTexts()
  await showLocale(texts, locale)
  return renderToString(app.use(texts))
}

const found = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, value = '']) => value)

it('every folder is a figure', () => {
  expect(Object.keys(figures).map((name) => `./${name}/figure.ts`)).toEqual(
    Object.keys(definitions),
  )
})

describe.each(Object.keys(figures))('the figure %s', (name) => {
  /** A partial language may lack a figure, which is then shown in English. */
  const locales = LOCALES.filter(
    (locale) => !languageOf(locale).isPartial || `./${name}/${locale}.ts` in texts,
  )
  const warnings = vi.spyOn(console, 'warn')
  beforeEach(() => {
    warnings.mockReset()
  })
  afterEach(() => {
    expect(warnings.mock.calls).toEqual([])
  })

  it.each(locales)('renders on a server in %s, with a role and a name', async (locale) => {
    expect(globalThis).not.toHaveProperty('window')
    const html = await renderTwice(name, locale)
    expect(html).toMatch(/^(<!--\[-->)?<\w+ [^>]*role="\w+"[^>]* aria-label="[^"]+"/)
    expect(html).toContain(`aria-label="${String(textsOf(name, locale)['label'])}"`)
  })

  it('has ids that are unique on a page, and refers only to them', async () => {
    const html = await renderTwice(name, 'en')
    const ids = found(html, / id="([^"]*)"/g)
    expect(ids).toEqual([...new Set(ids)])
    const named = found(html, /(?:url\(#|\bfor="|aria-\w+by=")([^")]+)/g)
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })

  it.each(locales)('says in words what it shows, in %s', (locale) => {
    const key = String(definitions[`./${name}/figure.ts`]?.alternative)
    expect(textsOf(name, locale)[key]).toMatch(/\S{3}/)
  })

  it('has the same texts and places in every language', () => {
    const shapeOf = (value: unknown): unknown =>
      typeof value === 'string'
        ? found(value, /\{(\w+)\}/g).sort()
        : Object.fromEntries(Object.entries(value ?? {}).map(([key, text]) => [key, shapeOf(text)]))
    for (const locale of locales)
      expect(shapeOf(textsOf(name, locale))).toEqual(shapeOf(textsOf(name, 'en')))
  })
})
