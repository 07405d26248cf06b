import type { RenderedPage } from '../../src/app/render-page.ts'
import { languageOf } from '../../src/core/locale/locale.ts'
import { escapeHtml } from './escape-html.ts'
import { headTags, themeTags } from './head-tags.ts'
import { pagePolicy } from './page-policy.ts'
import { WEB_MANIFEST } from './web-manifest.ts'

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
  /** What the page calls the build that made it; null in development, where no build is kept. */
  readonly build: string | null
}

/** Hidden words for whatever keeps the app from starting: `src/app/inline/trouble.ts` shows them. */
function troubleWords({ causes, blocked, open, reload }: RenderedPage['trouble']): string {
  const words = Object.entries(causes).map(([cause, text]) => {
    const sentence = escapeHtml(text).replace('{detail}', '<b></b>')
    const link =
      cause === 'frame'
        ? ` <a href="" target="_blank" rel="noopener">${escapeHtml(open)}</a>`
        : cause === 'disk' || cause === 'type' || cause === 'policy'
          ? ''
          : ` <a href="">${escapeHtml(reload)}</a>`
    return `<p data-trouble="${cause}" hidden>${sentence}${link}</p>`
  })
  return `<p id="blocked">${escapeHtml(blocked)}</p><div id="trouble" role="alert" hidden>${words.join('')}</div>`
}

type Page = Omit<RenderedPage, 'modules' | 'wanted' | 'script'>

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
  const { build } = assets
  const ofBuild = build === null ? '' : ` data-build="${build}"`
  const installable =
    build === null ? [] : [`<link rel="manifest" href="${assets.root}${WEB_MANIFEST}">`]
  const lines = [
    '<!doctype html>',
    `<html lang="${locale}" dir="${languageOf(locale).dir}"${ofBuild}>`,
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
    ...installable,
    ...assets.preloads.map((url) => `<link rel="modulepreload" href="${url}">`),
    `<script type="module" src="${assets.entry}"></script>`,
    '</head>',
    '<body>',
    troubleWords(page.trouble),
    `<div id="app">${page.html}</div>${page.teleports}`,
    '</body>',
    '</html>',
  ]
  return lines.join('\n') + '\n'
}
