import { chromium } from '@playwright/test'
import { resolveBrowser, thisMachine } from '../../scripts/browser.mjs'
import { identityPrograms } from './programs.ts'
import { identitySuite } from './suite.ts'

identitySuite({
  ...identityPrograms('Chromium'),
  launch: () =>
    chromium.launch({
      executablePath: process.env['UPGRADE101_BROWSER'] || resolveBrowser(thisMachine()),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    }),
})
