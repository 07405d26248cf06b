import type { Address, Transport } from './transport.ts'

/** A server that waits for connections. */
export interface Listener {
  /** Names that lead to it besides any name with its port. */
  readonly names: readonly Address[]
  readonly port: number
  accept(transport: Transport): void
}

/** The in-page servers, in the order in which they began to listen. */
export class Hosts {
  readonly #listeners: Listener[] = []
  readonly #routed: boolean

  /** `routed`: unknown names lead to the first server that listened. */
  constructor(routed: boolean) {
    this.#routed = routed
  }

  /** False when the port is taken. */
  listen(listener: Listener): boolean {
    if (listener.names.length === 0 && this.isTaken(listener.port)) return false
    this.#listeners.push(listener)
    return true
  }

  /** Whether an unnamed server listens on the port. */
  isTaken(port: number): boolean {
    return this.#listeners.some((other) => other.names.length === 0 && other.port === port)
  }

  close(listener: Listener): void {
    const index = this.#listeners.indexOf(listener)
    if (index >= 0) this.#listeners.splice(index, 1)
  }

  hasName(host: string): boolean {
    return this.#listeners.some(({ names }) => names.some((name) => name.host === host))
  }

  find({ host, port }: Address): Listener | undefined {
    const named = this.#listeners.filter(({ names }) => names.some((name) => name.host === host))
    return (
      // A program with a name may listen on several ports; each is found by its own first.
      named.find((listener) => listener.port === port) ??
      named.find(({ names }) => names.some((name) => name.host === host && name.port === port)) ??
      this.#listeners.find(
        (listener) =>
          listener.port === port &&
          (listener.names.length === 0 ? this.#routed || isLoopback(host) : this.#routed),
      ) ??
      (this.#routed && port >= 0 ? this.#listeners[0] : undefined)
    )
  }

  /** The IP address and port to which a name leads: this machine's, unless a server has the name. */
  endpointOf(address: Address): string {
    const { host, port } = address
    const listener = this.find(address)
    const isHere = isLoopback(host) || listener?.names.length === 0
    return isHere ? `127.0.0.1:${String(listener?.port ?? port)}` : `${host}:${String(port)}`
  }
}

/** RFC 6761 §6.3 and the loopback addresses. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  host === '::1' ||
  /^127(\.\d+){3}$/.test(host)
