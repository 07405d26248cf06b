/**
 * `test` and `expect` by the names of Vitest: its own matchers, and a runner of a few lines. What a
 * reader writes here runs with Vitest unchanged.
 */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect'
import { provideLibrary } from '../src/sandbox/guest/libraries/provide.ts'
import { createTestRunner } from '../src/sandbox/guest/libraries/test-runner.ts'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)
const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
)

// Those of the run: a test may put others into the window, which are its own network’s.
const { setTimeout, clearTimeout, console } = globalThis

const test = createTestRunner({
  console,
  setTimeout: (task, delay) => setTimeout.call(globalThis, task, delay),
  clearTimeout: (timer) => clearTimeout.call(globalThis, Number(timer)),
  repeats: () => Number(Reflect.get(globalThis, 'testRepeats') ?? 1),
  // That of the script around a library: a task of the run.
  soon: (task) => void setImmediate(task),
})

provideLibrary({ vitest: { test, it: test, expect } })
