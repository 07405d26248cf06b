/** What a page says of itself to search engines and to whatever shows a link to it. */
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../src/core/locale/locale.ts'
import { THEME_BARS } from '../../src/app/inline/theme-bars.ts'
import { escapeHtml } from './escape-html.ts'

export interface PageAbout {
  /** From the site's root: `/en/first-echo.html`. */
  readonly address: string
  readonly locale: Locale
  readonly title: string
  readonly description: string
}

/** Of the pictures in `public/`, pixels. */
const PREVIEW = { width: 1200, height: 630 } as const
const previewPicture = (locale: Locale) => `preview-${locale}.png`

/** The bar of a browser in either theme. The script within the page changes them: `show-theme.ts`. */
export const themeTags: readonly string[] = (['light', 'dark'] as const).map(
  (scheme) =>
    `<meta name="theme-color" content="${THEME_BARS[scheme]}" media="(prefers-color-scheme: ${scheme})">`,
)

/**
 * @param root of the site, relative to the page: `../`
 * @param site the address of the site, where it is known
 */
export function headTags(page: PageAbout, root: string, site: URL | null): readonly string[] {
  const { address, locale } = page
  const [title, description] = [escapeHtml(page.title), escapeHtml(page.description)]
  const url = (path: string) => (site === null ? root + path : new URL(path, site).href)
  const { language: spoken, region } = new Intl.Locale(locale).maximize()
  const here = url(address.slice(1))
  const ofSite =
    site === null
      ? []
      : [`<link rel="canonical" href="${here}">`, `<meta property="og:url" content="${here}">`]
  return [
    `<title>${title}</title>`,
    `<meta name="description" content="${description}">`,
    ...ofSite,
    ...alternatesOf(address).map(
      ([language, path]) => `<link rel="alternate" hreflang="${language}" href="${url(path)}">`,
    ),
    `<meta property="og:type" content="website">`,
    `<meta property="og:site_name" content="Upgrade 101">`,
    `<meta property="og:locale" content="${spoken}_${region}">`,
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${description}">`,
    `<meta property="og:image" content="${url(previewPicture(locale))}">`,
    `<meta property="og:image:width" content="${PREVIEW.width}">`,
    `<meta property="og:image:height" content="${PREVIEW.height}">`,
    `<meta name="twitter:card" content="summary_large_image">`,
  ]
}

/**
 * A page in each language, and where a reader of another language is led: `hreflang` and path from
 * the site's root. The first page of the site asks for the language.
 */
export function alternatesOf(address: string): readonly (readonly [string, string])[] {
  const name = address.split('/').at(-1) ?? ''
  const byLocale = LOCALES.map((locale) => [locale, `${locale}/${name}`] as const)
  const byDefault = name === 'index.html' ? name : `${DEFAULT_LOCALE}/${name}`
  return [...byLocale, ['x-default', byDefault]]
}
