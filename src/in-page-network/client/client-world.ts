import type { Header, Recorder } from '../../core/trace/event.ts'
import type { Credentials } from '../credentials/credentials.ts'
import type { Cause } from '../recording/cause.ts'
import type { Clock } from '../clock/clock.ts'
import type { Address, Transport, TransportTap } from '../link/transport.ts'
import type { ProgramObserver } from '../network.ts'
import type { LossOf } from '../recording/wiretap.ts'
import type { MadeSockets } from '../websocket/made-sockets.ts'
import type { ConnectingSockets } from '../websocket/connecting-sockets.ts'
import type { RandomStream } from '../random.ts'

/** Where a URL leads. */
export interface Route {
  readonly address: Address
  /** IP address and port, as a browser that resolves the name sees them. */
  readonly endpoint: string
  /** The URL that is really connected to, when routing replaced the code's. */
  readonly routedTo?: string
}

/** By an accessor of ours, what gives its value without telling that a program read it. */
export type UntoldGetters = WeakMap<object, (this: unknown) => unknown>

/** What the client's APIs are given by the network. */
export interface ClientWorld {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly observer: Required<ProgramObserver>
  readonly cause: Cause
  readonly baseUrl: () => string
  readonly origin: () => string
  /** Whether that is more than a name: other origins are then others. */
  readonly hasOrigin: boolean
  /** The page's origin, for a page that was opened beside the program's own. */
  readonly page?: string
  /** Whether the page may not connect to a URL, since the page is secure and the URL is not. */
  readonly isMixedContent: (url: URL) => boolean
  /** Sent with each request and each opening handshake. */
  readonly headers: readonly Header[]
  readonly credentials: Credentials
  readonly connecting: ConnectingSockets
  readonly handshakeKeys: RandomStream
  readonly maskingKeys: RandomStream
  readonly formBoundaries: RandomStream
  readonly untold: UntoldGetters
  /** Whether an intervention takes a frame that is being sent. */
  readonly lossOf: LossOf
  readonly sockets: MadeSockets
  /** `ws-1`, `ws-2`, … */
  nextConnectionId(prefix: 'ws' | 'http'): string
  route(url: URL): Route
  /** Opens a transport to a server; `refused` if no server listens there, or the network cuts it before it is there. */
  connect(
    address: Address,
    connectionId: string,
    tap: TransportTap,
    user: { opened(): void; refused(byNetwork: boolean): void },
  ): Transport
}
