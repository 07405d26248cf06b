/**
 * What a test runner found, read from its report.
 */

/** @typedef {import('./steps.mjs').Outcome} Outcome */

/**
 * From the JSON report of Vitest. A test that was skipped counts as failed: a test runs or is not
 * there. So does a file that could not be run.
 *
 * @param {string} report
 * @returns {Outcome}
 */
export function vitestOutcome(report) {
  /** @type {{ numPassedTests: number, numTotalTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(report)
  const filesNotRun = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + filesNotRun }
}

/**
 * From the JSON report of Playwright. What was skipped, was flaky or did not run counts as failed,
 * and so does each error outside of a test.
 *
 * @param {string} report
 * @returns {Outcome}
 */
export function playwrightOutcome(report) {
  /** @type {{ stats: { expected: number, skipped: number, unexpected: number, flaky: number }, errors: unknown[] }} */
  const { stats, errors } = JSON.parse(report)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  }
}

/**
 * From the last line of an output that has the form `12 passed, 0 failed`.
 *
 * @param {string} output
 * @returns {Outcome | null} null where there is no such line
 */
export function printedOutcome(output) {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)]
  const last = lines.at(-1)
  return last === undefined ? null : { passed: Number(last[1]), failed: Number(last[2]) }
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Outcome}
 */
export function total(outcomes) {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  }
}
