/** A comparison kept in step with two traces, of which one may grow. */
import { onScopeDispose, ref, shallowRef, watchEffect } from 'vue'
import {
  compareEndpoints,
  compareSameWorld,
  type ComparedTrace,
  type Comparison,
} from '../../core/trace/compare/index.ts'
import type { Recording } from '../../run/recording.ts'

type RecordedRun = Pick<Recording, 'header' | 'log' | 'knownUntil'>

interface RunPair {
  readonly mode: Comparison['mode']
  readonly here: RecordedRun
  readonly there: RecordedRun
}

/** The least time between two comparisons while a run goes on, milliseconds. */
const MIN_PAUSE = 250
/** The pause before the next comparison, as a multiple of how long the last one took. */
const PAUSES = 4

export function useComparison(pair: () => RunPair | null) {
  const comparison = shallowRef<Comparison | null>(null)
  /** The comparison is missing, or of an earlier state of the runs. */
  const isBehind = ref(false)
  let compared: RunPair | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = 0

  function compare(): void {
    timer = undefined
    const now = pair()
    const began = performance.now()
    compared = now
    comparison.value = now === null ? null : compareRuns(now)
    isBehind.value = false
    pause = Math.max(MIN_PAUSE, PAUSES * (performance.now() - began))
  }

  watchEffect(() => {
    const next = pair()
    // Subscribes to everything a comparison depends on.
    for (const run of next === null ? [] : [next.here, next.there]) traceOf(run)
    const isNew = next !== compared
    if (isNew) {
      comparison.value = null
      clearTimeout(timer)
      timer = undefined
    }
    isBehind.value = next !== null
    timer ??= setTimeout(compare, isNew ? 0 : pause)
  })
  onScopeDispose(() => clearTimeout(timer))

  return { comparison, isBehind }
}

function compareRuns({ mode, here, there }: RunPair): Comparison | null {
  const one = traceOf(here)
  const other = traceOf(there)
  if (one === null || other === null) return null
  return mode === 'sameWorld' ? compareSameWorld(one, other) : compareEndpoints(one, other)
}

function traceOf({ header, log, knownUntil }: RecordedRun): ComparedTrace | null {
  if (header === null) return null
  return { header, log: log.read(), ...(knownUntil === undefined ? {} : { knownUntil }) }
}
