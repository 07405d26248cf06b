/** The series of a run, kept in step with its log and the playhead. */
import { watchThrottled } from '@vueuse/core'
import { shallowRef, watch, type ShallowRef } from 'vue'
import type { ReadableLog } from '../../core/trace/readable-log.ts'
import { useLogReader } from '../../run/log-reader.ts'
import type { ShownRun } from '../shown-run.ts'
import { RunSeries, type ShownSeries } from './run-series.ts'

/** Milliseconds between two drawings: nobody reads a chart faster. */
const INTERVAL = 100

/** Kept, so that coming back to the charts reads no log again. */
const known = new WeakMap<ReadableLog, RunSeries>()

function seriesOf(log: ReadableLog): RunSeries {
  const found = known.get(log) ?? new RunSeries(log)
  known.set(log, found)
  return found
}

export function useRunSeries(run: ShownRun): Readonly<ShallowRef<ShownSeries>> {
  const { model } = useLogReader({ log: () => run.recording.log, create: seriesOf })
  const current = () => model.value.until(run.shownBefore, run.time)
  const shown = shallowRef(current())
  const show = () => {
    shown.value = current()
  }
  watch(() => model.value, show)
  watchThrottled([model, () => run.shownBefore, () => run.time], show, { throttle: INTERVAL })
  return shown
}
