import { chromium, firefox, type Browser } from '@playwright/test'
import { chromiumLaunchOptions } from '../../scripts/browser.mjs'
import { findProgram, firefox as firefoxProgram } from '../../scripts/find-program.mjs'

export type BrowserName = 'Chromium' | 'Firefox'

/** Both browsers, each resolved as the tests do that need only one. */
export const launch: Readonly<Record<BrowserName, () => Promise<Browser>>> = {
  Chromium: () => chromium.launch(chromiumLaunchOptions()),
  Firefox: () =>
    firefox.launch({ channel: 'moz-firefox', executablePath: findProgram(firefoxProgram) }),
}

export const browserNames: readonly BrowserName[] = ['Chromium', 'Firefox']
