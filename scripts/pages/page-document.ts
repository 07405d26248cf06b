import type { RenderedPage } from '../../src/app/render-page.ts'
import { languageOf, LOCALES, type Locale } from '../../src/core/locale/locale.ts'
import { escapeHtml } from './escape-html.ts'
import { pagePolicy } from './page-policy.ts'

/** What a page needs besides its content. URLs are relative to the page. */
export interface PageAssets {
  readonly entry: string
  readonly styles: readonly string[]
  /** Modules that the entry will import, fetched beside it. */
  readonly preloads: readonly string[]
  readonly icon: string
}

type Page = Omit<RenderedPage, 'modules' | 'wanted'>

/** The whole document of a page. */
export function pageDocument(page: Page, assets: PageAssets, inlineScript: string): string {
  const { locale, title, description } = page
  const text = { title: escapeHtml(title), description: escapeHtml(description) }
  const lines = [
    '<!doctype html>',
    `<html lang="${locale}" dir="${languageOf(locale).dir}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(inlineScript)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<script>${inlineScript}</script>`,
    ...assets.styles.map((url) => `<link rel="stylesheet" href="${url}">`),
    `<title>${text.title}</title>`,
    `<meta name="description" content="${text.description}">`,
    `<meta property="og:title" content="${text.title}">`,
    `<meta property="og:description" content="${text.description}">`,
    `<meta property="og:type" content="article">`,
    ...LOCALES.map(
      (other) => `<link rel="alternate" hreflang="${other}" href="${inLocale(page, other)}">`,
    ),
    `<link rel="icon" type="image/svg+xml" href="${assets.icon}">`,
    ...assets.preloads.map((url) => `<link rel="modulepreload" href="${url}">`),
    `<script type="module" src="${assets.entry}"></script>`,
    '</head>',
    '<body>',
    `<p id="outdated" role="alert" hidden>${escapeHtml(page.outdated)} <a href="">${escapeHtml(page.reload)}</a></p>`,
    `<div id="app">${page.html}</div>${page.teleports}`,
    '</body>',
    '</html>',
  ]
  return lines.join('\n') + '\n'
}

/** The same page in another language, relative to it. */
function inLocale({ address }: Page, locale: Locale): string {
  return address.replace(/^\/[^/]+/, `../${locale}`)
}
