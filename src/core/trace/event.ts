/**
 * The event union of a trace.
 *
 * Everything that happens in a run is one event in one append-only log; every picture, check and
 * export reads that log and nothing else. Names are those of the Chrome DevTools Protocol without
 * its `webSocket` prefix. `frame*` is a real RFC 6455 frame, `message*` a whole message.
 * Events are plain data: they survive structured cloning unchanged.
 */
import type { RemoteValue } from './remote-value.ts'

/** Which end of a connection an event happened at. */
export type Side = 'client' | 'server'

/**
 * How we know of an event. `observed`: something saw it. `reconstructed`: it must have happened,
 * but what saw it did not see this detail. `hidden`: the browser keeps it from scripts.
 */
export type Provenance = 'observed' | 'reconstructed' | 'hidden'

/** A place in a file of the program. Lines count from 1, columns from 1 in UTF-16 code units. */
export interface SourcePosition {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface EventBase {
  /** Position in the log, from 0, without gaps. */
  readonly seq: number
  /** Milliseconds since the run began: virtual on the built-in endpoint, real elsewhere. */
  readonly time: number
  readonly side: Side
  readonly provenance: Provenance
  /** `seq` of the event that caused this one: a receipt is caused by its sending. */
  readonly cause?: number
  /** The line that called the API, or where the handler starts. Absent where neither is known. */
  readonly source?: SourcePosition
}

/** Everything that belongs to one connection. */
export interface ConnectionEventBase extends EventBase {
  /** Shared by both ends of one connection, unique in a run: `ws-1`, `http-2`. */
  readonly connectionId: string
}

export type Header = readonly [name: string, value: string]

/** The program called `new WebSocket`. */
export interface Created extends ConnectionEventBase {
  readonly type: 'created'
  /** `ws.url`: the code's URL, parsed and serialised. */
  readonly url: string
  readonly protocols: readonly string[]
  /** The URL that is really connected to, when routing replaced the code's. */
  readonly routedTo?: string
}

export interface WillSendHandshakeRequest extends ConnectionEventBase {
  readonly type: 'willSendHandshakeRequest'
  readonly method: string
  /** The request target: path and query. */
  readonly target: string
  readonly headers: readonly Header[]
  /** Octets of the request head on the wire. 0 where nobody saw them. */
  readonly byteLength: number
}

export interface HandshakeResponseReceived extends ConnectionEventBase {
  readonly type: 'handshakeResponseReceived'
  readonly status: number
  readonly statusText: string
  readonly headers: readonly Header[]
  /** Octets of the response head on the wire. 0 where nobody saw them. */
  readonly byteLength: number
}

/** A chunk of the byte stream under a connection, as one write or one read. */
export interface BytesSent extends ConnectionEventBase {
  readonly type: 'bytesSent'
  readonly data: Uint8Array
}

export interface BytesReceived extends ConnectionEventBase {
  readonly type: 'bytesReceived'
  readonly data: Uint8Array
}

/** One frame as it was on the wire (RFC 6455 §5.2). */
export interface TraceFrame {
  readonly fin: boolean
  readonly rsv1: boolean
  readonly rsv2: boolean
  readonly rsv3: boolean
  /** 0 to 15. */
  readonly opcode: number
  readonly masked: boolean
  /** The octets before the payload, masking key included. */
  readonly header: Uint8Array
  /** Unmasked; still compressed where RSV1 says so. */
  readonly payload: Uint8Array
}

export interface FrameSent extends ConnectionEventBase {
  readonly type: 'frameSent'
  readonly frame: TraceFrame
}

export interface FrameReceived extends ConnectionEventBase {
  readonly type: 'frameReceived'
  readonly frame: TraceFrame
}

/** The peer broke a rule, or the connection failed for another reason. */
export interface FrameError extends ConnectionEventBase {
  readonly type: 'frameError'
  readonly message: string
  /** The close code that the error calls for (RFC 6455 §7.4.1); absent during the handshake. */
  readonly code?: number
  /** For example `RFC 6455 §5.1`. */
  readonly section?: string
}

export type MessageData =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }

interface MessageEventBase extends ConnectionEventBase {
  readonly data: MessageData
  /** Octets of the payload before compression; of text, its UTF-8 form. */
  readonly byteLength: number
}

export interface MessageSent extends MessageEventBase {
  readonly type: 'messageSent'
}

export interface MessageReceived extends MessageEventBase {
  readonly type: 'messageReceived'
}

export type ReadyState = 0 | 1 | 2 | 3

export interface ReadyStateChanged extends ConnectionEventBase {
  readonly type: 'readyStateChanged'
  /** Absent when the socket was just made. */
  readonly from?: ReadyState
  readonly to: ReadyState
}

/** The program called or set something of an API. */
export interface ApiCall extends EventBase {
  readonly type: 'apiCall'
  readonly connectionId?: string
  /** For example `WebSocket`, `EventSource`, `fetch`. */
  readonly api: string
  /** `constructor`, `send`, `close`, or the attribute that was set: `onopen`, `binaryType`. */
  readonly method: string
  readonly arguments: readonly RemoteValue[]
  /** `readyState` when the call was made, for a WebSocket that exists. */
  readonly readyState?: ReadyState
  /** What the call threw. */
  readonly exception?: { readonly name: string; readonly message: string }
}

