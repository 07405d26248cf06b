/** What a pattern can ask of an event: its fields, as plain values that can be compared and shown. */
import { previewConsole } from '../trace/describe/preview.ts'
import type { MessageData, TraceEvent, TraceEventType, TraceFrame } from '../trace/event.ts'
import type { RemoteValue } from '../trace/remote-value.ts'

export type Scalar = string | number | boolean
export type FieldKind = 'string' | 'number' | 'boolean'

export interface Field<E> {
  readonly kind: FieldKind
  readonly description: string
  /** Undefined where the event does not have it. */
  read(event: E): Scalar | undefined
}

type EventOf<T extends TraceEventType> = Extract<TraceEvent, { type: T }>

function string<E>(description: string, read: (event: E) => string | undefined): Field<E> {
  return { kind: 'string', description, read }
}

function number<E>(description: string, read: (event: E) => number | undefined): Field<E> {
  return { kind: 'number', description, read }
}

function boolean<E>(description: string, read: (event: E) => boolean | undefined): Field<E> {
  return { kind: 'boolean', description, read }
}

/** Octets as `81 85 37`. */
export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes)
    text += `${text === '' ? '' : ' '}${byte < 16 ? '0' : ''}${byte.toString(16)}`
  return text
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const dataText = (data: MessageData | undefined): string | undefined =>
  data === undefined ? undefined : data.kind === 'text' ? data.text : hex(data.bytes)

function argument(value: RemoteValue | undefined): string | undefined {
  if (value === undefined) return undefined
  if (value.kind === 'string') return value.text
  if (value.kind === 'bytes') return hex(value.bytes)
  return previewConsole([value], 4096)
}

const headerLines = (headers: readonly (readonly [string, string])[]): string =>
  headers.map(([name, value]) => `${name.toLowerCase()}: ${value}\n`).join('')

const chunk = {
  data: string<{ data: Uint8Array }>('The octets in hexadecimal: `81 85 37`.', (e) => hex(e.data)),
  size: number<{ data: Uint8Array }>('How many octets.', (e) => e.data.byteLength),
}

type WithFrame = { readonly frame: TraceFrame }

const frame = {
  opcode: number<WithFrame>('1 text, 2 binary, 8 Close, 9 Ping, 10 Pong.', (e) => e.frame.opcode),
  fin: boolean<WithFrame>('Whether this frame ends its message.', (e) => e.frame.fin),
  rsv1: boolean<WithFrame>('RSV1, set by permessage-deflate.', (e) => e.frame.rsv1),
  masked: boolean<WithFrame>('Whether it carries a masking key.', (e) => e.frame.masked),
  header: string<WithFrame>('The octets before the payload, in hexadecimal.', (e) =>
    hex(e.frame.header),
  ),
  payload: string<WithFrame>('The unmasked payload, in hexadecimal.', (e) => hex(e.frame.payload)),
  data: string<WithFrame>('The unmasked payload, read as UTF-8.', (e) =>
    utf8.decode(e.frame.payload),
  ),
  size: number<WithFrame>('Octets of the payload.', (e) => e.frame.payload.byteLength),
  code: number<WithFrame>('The close code of a Close frame that has one.', (e) => {
    const [high, low] = e.frame.payload
    const isClose = e.frame.opcode === 8 && high !== undefined && low !== undefined
    return isClose ? high * 256 + low : undefined
  }),
}

type WithMessage = { readonly data?: MessageData }

const message = {
  data: string<WithMessage>('The text; binary data in hexadecimal: `48 65`.', (e) =>
    dataText(e.data),
  ),
  kind: string<WithMessage>('`text` or `binary`.', (e) => e.data?.kind),
}

const size = number<{ byteLength: number }>('Octets.', (e) => e.byteLength)
const timer = { kind: string<{ kind: string }>('`timeout`, `interval` …', (e) => e.kind) }

