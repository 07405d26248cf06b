/**
 * The event union of a trace.
 *
 * Everything that happens in a run is one event in one append-only log; every picture, check and
 * export reads that log and nothing else. Names are those of the Chrome DevTools Protocol without
 * its `webSocket` prefix. `frame*` is a real RFC 6455 frame, `message*` a whole message.
 * Events are plain data: they survive structured cloning unchanged. A family of types has a file in
 * `events/`, which says what its events are and what they look like.
 */
import type { ApiEvent } from './events/api.ts'
import type { BrokerEvent } from './events/broker.ts'
import type { FrameEvent } from './events/frames.ts'
import type { HandshakeEvent } from './events/handshake.ts'
import type { HttpEvent } from './events/http.ts'
import type { LearnerEvent } from './events/learner.ts'
import type { MessageEvent } from './events/messages.ts'
import type { PageEvent } from './events/page.ts'
import type { ProgramEvent } from './events/program.ts'
import type { SocketEvent } from './events/socket.ts'
import type { TimerEvent } from './events/timers.ts'
import type { TransportEvent } from './events/transport.ts'

export type {
  ConnectionEventBase,
  EventBase,
  Provenance,
  Side,
  SourcePosition,
} from './events/event-base.ts'
export type { ApiCall } from './events/api.ts'
export type { FrameError, FrameReceived, FrameSent } from './events/frames.ts'
export type {
  HandshakeResponseReceived,
  HandshakeResponseSent,
  WillSendHandshakeRequest,
} from './events/handshake.ts'
export type { Header } from './events/headers.ts'
export type { HttpRequest, HttpResponse } from './events/http.ts'
export type { Intervention, InterventionKind } from './events/learner.ts'
export type { MessageData } from './events/message-data.ts'
export type { PageLifecycle, UserInput } from './events/page.ts'
export type {
  ConsoleLevel,
  ConsoleMessage,
  Evaluated,
  LogEntryAdded,
  UncaughtError,
} from './events/program.ts'
export type { Closed, Created } from './events/socket.ts'
export type { TimerFired, TimerKind } from './events/timers.ts'
export type { TraceFrame } from './events/trace-frame.ts'
export type { TransportClosed } from './events/transport.ts'

export type TraceEvent =
  | SocketEvent
  | HandshakeEvent
  | TransportEvent
  | FrameEvent
  | MessageEvent
  | ApiEvent
  | HttpEvent
  | TimerEvent
  | PageEvent
  | ProgramEvent
  | BrokerEvent
  | LearnerEvent

export type TraceEventType = TraceEvent['type']

export type EventOf<T extends TraceEventType> = Extract<TraceEvent, { readonly type: T }>

type WithoutPosition<E> = E extends TraceEvent ? Omit<E, 'seq' | 'time'> : never

/** An event as its producer describes it: the recorder adds `seq` and `time`. */
export type TraceEventDraft = WithoutPosition<TraceEvent>

/** Where producers put what happens. Returns the `seq` it was given, to name as a `cause`. */
export interface Recorder {
  record(event: TraceEventDraft): number
}
