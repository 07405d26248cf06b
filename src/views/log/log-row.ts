/** What a row of the log shows of its event. */
import {
  byteLengthOf,
  directionOf,
  groupOf,
  laneOf,
  toneOf,
} from '../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import { octetsOfPayload } from '../../core/trace/events/body.ts'
import { connectionIdOf } from '../shown-run.ts'

export type LogRow = ReturnType<typeof logRow>

export function logRow(event: TraceEvent) {
  const frame = 'frame' in event ? event.frame : undefined
  return {
    time: event.time,
    lane: laneOf(event),
    /** Of several server programs, the port that names it. */
    server: event.server,
    group: groupOf(event),
    connectionId: connectionIdOf(event),
    direction: directionOf(event),
    /** The colour of its data; words or an arrow say the same. */
    tone: toneOf(event),
    provenance: event.provenance,
    /** Octets of a frame's header and payload. */
    header: frame?.header.length,
    payload: 'frame' in event ? octetsOfPayload(event) : undefined,
    /** Octets of anything but a frame. */
    bytes: frame === undefined ? byteLengthOf(event) : undefined,
  }
}

/** `6 + 5` for a frame, `129` otherwise; empty for events without octets. */
export function bytesColumn(
  { header, payload, bytes }: LogRow,
  format: (octets: number) => string,
): string {
  if (header !== undefined && payload !== undefined) return `${format(header)} + ${format(payload)}`
  return bytes === undefined ? '' : format(bytes)
}
