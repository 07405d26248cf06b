/** Steps of the playhead, from event to event. */
import { usePlayheadStore } from '../../stores/playhead.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'

export function useStepping() {
  const playhead = usePlayheadStore()
  const recordings = useRecordingsStore()

  /** While an event is selected, the one that the step leads to is selected next. */
  function step(move: () => void): void {
    move()
    const last = playhead.shownBefore - 1
    if (recordings.selected !== null && last >= recordings.log.read().firstSeq)
      recordings.select(last)
  }

  return {
    stepForward: () => step(playhead.stepForward),
    stepBack: () => step(playhead.stepBack),
  }
}
