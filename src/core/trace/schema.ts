/**
 * Validation of events that arrive from a sandbox, where a stranger's program may have made them up:
 * complete for the union, strict about types and unknown properties, bounded in size.
 */
import type { ConnectionEventBase, EventBase, MessageData, TraceEvent } from './event.ts'
import { MAX_IDLE_TIMEOUT, TRACE_VERSION, type LinkConditions, type TraceHeader } from './header.ts'
import { MAX_DATA, MAX_TEXT, MAX_VALUES } from './limits.ts'
import { beginEvent, remoteValue } from './remote-value-schema.ts'
import {
  boolean,
  bytes,
  finite,
  integer,
  isRecord,
  list,
  nullable,
  oneOf,
  optional,
  pair,
  record,
  text,
  union,
  type ShapeProblem,
  type Properties,
  type Shape,
} from './shape.ts'

const name = text(1024)
const line = text(MAX_TEXT)
const headers = list(pair(text(8192), text(65_536)), 1024)
const side = oneOf('client', 'server')
const timerKind = oneOf('timeout', 'interval', 'immediate', 'animationFrame', 'idleCallback')
const readyState = oneOf(0, 1, 2, 3)

const message: Shape<MessageData> = union('kind', {
  text: record<Extract<MessageData, { kind: 'text' }>>({
    kind: oneOf('text'),
    text: text(MAX_DATA),
  }),
  binary: record<Extract<MessageData, { kind: 'binary' }>>({
    kind: oneOf('binary'),
    bytes: bytes(MAX_DATA),
  }),
})

/** Three hundred years, in milliseconds: with it each time of a trace is one that a `Date` can have. */
const MAX_RUN = 1e13
/** The end of the year 9999, in Unix milliseconds. */
const LATEST_START = 253_402_300_799_999

const base: Properties<EventBase> = {
  seq: integer(0),
  time: finite(0, MAX_RUN),
  side,
  provenance: oneOf('observed', 'reconstructed', 'hidden'),
  cause: optional(integer(0)),
  source: optional(
    record<NonNullable<EventBase['source']>>({
      file: name,
      line: integer(1),
      column: integer(1),
    }),
  ),
}

const connection: Properties<ConnectionEventBase> = { ...base, connectionId: text(64) }

type EventOf<T extends TraceEvent['type']> = Extract<TraceEvent, { type: T }>

const chunk = { ...connection, data: bytes(MAX_DATA) }
const frame = record<EventOf<'frameSent'>['frame']>({
  fin: boolean,
  rsv1: boolean,
  rsv2: boolean,
  rsv3: boolean,
  opcode: integer(0, 15),
  masked: boolean,
  header: bytes(64),
  payload: bytes(MAX_DATA),
})
const wholeMessage = { ...connection, data: message, byteLength: integer(0) }

