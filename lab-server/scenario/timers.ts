/** The timer functions of one run of a scenario, which can all be cleared when the run ends. */
export interface Timers {
  readonly bindings: Readonly<Record<string, unknown>>
  clearAll(): void
}

type Callback = (...values: unknown[]) => void

export function createTimers(): Timers {
  const timeouts = new Set<NodeJS.Timeout>()
  const immediates = new Set<NodeJS.Immediate>()

  const bindings = {
    setTimeout(callback: Callback, delay?: number, ...values: unknown[]) {
      const timeout = setTimeout(() => {
        timeouts.delete(timeout)
        callback(...values)
      }, delay)
      timeouts.add(timeout)
      return timeout
    },
    setInterval(callback: Callback, delay?: number, ...values: unknown[]) {
      const timeout = setInterval(callback, delay, ...values)
      timeouts.add(timeout)
      return timeout
    },
    setImmediate(callback: Callback, ...values: unknown[]) {
      const immediate = setImmediate(() => {
        immediates.delete(immediate)
        callback(...values)
      })
      immediates.add(immediate)
      return immediate
    },
    clearTimeout(timeout?: NodeJS.Timeout) {
      clearTimeout(timeout)
      if (timeout) timeouts.delete(timeout)
    },
    clearInterval(timeout?: NodeJS.Timeout) {
      clearInterval(timeout)
      if (timeout) timeouts.delete(timeout)
    },
    clearImmediate(immediate?: NodeJS.Immediate) {
      clearImmediate(immediate)
      if (immediate) immediates.delete(immediate)
    },
  }

  return {
    bindings,
    clearAll() {
      for (const timeout of timeouts) clearTimeout(timeout)
      for (const immediate of immediates) clearImmediate(immediate)
      timeouts.clear()
      immediates.clear()
    },
  }
}
