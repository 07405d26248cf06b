/** A comparison kept in step with two traces, of which one may grow. */
import { onScopeDispose, ref, shallowRef, watchEffect, type Ref, type ShallowRef } from 'vue'
import {
  compareEndpoints,
  compareSameWorld,
  type ComparedTrace,
  type Comparison,
} from '../../core/trace/compare/index.ts'
import type { TraceHeader } from '../../core/trace/header.ts'
import type { LiveLog } from '../../run/live-log.ts'

export interface RecordedRun {
  readonly header: TraceHeader | null
  readonly log: LiveLog
  readonly knownUntil: number | undefined
}

export interface RunPair {
  readonly mode: Comparison['mode']
  readonly here: RecordedRun
  readonly there: RecordedRun
}

/** The least time between two comparisons while a run goes on, milliseconds. */
const MIN_PAUSE = 250
/** So many times as long as a comparison took is waited before the next. */
const PAUSES = 4

export interface LiveComparison {
  readonly comparison: Readonly<ShallowRef<Comparison | null>>
  /** What is shown is of an earlier state of the runs, or nothing yet. */
  readonly isBehind: Readonly<Ref<boolean>>
}

export function useComparison(pair: () => RunPair | null): LiveComparison {
  const comparison = shallowRef<Comparison | null>(null)
  const isBehind = ref(false)
  let compared: RunPair | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let pause = 0

  function compare(): void {
    timer = null
    const now = pair()
    const began = performance.now()
    compared = now
    comparison.value = now === null ? null : compareRuns(now)
    isBehind.value = false
    pause = Math.max(MIN_PAUSE, PAUSES * (performance.now() - began))
  }

  watchEffect(() => {
    const next = pair()
    // Subscribes to all that a comparison depends on.
    for (const run of next === null ? [] : [next.here, next.there]) traceOf(run)
    const isNew = next !== compared
    if (isNew) {
      comparison.value = null
      if (timer !== null) clearTimeout(timer)
      timer = null
    }
    isBehind.value = next !== null
    timer ??= setTimeout(compare, isNew ? 0 : pause)
  })
  onScopeDispose(() => {
    if (timer !== null) clearTimeout(timer)
  })

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
