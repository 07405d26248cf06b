/** TCP segments of a conversation (RFC 9293): sequence numbers, acknowledgements, flags. */
import type { Side } from '../../event.ts'
import type { Passage } from './passage.ts'

/** RFC 9293 §3.1. */
export const TcpFlag = { Fin: 0x01, Syn: 0x02, Rst: 0x04, Psh: 0x08, Ack: 0x10 } as const

/** Of Ethernet: 1500 octets of MTU without the headers of IPv4 and TCP. */
export const MAXIMUM_SEGMENT_SIZE = 1460

export interface TcpSegment {
  readonly from: Side
  /** Milliseconds since the run began. */
  readonly time: number
  /** 32 bits; they wrap. */
  readonly sequence: number
  readonly acknowledgement: number
  readonly flags: number
  readonly payload: Uint8Array
  readonly note?: string
}

class End {
  /** Octets of its stream that were sent. */
  sent = 0
  /** Octets of the other's stream that it has acknowledged. */
  acknowledged = 0
  begun = false
  finished = false
  /** It has acknowledged the other's FIN. */
  sawFin = false
  readonly #initial: number

  constructor(initial: number) {
    this.#initial = initial
  }

  /** SYN and FIN take a sequence number each, as if they were octets (RFC 9293 §3.4). */
  get next(): number {
    return this.#initial + Number(this.begun) + this.sent + Number(this.finished)
  }

  acknowledgementOf(octets: number, withFin: boolean): number {
    return this.#initial + 1 + octets + Number(withFin)
  }
}

const NOTHING = new Uint8Array(0)

/** @param initial The initial sequence numbers, 32 bits each. */
export function segmentsOf(
  passages: readonly Passage[],
  initial: Readonly<Record<Side, number>>,
): readonly TcpSegment[] {
  const segments: TcpSegment[] = []
  const ends = { client: new End(initial.client), server: new End(initial.server) }

  /** Whether there is something new for `from` to acknowledge, by what it has received. */
  function takeNews(from: Side, received: number | undefined): boolean {
    const own = ends[from]
    const other = ends[otherThan(from)]
    // Never less than was acknowledged before, never more than was sent.
    const octets = Math.max(own.acknowledged, Math.min(received ?? other.sent, other.sent))
    const sawFin = own.sawFin || (received === undefined && other.finished)
    const isNews = octets > own.acknowledged || sawFin !== own.sawFin
    own.acknowledged = octets
    own.sawFin = sawFin
    return isNews
  }

  function put(
    from: Side,
    { time, note }: Pick<Passage, 'time' | 'note'>,
    flags: number,
    payload: Uint8Array = NOTHING,
  ): void {
    const own = ends[from]
    const other = ends[otherThan(from)]
    const acknowledges = (flags & TcpFlag.Ack) !== 0
    segments.push({
      from,
      time,
      sequence: own.next >>> 0,
      acknowledgement: acknowledges
        ? other.acknowledgementOf(own.acknowledged, own.sawFin) >>> 0
        : 0,
      flags,
      payload,
      ...(note === undefined ? {} : { note }),
    })
    own.sent += payload.length
    if ((flags & TcpFlag.Syn) !== 0) own.begun = true
    if ((flags & TcpFlag.Fin) !== 0) own.finished = true
  }

  for (const [index, passage] of passages.entries()) {
    const { time } = passage
    switch (passage.kind) {
      case 'connect':
        put('client', passage, TcpFlag.Syn)
        break
      case 'accept':
        put('server', passage, TcpFlag.Syn | TcpFlag.Ack)
        put('client', { time }, TcpFlag.Ack)
        break
      case 'refuse':
        put('server', passage, TcpFlag.Rst | TcpFlag.Ack)
        break
      case 'data': {
        const { from, data, received } = passage
        takeNews(from, received)
        for (let start = 0; start < data.length; start += MAXIMUM_SEGMENT_SIZE) {
          const payload = data.subarray(start, start + MAXIMUM_SEGMENT_SIZE)
          const isLast = start + payload.length === data.length
          put(from, passage, isLast ? TcpFlag.Psh | TcpFlag.Ack : TcpFlag.Ack, payload)
        }
        break
      }
      case 'acknowledge':
        if (isCarriedSoon(passages, index, passage.from)) break
        if (takeNews(passage.from, passage.received)) put(passage.from, passage, TcpFlag.Ack)
        break
      case 'fin':
        takeNews(passage.from, undefined)
        put(passage.from, passage, TcpFlag.Fin | TcpFlag.Ack)
        break
      case 'rst':
        put(passage.from, passage, TcpFlag.Rst | TcpFlag.Ack)
        break
    }
  }
  return segments
}

const otherThan = (side: Side): Side => (side === 'client' ? 'server' : 'client')

/** The same end sends data at the same time, which acknowledges too. */
function isCarriedSoon(passages: readonly Passage[], index: number, from: Side): boolean {
  const time = passages[index]?.time
  for (let next = index + 1; next < passages.length; next += 1) {
    const passage = passages[next]
    if (passage === undefined || passage.time !== time) return false
    if ((passage.kind === 'data' || passage.kind === 'fin') && passage.from === from) return true
  }
  return false
}
