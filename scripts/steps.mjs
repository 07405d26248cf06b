/**
 * Runs steps, some at the same time, and counts what passed.
 */

/**
 * What one step found. A step whose output says nothing of tests counts as one itself.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} [unsteady] tests that passed on their second try only
 * @property {readonly string[]} [failures] each failed test with its messages, where they are known
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} [after] steps that must have passed before
 * @property {number} [slots] how many of the slots it takes, 1 unless told
 * @property {() => Promise<Outcome>} run rejects when there is no outcome at all
 */

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {'passed' | 'failed' | 'not run'} status
 * @property {Outcome} outcome of a step that was not run, one failure
 * @property {number} seconds
 * @property {string} [reason]
 */

/**
 * Starts each step, in the order given, as soon as those it comes after have passed and enough
 * slots are free. Rejects only where a step comes after itself, or after one that is not there.
 *
 * @param {readonly Step[]} steps
 * @param {number} slots
 * @returns {Promise<Result[]>} in the order of the steps
 */
export async function runSteps(steps, slots) {
  /** @type {Map<string, Result>} */
  const results = new Map()
  const waiting = new Set(steps)
  /** @type {Map<Step, Promise<void>>} */
  const running = new Map()
  let free = slots

  while (waiting.size > 0 || running.size > 0) {
    for (const step of waiting) {
      const before = (step.after ?? []).map((name) => results.get(name)?.status)
      const width = Math.min(step.slots ?? 1, slots)
      if (before.some((status) => status === 'failed' || status === 'not run')) {
        waiting.delete(step)
        const missing = (step.after ?? []).filter((name) => results.get(name)?.status !== 'passed')
        results.set(step.name, notRun(step, `needs ${missing.join(', ')}`))
      } else if (before.every((status) => status === 'passed') && width <= free) {
        waiting.delete(step)
        free -= width
        const done = runStep(step).then((result) => {
          results.set(step.name, result)
          running.delete(step)
          free += width
        })
        running.set(step, done)
      }
    }
    if (running.size > 0) await Promise.race(running.values())
    else if (waiting.size > 0 && ![...waiting].some((step) => isDecided(step, results))) {
      throw new Error(`Never decided: ${[...waiting].map(({ name }) => name).join(', ')}`)
    }
  }
  return steps.flatMap(({ name }) => results.get(name) ?? [])
}

/**
 * @param {Step} step
 * @param {ReadonlyMap<string, Result>} results
 */
function isDecided(step, results) {
  return (step.after ?? []).every((name) => results.has(name))
}

/**
 * @param {Step} step
 * @returns {Promise<Result>}
 */
async function runStep({ name, run }) {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  try {
    const outcome = await run()
    return { name, outcome, status: outcome.failed === 0 ? 'passed' : 'failed', seconds: seconds() }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const outcome = { passed: 0, failed: 1 }
    return { name, outcome, status: 'failed', seconds: seconds(), reason }
  }
}

/**
 * @param {Step} step
 * @param {string} reason
 * @returns {Result}
 */
function notRun({ name }, reason) {
  return { name, status: 'not run', outcome: { passed: 0, failed: 1 }, seconds: 0, reason }
}
