#!/usr/bin/env node
/**
 * Draws `public/preview-<language>.png`, which is shown where somebody posts a link: the first page's
 * own heading and picture, from the built site. Run it after `npm run build` when they changed.
 */
import { chromium } from '@playwright/test'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'
import { chromiumLaunchOptions } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const server = await preview({ root, logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } })
const browser = await chromium.launch(chromiumLaunchOptions())
const page = await browser.newPage({
  viewport: { width: 1200, height: 630 },
  colorScheme: 'light',
})
// The page as it is before the app is there.
await page.route('**/*.js', (route) => route.abort())
const folders = await readdir(`${root}dist`, { withFileTypes: true })
const languages = folders.filter((entry) => entry.isDirectory() && entry.name !== 'assets')
for (const { name: language } of languages) {
  await page.goto(new URL(`${language}/index.html`, server.resolvedUrls?.local[0]).href)
  await page.addStyleTag({ content: card() })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${root}public/preview-${language}.png` })
}
await browser.close()
await server.close()

/** Of the page, what fits on a card: the name of the site, the heading and the picture. */
function card() {
  // Stronger than the scoped styles of the page.
  return `
    #app .app { grid-template-rows: 120px 1fr; background: var(--bg); }
    #app .main { overflow: hidden; }
    #app .bar { padding: 24px 64px 0; border: 0; background: none; }
    #app .bar > :not(.home), #app :is(.skip, .intro, .doors), #app .page > :not(.hero) {
      display: none;
    }
    #app .home { gap: 14px; font-size: 30px; }
    #app .home svg { width: 44px; height: 44px; }
    #app .page { max-width: none; padding: 24px 64px; }
    #app .hero { gap: 32px; }
    #app h1 { font-size: 68px; }
    #app .picture { width: 100%; margin: 0; padding: 36px; }`
}
