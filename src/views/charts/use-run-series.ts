/** The series of a run, kept in step with its log and the playhead. */
import { watchThrottled } from '@vueuse/core'
import { shallowRef, watch, type ShallowRef } from 'vue'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import type { LiveLog } from '../../run/live-log.ts'
import { useLogReader } from '../../run/log-reader.ts'
import { RunSeries, type ShownSeries } from './run-series.ts'

export interface RunSeriesSource {
  readonly log: () => LiveLog
  /** Events with a smaller seq are shown. */
  readonly shownBefore: () => number
  /** Where the playhead is, milliseconds. */
  readonly time: () => number
}

/** Milliseconds between two drawings: faster than a chart can be read. */
const INTERVAL = 100

/** What was read of a log is kept, so that coming back to the charts reads nothing again. */
const known = new WeakMap<ReadableLog, RunSeries>()

function seriesOf(log: ReadableLog): RunSeries {
  const found = known.get(log) ?? new RunSeries(log)
  known.set(log, found)
  return found
}

export function useRunSeries(source: RunSeriesSource): Readonly<ShallowRef<ShownSeries>> {
  const { model } = useLogReader({ log: source.log, create: seriesOf })
  const current = () => model.value.until(source.shownBefore(), source.time())
  const shown = shallowRef(current())
  const show = () => {
    shown.value = current()
  }
  watch(() => model.value, show)
  watchThrottled([model, source.shownBefore, source.time], show, { throttle: INTERVAL })
  return shown
}
