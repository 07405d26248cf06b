/** The series of a run, kept in step with its log and the playhead. */
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { RunSeries, type ReadableLog, type ShownSeries } from './run-series.ts'

export interface RunSeriesSource {
  /** Not reactive inside: `version` tells of its changes. */
  readonly log: () => ReadableLog
  readonly version: () => number
  /** Events with a smaller seq are shown. */
  readonly shownBefore: () => number
  /** Where the playhead stands, milliseconds. */
  readonly time: () => number
}

/** Milliseconds of a frame that reading the log may take. */
const SCAN_BUDGET = 6
/** Milliseconds between two drawings: nobody reads a chart faster. */
const INTERVAL = 100

/** What was read of a log stays, so that coming back to the charts reads nothing again. */
const known = new WeakMap<ReadableLog, RunSeries>()

function seriesOf(log: ReadableLog): RunSeries {
  const found = known.get(log) ?? new RunSeries(log)
  known.set(log, found)
  return found
}

export function useRunSeries(source: RunSeriesSource): Readonly<ShallowRef<ShownSeries>> {
  let series = seriesOf(source.log())
  let frame: number | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let shownAt = -Infinity
  const current = () => series.until(source.shownBefore(), source.time())
  const shown = shallowRef(current())

  function show(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    shownAt = performance.now()
    shown.value = current()
  }

  function showSoon(): void {
    if (timer !== null) return
    const wait = shownAt + INTERVAL - performance.now()
    if (wait <= 0) show()
    else timer = setTimeout(show, wait)
  }

  function scan(): void {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
    const deadline = performance.now() + SCAN_BUDGET
    if (!series.scan(() => performance.now() > deadline)) frame = requestAnimationFrame(scan)
    showSoon()
  }

  watch(source.log, (log) => {
    series = seriesOf(log)
    scan()
    show()
  })
  watch(source.version, scan)
  watch([source.shownBefore, source.time], showSoon)
  scan()
  show()

  onScopeDispose(() => {
    if (frame !== null) cancelAnimationFrame(frame)
    if (timer !== null) clearTimeout(timer)
  })
  return shown
}
