import { chromium } from '@playwright/test'
import { chromiumLaunchOptions } from '../../scripts/browser.mjs'
import { identityPrograms } from './programs.ts'
import { identitySuite } from './suite.ts'

identitySuite({
  ...identityPrograms('Chromium'),
  launch: () => chromium.launch(chromiumLaunchOptions()),
})
