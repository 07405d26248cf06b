/** A short pass over what `tests/hostile` tries one at a time. */
import { hostilePrograms } from '../hostile/programs.ts'
import {
  missingIn,
  poisoned,
  requestOf,
  traceOf,
  tryProgram,
  walkIntrinsics,
} from '../hostile/trial.ts'
import { expect, test } from './sandbox/fixtures.ts'
import { printed } from './sandbox/runs.ts'

/** One of each kind. */
const CHOSEN = [
  'forge-a-trace.js',
  'steal-the-port.js',
  'change-array-iterator.js',
  'change-array-setter.js',
  'long-error.js',
  'throw-object.js',
  'document-open-of-the-prototype.js',
  'code-as-text.js',
]

test('a program that replaces every method of the language at once is recorded like any other', async ({
  harness,
  page,
}) => {
  const { language } = await page.evaluate(walkIntrinsics)
  expect(language.length).toBeGreaterThan(400)
  const plain = await harness.run(poisoned([], 'lies'))
  expect(printed(plain)).toContainEqual(['hello', 'wss://echo.example'])
  for (const poison of ['throws', 'lies'] as const)
    expect(traceOf(await harness.run(poisoned(language, poison)))).toBe(traceOf(plain))
})

test('hostile programs show what they do', async ({ harness, page, guard }) => {
  void harness
  guard.expectProblem(/uncaught/)
  const programs = hostilePrograms().filter(({ name }) => CHOSEN.includes(name))
  expect(programs).toHaveLength(CHOSEN.length)
  for (const program of programs) {
    const { run } = await tryProgram(page, requestOf(program))
    expect.soft(missingIn(program, run), program.name).toBe('')
  }
})
