/**
 * What a reader of the trace passes over. Each family of events names, for each of its types, the
 * readers that treat it; a reader's `switch` ends in `passOver`, so that a new type compiles only
 * once its family has decided for every reader.
 */
import type { TraceEventType } from './event.ts'
import type { ApiReaders } from './events/api.ts'
import type { BrokerReaders } from './events/broker.ts'
import type { FrameReaders } from './events/frames.ts'
import type { HandshakeReaders } from './events/handshake.ts'
import type { HttpReaders } from './events/http.ts'
import type { LearnerReaders } from './events/learner.ts'
import type { MessageReaders } from './events/messages.ts'
import type { PageReaders } from './events/page.ts'
import type { ProgramReaders } from './events/program.ts'
import type { SocketReaders } from './events/socket.ts'
import type { TimerReaders } from './events/timers.ts'
import type { TransportReaders } from './events/transport.ts'

interface Readers
  extends
    SocketReaders,
    HandshakeReaders,
    TransportReaders,
    FrameReaders,
    MessageReaders,
    ApiReaders,
    HttpReaders,
    TimerReaders,
    PageReaders,
    ProgramReaders,
    BrokerReaders,
    LearnerReaders {}

type Passed<Reader> = {
  [T in TraceEventType]: Reader extends Readers[T] ? never : T
}[TraceEventType]

/** Does nothing; the compiler sees that no event comes here that the reader has to treat. */
export const passOver: <Reader extends Readers[TraceEventType]>(
  reader: Reader,
  event: { readonly type: Passed<Reader> },
) => void = () => {}
