#!/usr/bin/env node
/**
 * Draws `public/icon-<pixels>.png`, the site's icon on a ground, for those who install it: phones do
 * not take an SVG. Run it when `public/favicon.svg` changed.
 */
import { chromium } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromiumLaunchOptions } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const icon = await readFile(`${root}public/favicon.svg`, 'utf8')
const browser = await chromium.launch(chromiumLaunchOptions())
const page = await browser.newPage({ colorScheme: 'light' })
for (const size of [192, 512]) {
  await page.setViewportSize({ width: size, height: size })
  // A launcher may cut all but a circle of four fifths: the drawing stays within.
  await page.setContent(`<style>
    body { display: grid; place-items: center; height: 100vh; margin: 0; background: #fff; }
    svg { width: 56%; }
  </style>${icon}`)
  await page.screenshot({ path: `${root}public/icon-${size}.png` })
}
await browser.close()
