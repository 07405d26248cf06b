import type { Header, Recorder } from '../../core/trace/event.ts'
import type { Cause } from '../recording/cause.ts'
import type { Clock } from '../clock/clock.ts'
import type { Address, Transport, TransportTap } from '../link/transport.ts'
import type { ProgramObserver } from '../network.ts'
import type { DropsFrame } from '../recording/wiretap.ts'
import type { RandomStream } from '../random.ts'

/** Where a URL leads. */
export interface Route {
  readonly address: Address
  /** The URL that is really connected to, when routing replaced the code's. */
  readonly routedTo?: string
}

/** What the client's APIs are given by the network. */
export interface ClientWorld {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly observer: Required<ProgramObserver>
  readonly cause: Cause
  readonly baseUrl: () => string
  readonly origin: () => string
  /** Sent with each request and each opening handshake. */
  readonly headers: readonly Header[]
  readonly handshakeKeys: RandomStream
  readonly maskingKeys: RandomStream
  readonly formBoundaries: RandomStream
  /** Whether an intervention takes a frame that is being sent. */
  readonly dropsFrame: DropsFrame
  /** `ws-1`, `ws-2`, … */
  nextConnectionId(prefix: 'ws' | 'http'): string
  route(url: URL): Route
  /** Opens a transport to a server; `refused` if no server listens there. */
  connect(
    address: Address,
    connectionId: string,
    tap: TransportTap,
    user: { opened(): void; refused(): void },
  ): Transport
}
