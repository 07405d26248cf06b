import type { ServerWorld } from '../server-process.ts'

interface Entry {
  readonly name: string
  readonly entryType: 'mark' | 'measure'
  /** Milliseconds since the process began. */
  readonly startTime: number
  readonly duration: number
  readonly detail: unknown
}

/** `node:perf_hooks` on the run's clock. */
export function createPerfHooks({ clock, dateNow }: ServerWorld) {
  const entries: Entry[] = []
  const observers = new Set<(entry: Entry) => void>()
  const add = (entry: Entry) => {
    entries.push(entry)
    for (const tell of observers) tell(entry)
    return entry
  }
  const timeOf = (mark: unknown, otherwise: number): number => {
    if (typeof mark === 'number') return mark
    if (mark === undefined) return otherwise
    const found = entries.findLast(({ name, entryType }) => entryType === 'mark' && name === mark)
    if (found !== undefined) return found.startTime
    throw Object.assign(
      new SyntaxError(`The "${String(mark)}" performance mark has not been set`),
      { code: 'ERR_INVALID_PERFORMANCE_MARK' },
    )
  }
  const clear = (type: Entry['entryType']) => (name?: string) => {
    const kept = entries.filter(
      (entry) => entry.entryType !== type || (name !== undefined && entry.name !== name),
    )
    entries.splice(0, entries.length, ...kept)
  }
  const named = (name: string, type?: string) =>
    entries.filter((entry) => entry.name === name && (type ?? entry.entryType) === entry.entryType)

  const performance = {
    now: () => clock.now(),
    timeOrigin: dateNow() - clock.now(),
    mark: (name: string, { startTime = clock.now(), detail = null }: Partial<Entry> = {}) =>
      add({ name, entryType: 'mark', startTime, duration: 0, detail }),
    measure(name: string, from?: unknown, to?: unknown) {
      const options = typeof from === 'object' && from !== null ? from : { start: from, end: to }
      const { start, end, detail = null } = options as Readonly<Record<string, unknown>>
      const startTime = timeOf(start, 0)
      const duration = timeOf(end, clock.now()) - startTime
      return add({ name, entryType: 'measure', startTime, duration, detail })
    },
    clearMarks: clear('mark'),
    clearMeasures: clear('measure'),
    getEntries: () => [...entries],
    getEntriesByName: named,
    getEntriesByType: (type: string) => entries.filter(({ entryType }) => entryType === type),
    timerify: <Callee>(callee: Callee) => callee,
    eventLoopUtilization: () => ({ idle: clock.now(), active: 0, utilization: 0 }),
    toJSON: () => ({ timeOrigin: dateNow() - clock.now() }),
  }

  class PerformanceObserver {
    readonly #callback: (list: object, observer: PerformanceObserver) => void
    #tell: ((entry: Entry) => void) | undefined

    constructor(callback: (list: object, observer: PerformanceObserver) => void) {
      this.#callback = callback
    }

    observe({ entryTypes, type }: { entryTypes?: readonly string[]; type?: string }) {
      const types = entryTypes ?? [type]
      let waiting: Entry[] = []
      this.#tell = (entry) => {
        if (!types.includes(entry.entryType)) return
        waiting.push(entry)
        if (waiting.length > 1) return
        clock.queueTask(() => {
          const list = waiting
          waiting = []
          this.#callback(
            {
              getEntries: () => list,
              getEntriesByName: (name: string) => list.filter((one) => one.name === name),
              getEntriesByType: (one: string) => list.filter(({ entryType }) => entryType === one),
            },
            this,
          )
          return undefined
        })
      }
      observers.add(this.#tell)
    }

    disconnect() {
      if (this.#tell !== undefined) observers.delete(this.#tell)
    }
  }

  return {
    performance,
    PerformanceObserver,
    monitorEventLoopDelay: () => ({
      enable: () => true,
      disable: () => true,
      reset: () => undefined,
      percentile: () => 0,
      ...{ min: 0, max: 0, mean: 0, stddev: 0, exceeds: 0 },
    }),
  }
}
