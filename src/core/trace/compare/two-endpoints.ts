/**
 * The same program on two endpoints. Times, keys and masks differ by nature; compared is what the
 * program could see and, where both traces saw it, what was on the wire.
 */
import { isControl, Opcode } from '../../protocol/opcode.ts'
import type { TraceEvent } from '../event.ts'
import { groupOf, type EventGroup } from '../describe/index.ts'
import { traitsOf } from '../events/traits.ts'
import { alignEvents } from './align.ts'
import type {
  ComparedRow,
  ComparedTrace,
  Comparison,
  Finding,
  OnlyOneShows,
  ShownByOne,
} from './comparison.ts'
import { countRows, eventOf, type RowLogs } from './count.ts'
import { outcomeFindings } from './findings.ts'
import { connectionsOf, outcomeOf, type ConnectionOutcome, type Outcome } from './outcome.ts'
import { Sight } from './sight.ts'

/** Connections whose wire is described one by one. */
const MAX_CONNECTIONS = 3

export function compareEndpoints(here: ComparedTrace, there: ComparedTrace): Comparison {
  const sightHere = new Sight(here)
  const sightThere = new Sight(there)
  const hidden: OnlyOneShows[] = []
  const eventsHere = comparable(sightHere, sightThere, (what, count) =>
    hidden.push({ in: 'here', what, count }),
  )
  const eventsThere = comparable(sightThere, sightHere, (what, count) =>
    hidden.push({ in: 'there', what, count }),
  )
  const inHere = new Set(eventsHere)
  const { rows, cut } = alignEvents(eventsHere, eventsThere, {
    world: 'other',
    laneOf: (event) => laneOf(event, inHere.has(event) ? sightHere : sightThere),
  })
  const logs = { here: here.log, there: there.log }
  const counted = countRows(rows, logs)
  const outcomeHere = outcomeOf(eventsHere)
  const outcomeThere = outcomeOf(eventsThere)

  const findings: Finding[] = []
  for (const { log } of [here, there])
    if (log.firstSeq > 0)
      findings.push({ key: 'released', params: { events: log.firstSeq }, count: log.firstSeq })
  findings.push(
    ...agreement(
      rows,
      logs,
      (group) => group !== 'frames' && group !== 'handshake',
      ['sameForProgram', 'otherForProgram'],
      'events',
    ),
    ...handshakeFindings(outcomeHere, outcomeThere),
    ...agreement(
      rows,
      logs,
      (group) => group === 'frames',
      ['sameOnWire', 'otherOnWire'],
      'frames',
    ),
    ...wireFindings(outcomeHere, outcomeThere),
    ...outcomeFindings(outcomeHere, outcomeThere),
    { key: 'byNature', params: {} },
  )
  if (cut) findings.push({ key: 'notShortest', params: {} })
  return {
    mode: 'twoEndpoints',
    rows,
    ...counted,
    connections: connectionsOf(outcomeHere, outcomeThere),
    findings,
    onlyOneShows: hidden,
  }
}

