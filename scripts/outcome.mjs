/**
 * What a test runner found, read from its report.
 */

/** @typedef {import('./steps.mjs').Outcome} Outcome */

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} VitestTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: VitestTest[] }} VitestFile
 */

/**
 * From the JSON report of Vitest. A test that was skipped counts as failed: a test runs or is not
 * there. So does a file that could not be run. What passed on its second try is named with what it
 * said on the first.
 *
 * @param {string} report
 * @returns {Outcome}
 */
export function vitestOutcome(report) {
  /** @type {{ numPassedTests: number, numTotalTests: number, testResults: VitestFile[] }} */
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(report)
  const notRun = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failures = [
    ...notRun.map(({ name, message = '' }) => `${name}: ${message}`),
    ...testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status !== 'passed')
        .map(({ fullName, failureMessages }) =>
          [`${name}: ${fullName}`, ...failureMessages].join('\n'),
        ),
    ),
  ]
  // A test that passes keeps the messages of its first try.
  const unsteady = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName, failureMessages }) =>
        [`${name}: ${fullName}`, ...failureMessages].join('\n'),
      ),
  )
  return {
    passed: numPassedTests,
    failed: numTotalTests - numPassedTests + notRun.length,
    ...(unsteady.length > 0 && { unsteady }),
    ...(failures.length > 0 && { failures }),
  }
}

/**
 * @typedef {{ status: string, attachments: { name: string, path?: string }[], errors?: { message?: string }[] }} Attempt
 * @typedef {{ title: string, file: string, tests: { status: string, results: Attempt[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * From the JSON report of Playwright. What was skipped or did not run counts as failed, and so does
 * each error outside of a test. What passed on its second try is named, because it has a fault that
 * is to be found.
 *
 * @param {string} report
 * @returns {Outcome}
 */
export function playwrightOutcome(report) {
  /** @type {{ suites: Suite[], stats: { expected: number, skipped: number, unexpected: number, flaky: number }, errors: unknown[] }} */
  const { stats, errors, suites } = JSON.parse(report)
  const specs = suites.flatMap(specsOf)
  const unsteady = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title }) => `${file}: ${title}`)
  const failures = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected' && status !== 'flaky')
      .map(({ results }) => {
        const messages = (results.at(-1)?.errors ?? []).map(({ message = '' }) => message)
        return [`${file}: ${title}`, ...messages].join('\n')
      }),
  )
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped + errors.length,
    ...(unsteady.length > 0 && { unsteady }),
    ...(failures.length > 0 && { failures }),
  }
}

/**
 * The files in which Playwright wrote down the page as it was when a test failed, with the test.
 *
 * @param {string} report
 * @returns {{ readonly title: string, readonly path: string }[]}
 */
export function pagesAtFailure(report) {
  return specsOf(JSON.parse(report)).flatMap(({ file, title, tests }) =>
    tests
      .flatMap(({ results }) => results)
      .flatMap(({ attachments }) => attachments)
      .flatMap(({ name, path }) =>
        name === 'error-context' && path !== undefined
          ? [{ title: `${file}: ${title}`, path }]
          : [],
      ),
  )
}

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
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
 * The programs of lessons that were not judged as they should be: each with the lines below it, as
 * `scripts/lessons.mjs` prints them.
 *
 * @param {string} output
 * @returns {string[]}
 */
export function failedProofs(output) {
  /** @type {string[][]} */
  const failures = []
  let lesson = ''
  /** @type {string[] | null} */
  let open = null
  for (const line of output.split('\n')) {
    if (/^\S/.test(line)) lesson = line
    if (line.startsWith('    ✗ ')) {
      open = [`${lesson}: ${line.slice(6)}`]
      failures.push(open)
    } else if (line.startsWith('        ')) open?.push(line.trim())
    else open = null
  }
  return failures.map((lines) => lines.join('\n'))
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
