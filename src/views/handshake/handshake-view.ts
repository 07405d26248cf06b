/**
 * The opening handshake of a connection, as far as it has happened: the rows of both heads, what
 * was agreed on, whether the key was answered, how it ended and what comes next.
 */
import type { HeaderPurpose } from '../../core/protocol/index.ts'
import type {
  FrameError,
  HandshakeResponseReceived,
  Provenance,
  TraceEvent,
  WillSendHandshakeRequest,
} from '../../core/trace/event.ts'
import { statusLine } from '../../core/trace/events/headers.ts'
import {
  headRows,
  rawHead,
  startLine,
  type HeadEvent,
  type HeadRow,
  type RawHead,
} from '../../core/trace/handshake/index.ts'
import { connectionOf, stateAt, type FoldableLog } from '../../core/trace/state.ts'
import { connectionIdOf } from '../shown-run.ts'
import { acceptView, type AcceptView } from './accept-view.ts'
import { negotiationView, type NegotiationView } from './negotiation-view.ts'
import { text, type Text } from '../../ui/text.ts'

export interface HeadView {
  readonly seq: number
  /** Milliseconds since the run began. */
  readonly time: number
  readonly startLine: string
  readonly rows: readonly HeadRow[]
  readonly raw: RawHead
  /** Octets on the wire; 0 if they were not observed. */
  readonly byteLength: number
  readonly provenance: Provenance
}

export interface Verdict {
  readonly kind: 'accepted' | 'failed'
  readonly sentence: Text
  /** The rule that was broken, as the engine names it. */
  readonly rule?: string
  /** The engine's own words. */
  readonly message?: string
  /** The header of the response that broke the rule. */
  readonly header?: HeaderPurpose
  /** The event that ended the handshake. */
  readonly seq: number
}

export interface HandshakeView {
  readonly request: HeadView | null
  readonly response: HeadView | null
  /** What the status of the response means. */
  readonly status: Text | null
  readonly accept: AcceptView | null
  readonly negotiation: NegotiationView | null
  readonly verdict: Verdict | null
  readonly next: Text | null
  /** The browser hides rows that can be seen elsewhere. */
  readonly hasHidden: boolean
}

/**
 * @param shownBefore Events with this `seq` or a later one have not happened yet.
 * @returns null if there is no such connection yet.
 */
export function handshakeView(
  log: FoldableLog,
  connectionId: string,
  shownBefore: number,
): HandshakeView | null {
  const connection = connectionOf(stateAt(log, shownBefore), connectionId)
  if (connection === undefined) return null
  const { handshakeRequest: request, handshakeResponse: response } = connection
  const ending = endingOf(log, connectionId, request?.seq ?? log.firstSeq, shownBefore)
  const hasHidden = [request, response].some((head) => head && head.provenance !== 'observed')
  return {
    request: request === undefined ? null : headView(log, request),
    response: response === undefined ? null : headView(log, response),
    status: response === undefined ? null : statusMeaning(response.status),
    accept: request === undefined ? null : acceptView(request, response),
    negotiation: request === undefined ? null : negotiationView(request, response),
    verdict: verdictOf(request, response, ending),
    next: ending === undefined ? nextOf(request, response) : null,
    hasHidden,
  }
}

export function headView(log: Pick<FoldableLog, 'get'>, event: HeadEvent): HeadView {
  const raw = rawHead(log, event)
  // A proxy may talk HTTP/1.0, which no field of the event says.
  const onWire = raw.isWire ? raw.lines[0] : undefined
  return {
    seq: event.seq,
    time: event.time,
    startLine: onWire ?? startLine(event),
    rows: headRows(event),
    raw,
    byteLength: event.byteLength,
    provenance: event.provenance,
  }
}

/** The event that ended the handshake: OPEN, a failure, or the end of the connection. */
type Ending = Extract<TraceEvent, { type: 'readyStateChanged' | 'frameError' | 'closed' }>

function endingOf(
  log: FoldableLog,
  connectionId: string,
  from: number,
  shownBefore: number,
): Ending | undefined {
  const end = Math.min(shownBefore, log.nextSeq)
  for (let seq = Math.max(from, log.firstSeq); seq < end; seq += 1) {
    const event = log.get(seq)
    if (event?.side !== 'client' || connectionIdOf(event) !== connectionId) continue
    if (event.type === 'readyStateChanged' && event.to === 1) return event
    if (event.type === 'frameError' || event.type === 'closed') return event
  }
  return undefined
}

function nextOf(
  request: WillSendHandshakeRequest | undefined,
  response: HandshakeResponseReceived | undefined,
): Text {
  if (request === undefined) return text('handshake.next.request')
  return text(response === undefined ? 'handshake.next.response' : 'handshake.next.judgement')
}

function verdictOf(
  request: WillSendHandshakeRequest | undefined,
  response: HandshakeResponseReceived | undefined,
  ending: Ending | undefined,
): Verdict | null {
  if (ending === undefined) return null
  const { seq } = ending
  if (ending.type === 'readyStateChanged')
    return { kind: 'accepted', sentence: text('handshake.verdict.accepted'), seq }
  const status = response === undefined ? '' : statusLine(response)
  if (ending.type !== 'frameError') {
    const sentence =
      response !== undefined && response.status !== 101
        ? text('handshake.verdict.status', { status })
        : text(request === undefined ? 'handshake.verdict.unreachable' : 'handshake.verdict.other')
    return { kind: 'failed', sentence, seq }
  }
  // A code means that a frame broke a rule, so the handshake was over.
  if (ending.code !== undefined)
    return { kind: 'accepted', sentence: text('handshake.verdict.accepted'), seq }
  const failure = failureOf(request, response, ending)
  const header = HEADERS[failure]
  return {
    kind: 'failed',
    sentence: text(`handshake.verdict.${failure}`, { status }),
    ...(header === undefined ? {} : { header }),
    ...(ending.section === undefined ? {} : { rule: ending.section }),
    message: ending.message,
    seq,
  }
}

/** RFC 6455 §4.1, the list of what a client checks in the response. */
const RESPONSE_ITEMS: readonly string[] = [
  'status',
  'upgrade',
  'connection',
  'accept',
  'extensions',
  'subprotocol',
]

const HEADERS: Readonly<Partial<Record<string, HeaderPurpose>>> = {
  upgrade: 'upgrade',
  connection: 'connection',
  accept: 'accept',
  extensions: 'extensions',
  subprotocol: 'protocol',
}

function failureOf(
  request: WillSendHandshakeRequest | undefined,
  response: HandshakeResponseReceived | undefined,
  { section }: FrameError,
): string {
  if (request === undefined) return 'unreachable'
  if (response === undefined) return section === undefined ? 'unanswered' : 'other'
  // WHATWG WebSockets, not RFC 6455, makes a response fail that chooses no offered subprotocol.
  if (section === undefined) return 'noSubprotocol'
  if (section.startsWith('RFC 7692')) return 'extensions'
  const item = /response item (\d)/.exec(section)?.[1]
  return RESPONSE_ITEMS[Number(item ?? 0) - 1] ?? 'other'
}

const KNOWN_STATUS: ReadonlySet<number> = new Set([101, 200, 400, 401, 403, 404, 426])

/** What a status means to a client that asked for WebSocket. */
export function statusMeaning(status: number): Text {
  if (KNOWN_STATUS.has(status)) return text(`handshake.status.${String(status)}`)
  const hundred = Math.floor(status / 100)
  return text(
    hundred >= 2 && hundred <= 5
      ? `handshake.status.${String(hundred)}xx`
      : 'handshake.status.other',
  )
}
