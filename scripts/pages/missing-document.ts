import type { MissingPageTexts } from '../../src/app/render-page.ts'
import { escapeHtml } from './escape-html.ts'
import { pagePolicy } from './page-policy.ts'

const STYLE = `
:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 34rem; margin: 0 auto; padding: 12vh 1.5rem; }
section + section { margin-top: 3rem; }
h1, h2 { margin: 0; font-size: 1.4rem; }
ul { margin: 0.5rem 0; padding: 0; list-style: none; }
[hidden] { display: none; }`

/**
 * `404.html`, which a host sends for any address that it does not have. So it may not rely on a file
 * beside it, and its script finds the root of the site.
 */
export function missingDocument(texts: readonly MissingPageTexts[], script: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${texts.map(({ title }) => escapeHtml(title)).join(' · ')}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${texts.map((text, index) => section(text, index === 0 ? 'h1' : 'h2')).join('\n')}
</main>
<script>${script}</script>
</body>
</html>
`
}

function section(
  { locale, title, nearest, course, lessons }: MissingPageTexts,
  heading: 'h1' | 'h2',
): string {
  const link = (name: string, text: string, attributes = '') =>
    `<a href="../${locale}/${name}.html" data-address="${locale}/${name}.html"${attributes}>${escapeHtml(text)}</a>`
  const items = lessons.map(
    ({ slug, title }) => `<li>${link(slug, title, ` data-page="${slug}"`)}</li>`,
  )
  return `<section lang="${locale}">
<${heading}>${escapeHtml(title)}</${heading}>
<div class="nearest"><p>${escapeHtml(nearest)}</p>
<ul>${items.join('')}</ul></div>
<p>${link('index', course)}</p>
</section>`
}
