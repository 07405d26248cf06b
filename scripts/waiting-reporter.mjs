/**
 * A reporter of Vitest that says which files it waits for, when none has ended in a minute: the
 * `dot` reporter prints a line only when all have, and a test that hangs would be without a name.
 */
const SILENCE = 60_000

/**
 * @typedef {import('vitest/node').TestModule} TestModule
 * @typedef {import('vitest/reporters').Reporter} Reporter
 */

/** @implements {Reporter} */
export default class WaitingReporter {
  /** @type {Map<string, { readonly name: string, readonly began: number }>} */
  #running = new Map()
  /** @type {NodeJS.Timeout | undefined} */
  #timer

  onTestRunStart() {
    this.#wait()
  }

  /** @param {TestModule} file */
  onTestModuleStart(file) {
    this.#running.set(file.id, { name: file.relativeModuleId, began: performance.now() })
  }

  /** @param {TestModule} file */
  onTestModuleEnd(file) {
    this.#running.delete(file.id)
    this.#wait()
  }

  onTestRunEnd() {
    clearInterval(this.#timer)
  }

  #wait() {
    clearInterval(this.#timer)
    this.#timer = setInterval(() => {
      for (const { name, began } of this.#running.values()) {
        console.log(`still at ${name}, for ${Math.round((performance.now() - began) / 1000)} s`)
      }
    }, SILENCE)
    this.#timer.unref()
  }
}