const shapes: { readonly [T in TraceEvent['type']]: Shape<EventOf<T>> } = {
  created: record<EventOf<'created'>>({
    ...connection,
    type: oneOf('created'),
    url: line,
    protocols: list(line, 1024),
    routedTo: optional(line),
  }),
  willSendHandshakeRequest: record<EventOf<'willSendHandshakeRequest'>>({
    ...connection,
    type: oneOf('willSendHandshakeRequest'),
    method: name,
    target: line,
    headers,
    byteLength: integer(0),
  }),
  handshakeResponseReceived: record<EventOf<'handshakeResponseReceived'>>({
    ...connection,
    type: oneOf('handshakeResponseReceived'),
    status: integer(0, 999),
    statusText: name,
    headers,
    byteLength: integer(0),
  }),
  bytesSent: record<EventOf<'bytesSent'>>({ ...chunk, type: oneOf('bytesSent') }),
  bytesReceived: record<EventOf<'bytesReceived'>>({ ...chunk, type: oneOf('bytesReceived') }),
  frameSent: record<EventOf<'frameSent'>>({ ...connection, type: oneOf('frameSent'), frame }),
  frameReceived: record<EventOf<'frameReceived'>>({
    ...connection,
    type: oneOf('frameReceived'),
    frame,
  }),
  frameError: record<EventOf<'frameError'>>({
    ...connection,
    type: oneOf('frameError'),
    message: line,
    code: optional(integer(0, 65_535)),
    section: optional(name),
  }),
  messageSent: record<EventOf<'messageSent'>>({ ...wholeMessage, type: oneOf('messageSent') }),
  messageReceived: record<EventOf<'messageReceived'>>({
    ...wholeMessage,
    type: oneOf('messageReceived'),
  }),
  readyStateChanged: record<EventOf<'readyStateChanged'>>({
    ...connection,
    type: oneOf('readyStateChanged'),
    from: optional(readyState),
    to: readyState,
  }),
  apiCall: record<EventOf<'apiCall'>>({
    ...base,
    type: oneOf('apiCall'),
    connectionId: optional(text(64)),
    api: name,
    method: name,
    arguments: list(remoteValue, MAX_VALUES),
    readyState: optional(readyState),
    exception: optional(
      record<NonNullable<EventOf<'apiCall'>['exception']>>({ name, message: line }),
    ),
  }),
  eventFired: record<EventOf<'eventFired'>>({
    ...connection,
    type: oneOf('eventFired'),
    eventType: oneOf('open', 'message', 'error', 'close'),
    listeners: integer(0),
    data: optional(message),
    origin: optional(line),
    code: optional(integer(0, 65_535)),
    reason: optional(line),
    wasClean: optional(boolean),
  }),
  bufferedAmountChanged: record<EventOf<'bufferedAmountChanged'>>({
    ...connection,
    type: oneOf('bufferedAmountChanged'),
    bufferedAmount: integer(0),
  }),
  closed: record<EventOf<'closed'>>({
    ...connection,
    type: oneOf('closed'),
    code: integer(0, 65_535),
    reason: line,
    wasClean: boolean,
  }),
  transportClosed: record<EventOf<'transportClosed'>>({
    ...connection,
    type: oneOf('transportClosed'),
    how: oneOf('fin', 'rst', 'silence'),
    by: oneOf('client', 'server', 'network'),
  }),
  httpRequest: record<EventOf<'httpRequest'>>({
    ...connection,
    type: oneOf('httpRequest'),
    method: name,
    url: line,
    headers,
    byteLength: integer(0),
  }),
  httpResponse: record<EventOf<'httpResponse'>>({
    ...connection,
    type: oneOf('httpResponse'),
    status: integer(0, 999),
    statusText: name,
    headers,
    byteLength: integer(0),
  }),
  httpData: record<EventOf<'httpData'>>({ ...chunk, type: oneOf('httpData') }),
  eventSourceMessage: record<EventOf<'eventSourceMessage'>>({
    ...connection,
    type: oneOf('eventSourceMessage'),
    eventType: name,
    data: text(MAX_DATA),
    lastEventId: line,
  }),
  timerSet: record<EventOf<'timerSet'>>({
    ...base,
    type: oneOf('timerSet'),
    timerId: integer(0),
    kind: timerKind,
    delay: finite(0),
  }),
  timerFired: record<EventOf<'timerFired'>>({
    ...base,
    type: oneOf('timerFired'),
    timerId: integer(0),
    kind: timerKind,
  }),
  timerCleared: record<EventOf<'timerCleared'>>({
    ...base,
    type: oneOf('timerCleared'),
    timerId: integer(0),
    kind: timerKind,
  }),
  pageLifecycle: record<EventOf<'pageLifecycle'>>({
    ...base,
    type: oneOf('pageLifecycle'),
    phase: oneOf('load', 'visible', 'hidden', 'pagehide', 'pageshow', 'offline', 'online'),
  }),
  userInput: record<EventOf<'userInput'>>({
    ...base,
    type: oneOf('userInput'),
    kind: oneOf('click', 'type', 'file', 'answer'),
    target: line,
    value: optional(line),
  }),
  consoleMessage: record<EventOf<'consoleMessage'>>({
    ...base,
    type: oneOf('consoleMessage'),
    level: oneOf('log', 'info', 'warn', 'error', 'debug'),
    dialog: optional(oneOf('alert', 'confirm', 'prompt')),
    arguments: list(remoteValue, MAX_VALUES),
  }),
  uncaughtError: record<EventOf<'uncaughtError'>>({
    ...base,
    type: oneOf('uncaughtError'),
    kind: oneOf('syntaxError', 'exception', 'unhandledRejection', 'endlessLoop'),
    name: line,
    message: line,
  }),
  prediction: record<EventOf<'prediction'>>({
    ...base,
    type: oneOf('prediction'),
    question: name,
    answer: line,
  }),
  intervention: record<EventOf<'intervention'>>({
    ...base,
    type: oneOf('intervention'),
    connectionId: optional(text(64)),
    kind: oneOf('dropFrame', 'cut', 'stallServer', 'delay'),
    duration: optional(finite(0)),
  }),
}

