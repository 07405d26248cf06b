import { expect, test } from 'vitest'
import { playwrightOutcome, printedOutcome, total, vitestOutcome } from './outcome.mjs'

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
  const stats = { expected: 7, skipped: 1, unexpected: 2, flaky: 3 }
  expect(playwrightOutcome(JSON.stringify({ stats, errors: [{}] }))).toEqual({
    passed: 7,
    failed: 7,
  })
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
