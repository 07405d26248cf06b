import { defineConfig, devices } from '@playwright/test'
import { availableParallelism } from 'node:os'
import { chromiumLaunchOptions } from './scripts/browser.mjs'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  // What passes on its second try is named by `npm test`, with the page on which it failed.
  retries: 1,
  workers: Math.max(2, availableParallelism()),
  // Limits for what hangs, far above what a busy machine takes.
  timeout: 10 * 60_000,
  expect: { timeout: 2 * 60_000 },
  reporter: 'list',
  use: {
    locale: 'en-US',
    trace: 'off',
    // It would answer for the host of each test: `offline.spec.ts` is about it.
    serviceWorkers: 'block',
    // A test begins with an empty storage on an empty page, and is spared a process.
    reuseContext: true,
    // A renderer in reserve for each page costs as much as some tests.
    launchOptions: chromiumLaunchOptions('--disable-features=SpareRendererForSitePerProcess'),
  },
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
})
