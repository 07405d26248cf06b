/** One row of the log, ready to be drawn. */
import {
  byteLengthOf,
  directionOf,
  groupOf,
  laneOf,
  type Direction,
  type EventGroup,
  type Lane,
} from '../../core/trace/describe/index.ts'
import type { Provenance, ReadyState, TraceEvent } from '../../core/trace/event.ts'

/** What the colour of a row's data says; it is said in words or by an arrow too. */
export type RowTone = Direction | 'bad' | 'plain' | `state-${ReadyState}`

export interface LogRow {
  readonly seq: number
  /** Milliseconds. */
  readonly time: number
  readonly lane: Lane
  readonly group: EventGroup
  readonly connectionId?: string
  readonly direction?: Direction
  readonly tone: RowTone
  readonly provenance: Provenance
  /** Octets of a frame, before and of its payload. */
  readonly header?: number
  readonly payload?: number
  /** Octets, where they are not a frame's. */
  readonly bytes?: number
}

export function logRow(event: TraceEvent): LogRow {
  const group = groupOf(event)
  const direction = directionOf(event)
  const bytes = byteLengthOf(event)
  return {
    seq: event.seq,
    time: event.time,
    lane: laneOf(event),
    group,
    tone: toneOf(event, group, direction),
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

function toneOf(event: TraceEvent, group: EventGroup, direction: Direction | undefined): RowTone {
  if (group === 'errors') return 'bad'
  switch (event.type) {
    case 'readyStateChanged':
      return `state-${event.to}`
    case 'closed':
      return 'state-3'
    case 'consoleMessage':
      return event.level === 'error' ? 'bad' : 'plain'
    case 'eventFired':
      if (event.eventType === 'message') return 'in'
      if (event.eventType === 'open') return 'state-1'
      return event.eventType === 'error' ? 'bad' : 'state-3'
    default:
      return direction ?? 'plain'
  }
}

/** `6 + 5` for a frame, `129` otherwise; empty where nobody counts. */
export function bytesColumn(row: LogRow, format: (octets: number) => string): string {
  if (row.header !== undefined && row.payload !== undefined)
    return `${format(row.header)} + ${format(row.payload)}`
  return row.bytes === undefined ? '' : format(row.bytes)
}
