import type { Hosts } from './hosts.ts'
import { delayOf, type LinkWorld } from './pipe.ts'
import { Transport, type Address, type TransportPair, type TransportTap } from './transport.ts'

export interface ConnectOptions {
  readonly link: LinkWorld
  readonly hosts: Hosts
  readonly address: Address
  readonly connectionId: string
  readonly tap: TransportTap
  /** `refused` by the network where it cuts the connection before it is there. */
  readonly user: { opened(): void; refused(byNetwork: boolean): void }
  /** Calls back when the servers that were given from the start are running. */
  readonly whenReady: (callback: () => void) => void
}

/** The first dynamic port (RFC 6335 §6): clients' own begin here, and what `listen(0)` takes. */
export const FIRST_DYNAMIC_PORT = 49_152

/**
 * Opens a connection, as TCP does in one round trip: the server has it after one latency, the
 * client after two. Gives both ends at once.
 */
export function connectTransport(options: ConnectOptions): TransportPair {
  const { link, hosts, address, connectionId, tap, user } = options
  const number = Number(connectionId.replace(/\D/g, ''))
  const local = { host: '127.0.0.1', port: FIRST_DYNAMIC_PORT + (number % 16_384) }
  const ends = Transport.pair(link, connectionId, local, address, tap)
  let isCut = false
  ends.client.whenOpen(
    () => user.opened(),
    () => {
      isCut = true
      user.refused(true)
    },
  )
  const arrive = () => {
    if (isCut) return
    const listener = hosts.find(address)
    if (listener === undefined) {
      link.clock.setTimer(() => {
        user.refused(false)
      }, delayOf(link))
      return
    }
    ends.server.open()
    listener.accept(ends.server)
  }
  link.clock.setTimer(() => {
    options.whenReady(arrive)
  }, delayOf(link))
  return ends
}
