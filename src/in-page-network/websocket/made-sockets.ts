/** The sockets that a program made, for whoever acts on them from outside. */

/** Sends a Ping frame with this payload; false while the connection can send no frame. */
export type SendPing = (payload: Uint8Array) => boolean

/** Of a program that makes sockets without end, the latest. */
const MAX_SOCKETS = 100

export class MadeSockets {
  /** The latest last. */
  #all: object[] = []
  readonly #pings = new WeakMap<object, SendPing>()

  get all(): readonly object[] {
    return this.#all
  }

  add(socket: object, ping: SendPing): void {
    this.#all = [...this.#all.slice(1 - MAX_SOCKETS), socket]
    this.#pings.set(socket, ping)
  }

  /** No API of a browser sends a Ping frame, though RFC 6455 §5.5.2 lets both sides send one. */
  ping(socket: object, payload: Uint8Array): boolean {
    return this.#pings.get(socket)?.(payload) === true
  }
}
