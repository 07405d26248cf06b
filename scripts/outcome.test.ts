import { expect, test } from 'vitest'
import {
  pagesAtFailure,
  playwrightOutcome,
  printedOutcome,
  total,
  vitestOutcome,
} from './outcome.mjs'

const vitestReport = (numPassedTests: number, numTotalTests: number, testResults: object[] = []) =>
  JSON.stringify({ numPassedTests, numTotalTests, testResults })

test('counts the tests of Vitest, skipped ones as failed', () => {
  expect(vitestOutcome(vitestReport(10, 10))).toEqual({ passed: 10, failed: 0 })
  expect(vitestOutcome(vitestReport(8, 10))).toEqual({ passed: 8, failed: 2 })
})

test('counts a file that Vitest could not run', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'passed', assertionResults: [{}] },
  ]
  expect(vitestOutcome(vitestReport(1, 2, files))).toEqual({ passed: 1, failed: 2 })
})

test('counts the tests of Playwright, and errors outside of them', () => {
  const stats = { expected: 7, skipped: 1, unexpected: 2, flaky: 0 }
  expect(playwrightOutcome(JSON.stringify({ stats, errors: [{}], suites: [] }))).toEqual({
    passed: 7,
    failed: 4,
  })
})

const failedAttempt = {
  status: 'failed',
  attachments: [{ name: 'screenshot' }, { name: 'error-context', path: 'page.md' }],
}
const twice = {
  stats: { expected: 1, skipped: 0, unexpected: 0, flaky: 1 },
  errors: [],
  suites: [
    {
      specs: [
        { title: 'is steady', file: 'a.spec.ts', tests: [{ status: 'expected', results: [] }] },
      ],
      suites: [
        {
          specs: [
            {
              title: 'is not',
              file: 'a.spec.ts',
              tests: [
                {
                  status: 'flaky',
                  results: [failedAttempt, { status: 'passed', attachments: [] }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
}

test('names what passed on its second try, and finds the page on which it failed', () => {
  const report = JSON.stringify(twice)
  expect(playwrightOutcome(report)).toEqual({
    passed: 2,
    failed: 0,
    unsteady: ['a.spec.ts: is not'],
  })
  expect(pagesAtFailure(report)).toEqual([{ title: 'a.spec.ts: is not', path: 'page.md' }])
})

test('reads the last line of its form', () => {
  expect(printedOutcome('1 passed, 1 failed\nmore\n12 passed, 3 failed\n')).toEqual({
    passed: 12,
    failed: 3,
  })
  expect(printedOutcome('all 12 passed, 0 failed')).toBeNull()
})

test('adds up', () => {
  expect(
    total([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 0 },
    ]),
  ).toEqual({ passed: 4, failed: 2 })
})
