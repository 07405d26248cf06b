/**
 * The same program on two endpoints. Times, keys and masks differ by nature; compared is what the
 * program could see and, where both traces saw it, what was on the wire.
 */
import type { TraceEvent } from '../event.ts'
import { groupOf } from '../describe/index.ts'
import { traitsOf } from '../events/traits.ts'
import { alignEvents } from './align.ts'
import type {
  ComparedLog,
  ComparedRow,
  ComparedTrace,
  Comparison,
  Finding,
  OnlyOneShows,
  ShownByOne,
} from './comparison.ts'
import { countRows } from './count.ts'
import { outcomeFindings } from './findings.ts'
import { connectionsOf, outcomeOf, type ConnectionOutcome, type Outcome } from './outcome.ts'
import { Sight } from './sight.ts'

const CLOSE = 8
const FIRST_CONTROL = 8

/** Connections whose wire is told of one by one. */
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
  const counted = countRows(rows, { here: here.log, there: there.log })
  const outcomeHere = outcomeOf(eventsHere)
  const outcomeThere = outcomeOf(eventsThere)

  const findings: Finding[] = []
  for (const { log } of [here, there])
    if (log.firstSeq > 0)
      findings.push({ key: 'released', params: { events: log.firstSeq }, count: log.firstSeq })
  findings.push(
    ...programFindings(rows, here.log, there.log),
    ...handshakeFindings(outcomeHere, outcomeThere),
    ...wireFindings(rows, here.log, there.log, outcomeHere, outcomeThere),
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
    if (event.frame.opcode === CLOSE) return 'both'
    if (!own.seesFrames(own.ordinalOf(event))) return 'neither'
    return event.frame.opcode >= FIRST_CONTROL ? 'controlFrames' : 'frames'
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

interface Tally {
  readonly compared: number
  readonly differing: number
  readonly first: number | undefined
}

function tally(
  rows: readonly ComparedRow[],
  here: ComparedLog,
  there: ComparedLog,
  counts: (event: TraceEvent) => boolean,
): Tally {
  let compared = 0
  let differing = 0
  let first: number | undefined
  for (const [index, row] of rows.entries()) {
    const event = row.here === null ? there.get(row.there ?? -1) : here.get(row.here)
    if (event === undefined || !counts(event)) continue
    compared += 1
    if (row.kind === 'agrees') continue
    differing += 1
    first ??= index
  }
  return { compared, differing, first }
}

function programFindings(
  rows: readonly ComparedRow[],
  here: ComparedLog,
  there: ComparedLog,
): Finding[] {
  const { compared, differing, first } = tally(rows, here, there, (event) => {
    const group = groupOf(event)
    return group !== 'frames' && group !== 'handshake'
  })
  if (compared === 0) return []
  return [
    first === undefined
      ? { key: 'sameForProgram', params: { events: compared }, count: compared }
      : { key: 'otherForProgram', params: { events: differing }, count: differing, row: first },
  ]
}

function wireFindings(
  rows: readonly ComparedRow[],
  here: ComparedLog,
  there: ComparedLog,
  outcomeHere: Outcome,
  outcomeThere: Outcome,
): Finding[] {
  const { compared, differing, first } = tally(
    rows,
    here,
    there,
    (event) => groupOf(event) === 'frames',
  )
  const findings: Finding[] = []
  if (compared > 0)
    findings.push(
      first === undefined
        ? { key: 'sameOnWire', params: { frames: compared }, count: compared }
        : { key: 'otherOnWire', params: { frames: differing }, count: differing, row: first },
    )
  for (const [connection, other] of pairsOf(outcomeHere, outcomeThere)) {
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
