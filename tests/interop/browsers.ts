import { chromium, firefox, type Browser } from '@playwright/test'
import { resolveBrowser, thisMachine } from '../../scripts/browser.mjs'
import { machineForFirefox, resolveFirefox } from '../../scripts/firefox.mjs'

export type BrowserName = 'Chromium' | 'Firefox'

/** Both browsers, each resolved as the tests do that need only one. */
export const launch: Readonly<Record<BrowserName, () => Promise<Browser>>> = {
  Chromium: () =>
    chromium.launch({
      executablePath: process.env['UPGRADE101_BROWSER'] || resolveBrowser(thisMachine()),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    }),
  Firefox: () =>
    firefox.launch({ channel: 'moz-firefox', executablePath: resolveFirefox(machineForFirefox()) }),
}

export const browserNames: readonly BrowserName[] = ['Chromium', 'Firefox']
