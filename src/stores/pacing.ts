import { watch } from 'vue'
import type { ActiveRun } from '../run/active-run.ts'
import { usePlayheadStore } from './playhead.ts'
import { useRecordingsStore } from './recordings.ts'

/** Computes a run as far as the playhead needs. */
export function usePacing(run: () => ActiveRun | null): void {
  const playhead = usePlayheadStore()
  const recordings = useRecordingsStore()

  watch(
    () => playhead.wanted,
    (wanted) => run()?.computeFor(wanted, playhead.speed),
  )
  watch([() => playhead.stepFrom, () => playhead.end], ([from, end]) => {
    if (from !== null) run()?.findMore(end)
  })
  // A viewer who goes to the end does not wait for more to be computed.
  watch(
    () => playhead.following,
    (following) => {
      const current = run()
      if (following && current?.recording === recordings.shown) current.endSoonAfter(playhead.time)
    },
  )
}