/** The events of a trace that the other one could have shown too, had they happened there. */
function comparable(
  own: Sight,
  other: Sight,
  hidden: (what: ShownByOne, count: number) => void,
): TraceEvent[] {
  const counts = new Map<ShownByOne, number>()
  const events: TraceEvent[] = []
  for (const event of own.events()) {
    const what = shownByOne(event, own, other)
    if (what === 'both') events.push(event)
    else if (what !== 'neither') counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  for (const [what, count] of counts) hidden(what, count)
  return events
}

function shownByOne(event: TraceEvent, own: Sight, other: Sight): ShownByOne | 'both' | 'neither' {
  if (event.side === 'server') {
    if (event.type === 'frameSent' || event.type === 'frameReceived')
      if (bothSeeFrames(event, own, other)) return 'both'
    const isOfProgram = event.type === 'consoleMessage' || event.type === 'uncaughtError'
    const isSeen = isOfProgram ? other.seesServerProgram : other.seesServer
    return isSeen ? 'neither' : 'serverSide'
  }
  if (event.type === 'handshakeResponseReceived') {
    if (own.isRepetition(event)) return 'neither'
    // A browser reports nothing of a handshake that failed.
    return other.hasResponse(own.ordinalOf(event)) ? 'both' : 'handshake'
  }
  if (event.type === 'frameSent' || event.type === 'frameReceived') {
    // The server's end saw each frame once, with its octets; the client's may be made up.
    if (bothSeeFrames(event, own, other)) return 'neither'
    if (event.frame.opcode === Opcode.Close) return 'both'
    if (!own.seesFrames(own.ordinalOf(event))) return 'neither'
    return isControl(event.frame.opcode) ? 'controlFrames' : 'frames'
  }
  const { seenBy } = traitsOf(event)
  switch (seenBy) {
    case 'both':
    case 'neither':
      return seenBy
    case 'framesSeen':
      return bothSeeFrames(event, own, other) ? 'both' : 'neither'
    case 'bytes':
      return other.seesBytes ? 'neither' : 'bytes'
    case 'http':
      return other.seesHttp ? 'both' : 'http'
  }
  return seenBy satisfies never
}

function bothSeeFrames(event: TraceEvent, own: Sight, other: Sight): boolean {
  if (!('connectionId' in event) || event.connectionId === undefined) return false
  const ordinal = own.ordinalOf({ connectionId: event.connectionId })
  return own.seesFrames(ordinal) && other.seesFrames(ordinal)
}

/** What the program saw of a connection is in one order, what was on its wire in another. */
function laneOf(event: TraceEvent, sight: Sight): string {
  if (!('connectionId' in event) || event.connectionId === undefined) return 'program'
  const connection = String(sight.ordinalOf({ connectionId: event.connectionId }))
  return `${connection} ${traitsOf(event).isOnWire === true ? `${event.side} ${event.type}` : 'program'}`
}

/** Says in one sentence whether the events of some groups agree, where there are any. */
function agreement(
  rows: readonly ComparedRow[],
  logs: RowLogs,
  isMeant: (group: EventGroup) => boolean,
  [same, other]: readonly [Finding['key'], Finding['key']],
  unit: 'events' | 'frames',
): Finding[] {
  let compared = 0
  let differing = 0
  let first: number | undefined
  for (const [index, row] of rows.entries()) {
    const event = eventOf(row, logs)
    if (event === undefined || !isMeant(groupOf(event))) continue
    compared += 1
    if (row.kind === 'agrees') continue
    differing += 1
    first ??= index
  }
  if (compared === 0) return []
  return [
    first === undefined
      ? { key: same, params: { [unit]: compared }, count: compared }
      : { key: other, params: { [unit]: differing }, count: differing, row: first },
  ]
}

function wireFindings(here: Outcome, there: Outcome): Finding[] {
  const findings: Finding[] = []
  for (const [connection, other] of pairsOf(here, there)) {
    const connectionId = connection.id
    for (const way of ['out', 'in'] as const) {
      if (connection.frames[way] === 0 || other.frames[way] === 0) continue
      const frames = { here: connection.frames[way], there: other.frames[way] }
      if (frames.here !== frames.there)
        findings.push({ key: 'fragmentation', params: frames, connectionId })
    }
    const isCompressed = { here: compresses(connection), there: compresses(other) }
    const seen = connection.frames.out + connection.frames.in > 0
    const seenThere = other.frames.out + other.frames.in > 0
    if (seen && seenThere && isCompressed.here !== isCompressed.there)
      findings.push({
        key: 'compression',
        params: { where: isCompressed.here ? 'here' : 'there' },
        connectionId,
      })
  }
  return findings
}

function compresses({ compressed }: ConnectionOutcome): boolean {
  return compressed.out || compressed.in
}

function handshakeFindings(here: Outcome, there: Outcome): Finding[] {
  const findings: Finding[] = []
  for (const [connection, other] of pairsOf(here, there)) {
    const connectionId = connection.id
    if (connection.status === undefined || other.status === undefined) continue
    const status = { here: String(connection.status), there: String(other.status) }
    if (status.here !== status.there) {
      findings.push({ key: 'handshake.differs', params: status, connectionId })
      continue
    }
    let isSame = true
    for (const what of ['subprotocol', 'extensions'] as const) {
      const values = { here: connection[what] ?? '', there: other[what] ?? '' }
      if (values.here === values.there) continue
      isSame = false
      const named = { here: values.here || '–', there: values.there || '–' }
      findings.push({ key: `handshake.${what}`, params: named, connectionId })
    }
    if (isSame)
      findings.push({ key: 'handshake.same', params: { status: status.here }, connectionId })
  }
  return findings
}

function pairsOf(here: Outcome, there: Outcome): [ConnectionOutcome, ConnectionOutcome][] {
  return here.connections.slice(0, MAX_CONNECTIONS).flatMap((connection, index) => {
    const other = there.connections[index]
    return other === undefined ? [] : [[connection, other]]
  })
}
