/** Two runs of one world on virtual time, of which the second was interfered with. */
import { frameName, previewPayload } from '../describe/index.ts'
import type { Intervention, InterventionKind, TraceEvent } from '../event.ts'
import { traitsOf } from '../events/traits.ts'
import { alignEvents } from './align.ts'
import type { ReadableLog } from '../readable-log.ts'
import type { ComparedRow, ComparedTrace, Comparison, Finding } from './comparison.ts'
import { NO_DIFFERENCES } from './comparison.ts'
import { countRows } from './count.ts'
import { outcomeFindings } from './findings.ts'
import { connectionsOf, outcomeOf } from './outcome.ts'
import { isSameData } from './same-data.ts'

/** Shifts that differ by less are one, milliseconds. */
const EVEN = 0.05

/**
 * Events that repeat another or only lead to one are compared, but have no row. What a timer does
 * when it fires has rows.
 */
function hasRow(event: TraceEvent): boolean {
  return traitsOf(event).isDetail !== true && event.type !== 'timerFired'
}

export function compareSameWorld(here: ComparedTrace, there: ComparedTrace): Comparison {
  const known = Math.min(here.knownUntil ?? Infinity, there.knownUntil ?? Infinity)
  const start = Math.max(here.log.firstSeq, there.log.firstSeq)
  const split = firstDifference(here.log, there.log, start)
  const prefix = rowsOfPrefix(here.log, start, split)
  const eventsHere = [...until(here.log, known, split)].filter(hasRow)
  const eventsThere = [...until(there.log, known, split)].filter(hasRow)
  const { rows: rest, cut } = alignEvents(eventsHere, eventsThere, {
    world: 'same',
    laneOf: (event) =>
      event.type === 'intervention'
        ? 'intervention'
        : `${event.side} ${'connectionId' in event ? (event.connectionId ?? '') : ''}`,
  })
  const rows = [...prefix, ...rest]
  const counted = countRows(rows, { here: here.log, there: there.log })

  const outcomeHere = outcomeOf(until(here.log, known))
  const outcomeThere = outcomeOf(until(there.log, known))
  const findings: Finding[] = []
  if (start > 0) findings.push({ key: 'released', params: { events: start }, count: start })
  const isIdentical = counted.first === null
  const lastCommon = here.log.get(split - 1)
  if (isIdentical)
    findings.push({ key: 'identical', params: { events: split - start }, count: split - start })
  else if (lastCommon === undefined) findings.push({ key: 'nothingShared', params: {} })
  else
    findings.push({
      key: 'samePrefix',
      params: { time: lastCommon.time, events: split - start },
      count: split - start,
      row: Math.max(0, prefix.length - 1),
    })
  const before = findings.length
  for (const [index, row] of rows.entries()) {
    const event = row.there === null ? undefined : there.log.get(row.there)
    if (row.kind === 'onlyThere' && event?.type === 'intervention')
      findings.push({ ...interventionFinding(event, there.log), row: index })
  }
  // Without one, the runs are of two programs: there is nothing of which nothing followed.
  const wasChanged = findings.length > before
  if (!isIdentical) {
    const consequences = outcomeFindings(outcomeHere, outcomeThere)
    const shift = shiftOf(rows)
    if (shift !== null) consequences.push(shift)
    findings.push(
      ...consequences,
      ...(wasChanged && consequences.length === 0
        ? [{ key: 'noConsequence', params: {} } as const]
        : []),
    )
  }
  if (Number.isFinite(known)) findings.push({ key: 'knownUntil', params: { time: known } })
  if (cut) findings.push({ key: 'notShortest', params: {} })
  return {
    mode: 'sameWorld',
    rows,
    ...counted,
    connections: connectionsOf(outcomeHere, outcomeThere),
    findings,
    onlyOneShows: [],
  }
}

/** The `seq` of the first event that is not the same in both, octet for octet. */
function firstDifference(here: ReadableLog, there: ReadableLog, start: number): number {
  const end = Math.min(here.nextSeq, there.nextSeq)
  let seq = start
  while (seq < end && isSameData(here.get(seq), there.get(seq))) seq += 1
  return seq
}

function rowsOfPrefix(log: ReadableLog, start: number, end: number): ComparedRow[] {
  const rows: ComparedRow[] = []
  for (let seq = start; seq < end; seq += 1) {
    const event = log.get(seq)
    if (event !== undefined && hasRow(event))
      rows.push({ kind: 'agrees', here: seq, there: seq, differences: NO_DIFFERENCES })
  }
  return rows
}

/** @param known The time of the last events, milliseconds. */
function* until(
  log: ReadableLog,
  known: number,
  start: number = log.firstSeq,
): Iterable<TraceEvent> {
  for (let seq = start; seq < log.nextSeq; seq += 1) {
    const event = log.get(seq)
    if (event !== undefined && event.time <= known) yield event
  }
}

const INTERVENTIONS = {
  dropFrame: 'frameLost',
  cut: 'cut',
  stallServer: 'serverStalled',
  delay: 'delayed',
  slowTimers: 'timersSlowed',
  stopServer: 'serverStopped',
} as const satisfies Record<InterventionKind, Finding['key']>

function interventionFinding(event: Intervention, log: ReadableLog): Finding {
  const { kind, time, duration, connectionId } = event
  return {
    key: INTERVENTIONS[kind],
    params: {
      time,
      ...(duration === undefined ? {} : { by: duration }),
      ...(kind === 'dropFrame' ? { frame: droppedFrame(event, log) } : {}),
    },
    ...(connectionId === undefined ? {} : { connectionId }),
  }
}

function droppedFrame({ cause }: Intervention, log: ReadableLog): string {
  const sent = cause === undefined ? undefined : log.get(cause)
  if (sent?.type !== 'frameSent') return ''
  return `${frameName(sent.frame.opcode)} ${previewPayload(sent.frame)}`.trimEnd()
}

/** By how much what is the same came at another time. */
function shiftOf(rows: readonly ComparedRow[]): Finding | null {
  let count = 0
  let least = Infinity
  let most = -Infinity
  for (const { differences } of rows) {
    const [first] = differences
    if (first?.field !== 'time') continue
    if (typeof first.here !== 'number' || typeof first.there !== 'number') continue
    const by = first.there - first.here
    count += 1
    least = Math.min(least, by)
    most = Math.max(most, by)
  }
  if (count === 0) return null
  if (least <= 0) return { key: 'moved', params: { events: count }, count }
  return most - least < EVEN
    ? { key: 'laterBy', params: { events: count, by: most }, count }
    : { key: 'laterBetween', params: { events: count, by: least, most }, count }
}
