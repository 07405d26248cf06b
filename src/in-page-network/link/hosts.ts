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
      (this.#routed ? this.#listeners[0] : undefined)
    )
  }
}

/** RFC 6761 §6.3 and the loopback addresses. */
const isLoopback = (host: string) =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  host === '::1' ||
  /^127(\.\d+){3}$/.test(host)
