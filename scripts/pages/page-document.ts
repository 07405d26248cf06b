import type { RenderedPage } from '../../src/app/render-page.ts'
import { languageOf } from '../../src/core/locale/locale.ts'
import { escapeHtml } from './escape-html.ts'
import { headTags, themeTags } from './head-tags.ts'
import { pagePolicy } from './page-policy.ts'

/** What a page needs besides its content. URLs are relative to the page. */
export interface PageAssets {
  readonly entry: string
  readonly styles: readonly string[]
  /** Modules that the entry will import, fetched beside it. */
  readonly preloads: readonly string[]
  readonly fonts: readonly string[]
  readonly icon: string
  /** The root of the site, relative to the page. */
  readonly root: string
}

type Page = Omit<RenderedPage, 'modules' | 'wanted'>

/**
 * The whole document of a page.
 * @param site the address of the site, where it is known
 */
export function pageDocument(
  page: Page,
  assets: PageAssets,
  inlineScript: string,
  site: URL | null,
): string {
  const { locale } = page
  const lines = [
    '<!doctype html>',
    `<html lang="${locale}" dir="${languageOf(locale).dir}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(inlineScript)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    ...themeTags,
    `<script>${inlineScript}</script>`,
    ...assets.styles.map((url) => `<link rel="stylesheet" href="${url}">`),
    ...assets.fonts.map(
      (url) => `<link rel="preload" as="font" type="font/woff2" href="${url}" crossorigin>`,
    ),
    ...headTags(page, assets.root, site),
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
