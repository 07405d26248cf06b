/** The passages of a connection whose octets the trace has, at one end at least. */
import type { Side } from '../../event.ts'
import { lowerBound } from '../../lower-bound.ts'
import type { ConnectionEvent } from '../connection-events.ts'
import { HANDSHAKE_NOTE, inOrder, type Passage } from './passage.ts'
import { passOver } from '../../pass-over.ts'

const CLOSING_NOTE = 'Reconstructed: of a connection the trace tells only which end closed first.'
const TIME_NOTE = 'The other end saw these octets. When they passed here is reconstructed.'
const MIDDLEBOX_NOTE = 'Sent by a middlebox in the name of this end.'

/**
 * @param near The end that captures.
 * @param latency Of the link, one way, milliseconds: when the far end's acknowledgements arrive.
 *   Unknown on a real network; then only its data acknowledges.
 */
export function observedPassages(
  events: readonly ConnectionEvent[],
  near: Side,
  latency: number | undefined,
): readonly Passage[] {
  const far: Side = near === 'client' ? 'server' : 'client'
  const farReceipts = new Receipts(events, far)
  const passages: Passage[] = []
  let lost = Infinity
  for (const event of events) {
    const { time } = event
    if (event.side === far) {
      if (event.type === 'bytesReceived' && latency !== undefined)
        passages.push({
          kind: 'acknowledge',
          from: far,
          time: time + latency,
          received: farReceipts.until(event.seq),
        })
      continue
    }
    switch (event.type) {
      case 'bytesSent':
        passages.push({
          kind: 'data',
          from: near,
          time,
          data: event.data,
          ...provenanceNote(event),
        })
        break
      case 'bytesReceived':
        passages.push({
          kind: 'data',
          from: far,
          time,
          data: event.data,
          ...provenanceNote(event),
          ...(event.cause === undefined ? {} : { received: farReceipts.until(event.cause) }),
        })
        passages.push({ kind: 'acknowledge', from: near, time })
        break
      case 'transportClosed':
        if (event.how !== 'fin') lost = time
        if (event.how === 'silence') break
        passages.push({
          kind: event.how,
          from: event.by === near ? near : far,
          time,
          ...(event.by === 'network' ? { note: MIDDLEBOX_NOTE } : {}),
        })
        break
      default:
        passOver('observedCapture', event)
    }
  }
  return [
    ...beginning(events, near, latency),
    // What the far end says when nothing passes any more is not heard.
    ...inOrder([...passages, ...closing(events, near, latency)]).filter(
      ({ kind, time }) => kind !== 'acknowledge' || time <= lost,
    ),
  ]
}

const provenanceNote = ({ provenance }: ConnectionEvent): Pick<Passage, 'note'> =>
  provenance === 'observed' ? {} : { note: TIME_NOTE }

/** TCP's own handshake: a client needs a round trip for it, a server sees both ends of it at once. */
function beginning(
  events: readonly ConnectionEvent[],
  near: Side,
  latency = 0,
): readonly Passage[] {
  const [first] = events
  const opened =
    events.find(
      ({ type, side }) => side === near && (type === 'bytesSent' || type === 'bytesReceived'),
    )?.time ?? 0
  const connected =
    near === 'server' ? opened : Math.min(first?.time ?? 0, Math.max(0, opened - 2 * latency))
  return [
    { kind: 'connect', time: connected, note: HANDSHAKE_NOTE },
    { kind: 'accept', time: opened },
  ]
}

/** Both ends close, but the trace records only the first. */
function closing(
  events: readonly ConnectionEvent[],
  near: Side,
  latency: number | undefined,
): readonly Passage[] {
  const far: Side = near === 'client' ? 'server' : 'client'
  const ends = events.filter((event) => event.type === 'transportClosed')
  const seenNear = ends.find(({ side }) => side === near)
  if (seenNear?.how !== 'fin') return []
  if (seenNear.by !== near) {
    const closed = events.find(({ type, side }) => type === 'closed' && side === near)
    const time = Math.max(seenNear.time, closed?.time ?? 0)
    return [
      { kind: 'acknowledge', from: near, time: seenNear.time },
      { kind: 'fin', from: near, time, note: CLOSING_NOTE },
      ...(seenNear.by === 'network' ? [] : acknowledged(far, time, latency)),
    ]
  }
  const seenFar = ends.find(({ side }) => side === far)
  if (latency === undefined || seenFar?.how !== 'fin')
    return acknowledged(far, seenNear.time, latency)
  const lastOfFar = events.findLast(({ type, side }) => type === 'bytesReceived' && side === near)
  const time = Math.max(seenFar.time + latency, lastOfFar?.time ?? 0)
  return [
    { kind: 'fin', from: far, time, note: CLOSING_NOTE },
    { kind: 'acknowledge', from: near, time },
  ]
}

/** The far end acknowledges the FIN of this time after a round trip. */
function acknowledged(from: Side, time: number, latency: number | undefined): readonly Passage[] {
  return latency === undefined ? [] : [{ kind: 'acknowledge', from, time: time + 2 * latency }]
}

/** How many octets one end had received when. */
class Receipts {
  readonly #seqs: number[] = []
  readonly #totals: number[] = []

  constructor(events: readonly ConnectionEvent[], side: Side) {
    let total = 0
    for (const event of events) {
      if (event.side !== side || event.type !== 'bytesReceived') continue
      total += event.data.length
      this.#seqs.push(event.seq)
      this.#totals.push(total)
    }
  }

  /** With the event of this `seq`. */
  until(seq: number): number {
    return this.#totals[lowerBound(this.#seqs, seq + 1) - 1] ?? 0
  }
}
