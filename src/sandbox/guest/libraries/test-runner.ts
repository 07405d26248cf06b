/** Runs the tests of a program one after the other, and prints what became of each. */

/** As in Vitest, milliseconds. In the in-page world they are of virtual time, and nobody waits. */
export const TEST_TIMEOUT = 5000

/** What the runner uses of its page. */
export interface TestWorld {
  readonly console: Pick<Console, 'log' | 'error'>
  readonly setTimeout: (task: () => void, delay: number) => unknown
  readonly clearTimeout: (timer: unknown) => void
  /** How often each test is run: a lesson's page may ask for more than once. */
  readonly repeats?: () => number
  /** Calls back in a later task, when the program has told all its tests. */
  readonly soon: (task: () => void) => void
}

type Body = () => unknown

interface Test {
  readonly name: string
  readonly body: Body
  readonly timeout: number
}

/**
 * Tells the runner a test.
 * @param timeout after how many milliseconds it has failed
 */
export type TellTest = (name: string, body: Body, timeout?: number) => void

export function createTestRunner(world: TestWorld): TellTest {
  const waiting: Test[] = []
  let isRunning = false

  async function runAll(): Promise<void> {
    let passed = 0
    let failed = 0
    for (let test = waiting.shift(); test !== undefined; test = waiting.shift()) {
      try {
        const times = world.repeats?.() ?? 1
        for (let turn = 0; turn < times; turn += 1) await settled(test, world)
        passed += 1
        world.console.log(`✓ ${test.name}`)
      } catch (error) {
        failed += 1
        world.console.error(`✗ ${test.name}`, error)
      }
    }
    isRunning = false
    world.console.log(`${String(passed)} passed, ${String(failed)} failed`)
  }

  return (name, body, timeout = TEST_TIMEOUT) => {
    waiting.push({ name: String(name), body, timeout })
    if (isRunning) return
    isRunning = true
    world.soon(() => void runAll())
  }
}

/** Rejects with what the test throws, or when its time is over. */
function settled({ body, timeout }: Test, world: TestWorld): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = world.setTimeout(
      () => reject(new Error(`Test timed out in ${String(timeout)}ms.`)),
      timeout,
    )
    const run = async () => {
      await body()
    }
    run()
      .then(resolve, reject)
      .finally(() => world.clearTimeout(timer))
  })
}