/** The fields of each type of event. A new type of event must be given its fields here. */
export const fields: {
  readonly [T in TraceEventType]: Readonly<Record<string, Field<EventOf<T>>>>
} = {
  created: {
    url: string('`ws.url`.', (e) => e.url),
    protocols: string('The subprotocols that were offered, joined by `, `.', (e) =>
      e.protocols.join(', '),
    ),
    routedTo: string('The URL that is really connected to.', (e) => e.routedTo),
  },
  willSendHandshakeRequest: {
    method: string('`GET`.', (e) => e.method),
    target: string('Path and query.', (e) => e.target),
    headers: string('A line `name: value` each, names in lower case.', (e) =>
      headerLines(e.headers),
    ),
  },
  handshakeResponseReceived: {
    status: number('The HTTP status.', (e) => e.status),
    headers: string('A line `name: value` each, names in lower case.', (e) =>
      headerLines(e.headers),
    ),
  },
  bytesSent: chunk,
  bytesReceived: chunk,
  frameSent: frame,
  frameReceived: frame,
  frameError: {
    message: string('What was wrong.', (e) => e.message),
    code: number('The close code that it calls for.', (e) => e.code),
    section: string('Where the rule is: `RFC 6455 §5.1`.', (e) => e.section),
  },
  messageSent: { ...message, size },
  messageReceived: { ...message, size },
  readyStateChanged: {
    from: number('The state before, 0 to 3.', (e) => e.from),
    to: number('The state now, 0 to 3.', (e) => e.to),
  },
  apiCall: {
    api: string('`WebSocket`, `EventSource`, `fetch`.', (e) => e.api),
    method: string('`constructor`, `send`, `close`, or an attribute: `onopen`.', (e) => e.method),
    argument: string('The first argument, as the program would print it.', (e) =>
      argument(e.arguments[0]),
    ),
    argument2: string('The second argument.', (e) => argument(e.arguments[1])),
    argumentCount: number('How many arguments.', (e) => e.arguments.length),
    readyState: number('The state when the call was made, 0 to 3.', (e) => e.readyState),
    threw: boolean('Whether the call threw.', (e) => e.exception !== undefined),
    exception: string('The name of what it threw: `InvalidStateError`.', (e) => e.exception?.name),
  },
  eventFired: {
    eventType: string('`open`, `message`, `error` or `close`.', (e) => e.eventType),
    listeners: number('How many listeners it had.', (e) => e.listeners),
    ...message,
    origin: string('`message` only: where it came from.', (e) => e.origin),
    code: number('`close` only.', (e) => e.code),
    reason: string('`close` only.', (e) => e.reason),
    wasClean: boolean('`close` only.', (e) => e.wasClean),
  },
  bufferedAmountChanged: {
    bufferedAmount: number('Octets.', (e) => e.bufferedAmount),
  },
  closed: {
    code: number('The close code.', (e) => e.code),
    reason: string('The close reason.', (e) => e.reason),
    wasClean: boolean('Whether both Close frames were exchanged.', (e) => e.wasClean),
  },
  transportClosed: {
    how: string('`fin`, `rst` or `silence`.', (e) => e.how),
    by: string('`client`, `server` or `network`.', (e) => e.by),
  },
  httpRequest: {
    method: string('`GET`.', (e) => e.method),
    url: string('The URL.', (e) => e.url),
    headers: string('A line `name: value` each, names in lower case.', (e) =>
      headerLines(e.headers),
    ),
    size,
  },
  httpResponse: {
    status: number('The HTTP status.', (e) => e.status),
    headers: string('A line `name: value` each, names in lower case.', (e) =>
      headerLines(e.headers),
    ),
    size,
  },
  httpData: chunk,
  eventSourceMessage: {
    eventType: string('The type of the event.', (e) => e.eventType),
    data: string('Its data.', (e) => e.data),
    lastEventId: string('The last event id.', (e) => e.lastEventId),
  },
  timerSet: { ...timer, delay: number('Milliseconds.', (e) => e.delay) },
  timerFired: timer,
  timerCleared: timer,
  pageLifecycle: { phase: string('`load`, `hidden`, `pagehide` …', (e) => e.phase) },
  userInput: {
    kind: string('`click`, `type`, `file` or `answer`.', (e) => e.kind),
    target: string('A CSS selector.', (e) => e.target),
    value: string('What was typed.', (e) => e.value),
  },
  consoleMessage: {
    level: string('`log`, `info`, `warn`, `error` or `debug`.', (e) => e.level),
    text: string('What was printed, on one line.', (e) => previewConsole(e.arguments, 4096)),
    dialog: string('`alert`, `confirm` or `prompt`.', (e) => e.dialog),
  },
  uncaughtError: {
    kind: string(
      '`syntaxError`, `exception`, `unhandledRejection` or `endlessLoop`.',
      (e) => e.kind,
    ),
    name: string('For example `TypeError`.', (e) => e.name),
    message: string('Its message.', (e) => e.message),
  },
  prediction: {
    question: string('The question’s id.', (e) => e.question),
    answer: string('The answer’s id.', (e) => e.answer),
  },
  intervention: { kind: string('`dropFrame`, `cut`, `stallServer` or `delay`.', (e) => e.kind) },
}

/** A field of an event by its name; undefined where this event has none of that name. */
export function readField(event: TraceEvent, name: string): Scalar | undefined {
  // The table has an entry for each type, whose readers take an event of that type.
  const table = fields[event.type] as Readonly<Record<string, Field<TraceEvent>>>
  return Object.hasOwn(table, name) ? table[name]?.read(event) : undefined
}
