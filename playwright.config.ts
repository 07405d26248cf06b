import { defineConfig, devices } from '@playwright/test'
import { availableParallelism } from 'node:os'
import { chromiumLaunchOptions } from './scripts/browser.mjs'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: Math.max(2, availableParallelism()),
  // Limits for what hangs, far above what a busy machine takes.
  timeout: 10 * 60_000,
  expect: { timeout: 2 * 60_000 },
  reporter: 'list',
  use: {
    locale: 'en-US',
    trace: 'off',
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
