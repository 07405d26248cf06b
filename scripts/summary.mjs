/**
 * The last words of `npm test`.
 */
import { total } from './outcome.mjs'

/** Lines said again of a test that failed. */
const MAX_LINES = 30

/**
 * Prints what each step found, with how long it took, and at the end what failed: a step may have
 * printed thousands of lines since it said so.
 *
 * @param {readonly import('./steps.mjs').Result[]} results
 * @param {number} seconds in all
 * @returns {number} how many failed
 */
export function printSummary(results, seconds) {
  const width = Math.max(...results.map(({ name }) => name.length))
  console.log('\nSummary')
  for (const { name, status, outcome, seconds: own, reason } of results) {
    const counts = `${outcome.passed} passed, ${outcome.failed} failed`
    const detail = status === 'not run' ? '' : `${own.toFixed(1).padStart(6)} s  ${counts}`
    const line = [name.padEnd(width), status.padEnd(7), detail, reason].filter(Boolean).join('  ')
    console.log(`  ${line}`)
  }
  const outcomes = results.map(({ outcome }) => outcome)
  printTests(
    'Passed on their second try only: find the cause',
    outcomes.flatMap(({ unsteady = [] }) => unsteady),
  )
  printTests(
    'Failed',
    outcomes.flatMap(({ failures = [] }) => failures),
  )
  const { passed, failed } = total(outcomes)
  console.log(`  ${seconds.toFixed(0)} s in all\n`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed
}

/**
 * @param {string} title
 * @param {readonly string[]} tests each with its messages in the lines below it
 */
function printTests(title, tests) {
  if (tests.length === 0) return
  console.log(`\n${title}`)
  for (const lines of tests.map((test) => test.split('\n').slice(0, MAX_LINES)))
    for (const [index, line] of lines.entries())
      console.log(`${index === 0 ? '  ' : '    '}${line}`)
}
