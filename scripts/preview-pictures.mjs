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
  javaScriptEnabled: false,
})
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
  return `
    html, body, #app { overflow: hidden; }
    .bar { height: 112px; padding: 0 64px; border: 0; background: none; zoom: 1; }
    .bar > :not(.home), .skip, .intro, .doors, .page > :not(.hero) { display: none; }
    .home { font-size: 32px; gap: 16px; }
    .home svg { width: 48px; height: 48px; }
    .app { grid-template-rows: 112px 1fr; }
    .page { max-width: none; padding: 16px 64px; }
    .hero { gap: 24px; }
    h1 { font-size: 60px; line-height: 1.12; }
    .picture { margin-top: 8px; width: 100%; }`
}
