/** One row of the log, ready to be drawn. */
import {
  byteLengthOf,
  directionOf,
  groupOf,
  laneOf,
  toneOf,
  type Direction,
  type EventGroup,
  type Lane,
  type Tone,
} from '../../core/trace/describe/index.ts'
import type { Provenance, TraceEvent } from '../../core/trace/event.ts'

export interface LogRow {
  readonly seq: number
  /** Milliseconds. */
  readonly time: number
  readonly lane: Lane
  readonly group: EventGroup
  readonly connectionId?: string
  readonly direction?: Direction
  /** The colour of its data; what it says is said in words or by an arrow too. */
  readonly tone: Tone
  readonly provenance: Provenance
  /** Octets of a frame, before and of its payload. */
  readonly header?: number
  readonly payload?: number
  /** Octets, where they are not a frame's. */
  readonly bytes?: number
}

export function logRow(event: TraceEvent): LogRow {
  const direction = directionOf(event)
  const bytes = byteLengthOf(event)
  return {
    seq: event.seq,
    time: event.time,
    lane: laneOf(event),
    group: groupOf(event),
    tone: toneOf(event),
    provenance: event.provenance,
    ...('connectionId' in event && event.connectionId !== undefined
      ? { connectionId: event.connectionId }
      : {}),
    ...(direction === undefined ? {} : { direction }),
    ...('frame' in event
      ? { header: event.frame.header.length, payload: event.frame.payload.length }
      : bytes === undefined
        ? {}
        : { bytes }),
  }
}

/** `6 + 5` for a frame, `129` otherwise; empty where octets are not counted. */
export function bytesColumn(row: LogRow, format: (octets: number) => string): string {
  if (row.header !== undefined && row.payload !== undefined)
    return `${format(row.header)} + ${format(row.payload)}`
  return row.bytes === undefined ? '' : format(row.bytes)
}
