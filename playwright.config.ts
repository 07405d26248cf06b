import { defineConfig, devices } from '@playwright/test'
import { resolveBrowser, thisMachine } from './scripts/browser.mjs'

// Every worker reads this file: what the first one found holds for all.
process.env.UPGRADE101_BROWSER = resolveBrowser(thisMachine())

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: 'list',
  use: {
    locale: 'en-US',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.UPGRADE101_BROWSER,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
})
