import type { TraceEvent } from '../trace/event.ts'
import { traceToJson, type Trace } from '../trace/export/json.ts'
import { MAX_FRAGMENT, toFragment } from './fragment.ts'
import type { RecordingMoment } from './moment.ts'
import { NO_BASE, pack } from './packed-moment.ts'

/** Events that are tried: no link has room for more. */
const MAX_TRIED = 2_000

export interface FittingRecording {
  readonly fragment: string
  /** How many of the run's events it has. */
  readonly count: number
}

/**
 * As much of the beginning of a recording as fits into a link.
 * @returns null where not even its first event does.
 */
export function fittingRecording(
  { header, program, events }: Omit<Trace, 'skeleton'>,
  sight: Omit<RecordingMoment, 'kind' | 'total' | 'trace'>,
): FittingRecording | null {
  const fragmentOf = (count: number): string => {
    const trace = traceToJson({
      header,
      ...(program !== undefined && { program }),
      events: events.slice(0, count),
    })
    const last: TraceEvent | undefined = events[count - 1]
    const isIn = last !== undefined && sight.selected !== null && sight.selected <= last.seq
    const selected = isIn ? sight.selected : null
    return toFragment(
      pack({ ...sight, kind: 'recording', total: events.length, selected, trace }, NO_BASE),
    )
  }
  let [fits, least] = [null as string | null, 0]
  let most = Math.min(events.length, MAX_TRIED)
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    const fragment = fragmentOf(middle)
    if (fragment.length <= MAX_FRAGMENT) [fits, least] = [fragment, middle]
    else most = middle - 1
  }
  return fits === null ? null : { fragment: fits, count: least }
}