const anyEvent = union<TraceEvent>('type', shapes)

/** What is wrong with a value that should be an event, or null where it is one. */
export function problemOfEvent(value: unknown): ShapeProblem {
  beginEvent()
  const problem = anyEvent(value)
  if (problem === null) return null
  const type = isRecord(value) && typeof value['type'] === 'string' ? value['type'] : 'event'
  return `${type.slice(0, 60)}${problem}`
}

export function isTraceEvent(value: unknown): value is TraceEvent {
  return problemOfEvent(value) === null
}

export const problemOfConditions: Shape<LinkConditions> = record<LinkConditions>({
  latency: finite(0, 60_000),
  jitter: finite(0, 60_000),
  bandwidth: nullable(finite(1)),
  idleTimeout: optional(nullable(finite(1, MAX_IDLE_TIMEOUT))),
})

const header = record<TraceHeader>({
  version: oneOf(TRACE_VERSION),
  clock: oneOf('virtual', 'real'),
  seed: nullable(integer(0, 0xffff_ffff)),
  conditions: nullable(problemOfConditions),
  endpoint: record<TraceHeader['endpoint']>({ kind: oneOf('built-in', 'lab', 'live'), name: line }),
  startedAt: nullable(finite(0, LATEST_START)),
  browser: line,
})

/** What is wrong with a value that should be a trace's header, or null where it is one. */
export function problemOfHeader(value: unknown): ShapeProblem {
  const problem = header(value)
  return problem === null ? null : `header${problem}`
}

export type EventsParsed =
  | { readonly ok: true; readonly events: readonly TraceEvent[] }
  | {
      readonly ok: false
      readonly problem: string
      /** Where in the batch; absent where that is no list. */
      readonly index?: number
    }

/**
 * Validates the batches of one run as they arrive: each event by itself, and that `seq` counts up
 * without gaps, that time never goes back, and that a cause came before what it caused.
 */
export class EventStreamValidator {
  #nextSeq: number
  #time = 0

  /** @param firstSeq of the first event: more than 0 where the oldest were let go. */
  constructor(firstSeq = 0) {
    this.#nextSeq = firstSeq
  }

  /** After a problem the stream is broken: nothing more should be fed. */
  accept(batch: unknown): EventsParsed {
    if (!Array.isArray(batch)) return { ok: false, problem: 'events: expected a list' }
    for (const [index, value] of batch.entries()) {
      const problem = this.#problemOf(value)
      if (problem !== null) return { ok: false, problem, index }
    }
    // Every element was seen to be an event.
    return { ok: true, events: batch as readonly TraceEvent[] }
  }

  #problemOf(value: unknown): ShapeProblem {
    if (!isTraceEvent(value)) return problemOfEvent(value)
    const { type, seq, time, cause } = value
    if (seq !== this.#nextSeq) return `${type}.seq: ${seq} came where ${this.#nextSeq} was due`
    if (time < this.#time) return `${type}.time: ${time} lies before ${this.#time}`
    if (cause !== undefined && cause >= seq) return `${type}.cause: ${cause} is not before ${seq}`
    this.#nextSeq = seq + 1
    this.#time = time
    return null
  }
}
