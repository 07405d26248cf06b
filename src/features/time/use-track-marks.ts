/** `TrackMarks` kept in step with a growing log. */
import { shallowRef, watch, type ShallowRef } from 'vue'
import type { TraceEvent } from '../../core/trace/event.ts'
import { TrackMarks, type TrackMark } from './track-marks.ts'

interface ReadableLog {
  readonly firstSeq: number
  readonly nextSeq: number
  get(seq: number): TraceEvent | undefined
}

/**
 * The marks of all events that have been computed, before and beyond the playhead.
 * @param log not reactive inside: `version` tells of its changes.
 */
export function useTrackMarks(
  log: () => ReadableLog,
  version: () => number,
): Readonly<ShallowRef<readonly TrackMark[]>> {
  const marks = shallowRef<readonly TrackMark[]>([])
  let track = new TrackMarks()
  let acceptedUntil = 0
  let trackedLog: ReadableLog | null = null
  watch(
    [log, version],
    ([current]) => {
      if (current !== trackedLog) {
        trackedLog = current
        track = new TrackMarks()
        acceptedUntil = 0
      }
      for (let seq = Math.max(acceptedUntil, current.firstSeq); seq < current.nextSeq; seq += 1) {
        const event = current.get(seq)
        if (event !== undefined) track.accept(event)
      }
      acceptedUntil = current.nextSeq
      marks.value = track.all()
    },
    { immediate: true },
  )
  return marks
}
