import type { Socket } from 'node:net'
import { Shares } from './shares.ts'

/**
 * The TCP connections that no limit of scenarios or of the wiretap counts: silent ones, and those
 * that fetch files. Where there are too many, the address that has the most loses its oldest, one
 * that asks for nothing if it has one: nobody shuts others out.
 */
export class OpenSockets {
  readonly #most: number
  readonly #onDrop: (address: string) => void
  readonly #shares = new Shares<Socket>()
  readonly #addresses = new Map<Socket, string>()
  readonly #asking = new Set<Socket>()

  constructor(most: number, onDrop: (address: string) => void) {
    this.#most = most
    this.#onDrop = onDrop
  }

  /** Call it with each connection as soon as it is accepted. */
  add(socket: Socket): void {
    const address = socket.remoteAddress ?? ''
    this.#addresses.set(socket, address)
    this.#shares.add(address, socket)
    socket.once('close', () => this.leave(socket))
    if (this.#addresses.size > this.#most) this.#drop()
  }

  /** A request has come on it; false once that is answered. */
  asks(socket: Socket, isAsking: boolean): void {
    if (isAsking && this.#addresses.has(socket)) this.#asking.add(socket)
    else this.#asking.delete(socket)
  }

  /** It has gone, or is counted elsewhere from now on. */
  leave(socket: Socket): void {
    const address = this.#addresses.get(socket)
    if (address === undefined) return
    this.#addresses.delete(socket)
    this.#asking.delete(socket)
    this.#shares.delete(address, socket)
  }

  #drop(): void {
    const share = [...(this.#shares.largest() ?? [])]
    const socket = share.find((one) => !this.#asking.has(one)) ?? share[0]
    if (socket === undefined) return
    this.#onDrop(this.#addresses.get(socket) ?? '')
    this.leave(socket)
    socket.destroy()
  }
}