/** A DOM event was dispatched at a connection's object. `source` is where its handler starts. */
export interface EventFired extends ConnectionEventBase {
  readonly type: 'eventFired'
  readonly eventType: 'open' | 'message' | 'error' | 'close'
  /** How many listeners it had, handler attribute included. */
  readonly listeners: number
  /** `message` only. */
  readonly data?: MessageData
  readonly origin?: string
  /** `close` only. */
  readonly code?: number
  readonly reason?: string
  readonly wasClean?: boolean
}

export interface BufferedAmountChanged extends ConnectionEventBase {
  readonly type: 'bufferedAmountChanged'
  /** Octets. */
  readonly bufferedAmount: number
}

/** The WebSocket connection is closed (RFC 6455 §7.1.4). */
export interface Closed extends ConnectionEventBase {
  readonly type: 'closed'
  readonly code: number
  readonly reason: string
  readonly wasClean: boolean
}

/** The transport under a connection ended, as this side saw it. */
export interface TransportClosed extends ConnectionEventBase {
  readonly type: 'transportClosed'
  readonly how: 'fin' | 'rst' | 'silence'
  /** Who ended it. */
  readonly by: Side | 'network'
}

export interface HttpRequest extends ConnectionEventBase {
  readonly type: 'httpRequest'
  readonly method: string
  readonly url: string
  readonly headers: readonly Header[]
  /** Octets on the wire, head and body. */
  readonly byteLength: number
}

export interface HttpResponse extends ConnectionEventBase {
  readonly type: 'httpResponse'
  readonly status: number
  readonly statusText: string
  readonly headers: readonly Header[]
  /** Octets of the head on the wire. */
  readonly byteLength: number
}

export interface HttpData extends ConnectionEventBase {
  readonly type: 'httpData'
  readonly data: Uint8Array
}

export interface EventSourceMessage extends ConnectionEventBase {
  readonly type: 'eventSourceMessage'
  readonly eventType: string
  readonly data: string
  readonly lastEventId: string
}

export type TimerKind = 'timeout' | 'interval' | 'immediate' | 'animationFrame' | 'idleCallback'

export interface TimerSet extends EventBase {
  readonly type: 'timerSet'
  readonly timerId: number
  readonly kind: TimerKind
  /** Milliseconds. */
  readonly delay: number
}

export interface TimerFired extends EventBase {
  readonly type: 'timerFired'
  readonly timerId: number
  readonly kind: TimerKind
}

export interface TimerCleared extends EventBase {
  readonly type: 'timerCleared'
  readonly timerId: number
  readonly kind: TimerKind
}

export interface PageLifecycle extends EventBase {
  readonly type: 'pageLifecycle'
  readonly phase: 'load' | 'visible' | 'hidden' | 'pagehide' | 'pageshow' | 'offline' | 'online'
}

/** What the user did to the program's page; replayed at its time when a run is repeated. */
export interface UserInput extends EventBase {
  readonly type: 'userInput'
  readonly kind: 'click' | 'type' | 'file' | 'answer'
  /** A CSS selector, or the dialog that was answered. */
  readonly target: string
  readonly value?: string
}

export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error' | 'debug'

export interface ConsoleMessage extends EventBase {
  readonly type: 'consoleMessage'
  readonly level: ConsoleLevel
  /** What printed it, where that was not a console method. */
  readonly dialog?: 'alert' | 'confirm' | 'prompt'
  readonly arguments: readonly RemoteValue[]
}

export interface UncaughtError extends EventBase {
  readonly type: 'uncaughtError'
  readonly kind: 'syntaxError' | 'exception' | 'unhandledRejection' | 'endlessLoop'
  readonly name: string
  readonly message: string
}

/** The learner committed to an answer before running. */
export interface Prediction extends EventBase {
  readonly type: 'prediction'
  readonly question: string
  readonly answer: string
}

export type InterventionKind = 'dropFrame' | 'cut' | 'stallServer' | 'delay'

export interface Intervention extends EventBase {
  readonly type: 'intervention'
  readonly connectionId?: string
  readonly kind: InterventionKind
  /** `delay` and `stallServer`: milliseconds. */
  readonly duration?: number
}

export type TraceEvent =
  | Created
  | WillSendHandshakeRequest
  | HandshakeResponseReceived
  | BytesSent
  | BytesReceived
  | FrameSent
  | FrameReceived
  | FrameError
  | MessageSent
  | MessageReceived
  | ReadyStateChanged
  | ApiCall
  | EventFired
  | BufferedAmountChanged
  | Closed
  | TransportClosed
  | HttpRequest
  | HttpResponse
  | HttpData
  | EventSourceMessage
  | TimerSet
  | TimerFired
  | TimerCleared
  | PageLifecycle
  | UserInput
  | ConsoleMessage
  | UncaughtError
  | Prediction
  | Intervention

export type TraceEventType = TraceEvent['type']

type WithoutPosition<E> = E extends TraceEvent ? Omit<E, 'seq' | 'time'> : never

/** An event as its producer describes it: the recorder adds `seq` and `time`. */
export type TraceEventDraft = WithoutPosition<TraceEvent>

/** Where producers put what happens. Returns the `seq` it was given, to name as a `cause`. */
export interface Recorder {
  record(event: TraceEventDraft): number
}
