import type { createNodeTimers } from '../timers.ts'

const promisify = Symbol.for('nodejs.util.promisify.custom')

/** `node:timers/promises`, and what `util.promisify` makes of timers. */
export function createTimerPromises(timers: ReturnType<typeof createNodeTimers>) {
  const { setTimeout, setImmediate } = timers
  const sleep = <T>(delay?: number, value?: T) =>
    new Promise((resolve) => setTimeout(() => resolve(value), delay))
  const untilImmediate = <T>(value?: T) =>
    new Promise((resolve) => setImmediate(() => resolve(value)))
  async function* ticks<T>(delay?: number, value?: T) {
    for (;;) {
      await sleep(delay)
      yield value
    }
  }
  Object.assign(setTimeout, { [promisify]: sleep })
  Object.assign(setImmediate, { [promisify]: untilImmediate })
  return {
    setTimeout: sleep,
    setImmediate: untilImmediate,
    setInterval: ticks,
    scheduler: { wait: sleep, yield: untilImmediate },
  }
}
