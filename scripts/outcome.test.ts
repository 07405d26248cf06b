import { expect, test } from 'vitest'
import {
  failedProofs,
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

test('counts a file that Vitest could not run, and names what failed with its messages', () => {
  const passed = { status: 'passed', fullName: 'is right', failureMessages: [] }
  const failed = { status: 'failed', fullName: 'is wrong', failureMessages: ['1 is not 2'] }
  const files = [
    { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    { name: 'b.test.ts', status: 'failed', assertionResults: [failed] },
    { name: 'c.test.ts', status: 'passed', assertionResults: [passed] },
  ]
  expect(vitestOutcome(vitestReport(1, 2, files))).toEqual({
    passed: 1,
    failed: 2,
    failures: ['a.test.ts: no such module', 'b.test.ts: is wrong\n1 is not 2'],
  })
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

test('names a test of Vitest that passed on its second try', () => {
  const test = { status: 'passed', fullName: 'is right', failureMessages: ['too late'] }
  const files = [{ name: 'a.test.ts', status: 'passed', assertionResults: [test] }]
  expect(vitestOutcome(vitestReport(1, 1, files))).toEqual({
    passed: 1,
    failed: 0,
    unsteady: ['a.test.ts: is right\ntoo late'],
  })
})

test('names the tests of Playwright that failed, with the messages of the last try', () => {
  const result = (message: string) => ({
    status: 'failed',
    attachments: [],
    errors: [{ message }],
  })
  const tests = [{ status: 'unexpected', results: [result('first'), result('second')] }]
  const report = {
    stats: { expected: 0, skipped: 0, unexpected: 1, flaky: 0 },
    errors: [],
    suites: [{ specs: [{ title: 'fails', file: 'a.spec.ts', tests }] }],
  }
  expect(playwrightOutcome(JSON.stringify(report)).failures).toEqual(['a.spec.ts: fails\nsecond'])
})

test('names the programs of lessons that were misjudged', () => {
  const output = [
    '✓ [1/2] urls: 2 programs',
    '    ✓ start',
    '        a note',
    '✗ [2/2] json: 2 programs, 1 of them as before',
    '    ✗ wrong/late',
    '        the check "answers" passed',
    '        and should not',
    '3 passed, 1 failed',
  ].join('\n')
  expect(failedProofs(output)).toEqual([
    [
      '✗ [2/2] json: 2 programs, 1 of them as before: wrong/late',
      'the check "answers" passed',
      'and should not',
    ].join('\n'),
  ])
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
