import type { Recorder } from '../../core/trace/event.ts'
import type { ClientWorld } from '../client/client-world.ts'
import type { Clock } from '../clock/clock.ts'
import type { Hosts } from '../link/hosts.ts'
import type { Transport } from '../link/transport.ts'
import type { Cause } from '../recording/cause.ts'
import type { LossOf, Wiretap } from '../recording/wiretap.ts'
import type { LogLine } from './error-log.ts'
import type { Balancer } from './balancer.ts'
import type { Pass, ProxyConfig } from './proxy-config.ts'

/** What a reverse proxy is given by the network. */
export interface ProxyWorld {
  readonly clock: Clock
  readonly hosts: Hosts
  readonly recorder: Recorder
  /** Names the server at this port in what it records of the server's side, where there are several. */
  readonly recorderOf: (port: number) => Recorder
  readonly cause: Cause
  readonly dateNow: () => number
  readonly lossOf: LossOf
  readonly Wiretap: typeof Wiretap
  readonly nextConnectionId: ClientWorld['nextConnectionId']
  /** Opens a transport on the proxy's side of the network. */
  readonly connect: ClientWorld['connect']
  /** The IP address of the computer at the other end of a client's connection. */
  addressOf(client: Transport): string
}

/** One proxy that runs. */
export interface RunningProxy extends ProxyWorld {
  readonly config: ProxyConfig
  /** What chooses the server of a request. */
  balancerOf(pass: Pass): Balancer
  /** Gives the `seq` of its event. */
  log(line: LogLine): number
}
