import type { Clock } from '../clock/clock.ts'

/** As Chromium waits before the next socket connects to an address, milliseconds. */
const RELEASE_DELAY = 10

interface WaitingSocket {
  /** @param cause What ended the wait; undefined if there was none. */
  readonly begin: (cause: number | undefined) => void
}

/** Tells that a socket is no longer CONNECTING. `cause` is the `seq` of the event that says so. */
export type LeaveConnecting = (cause: number | undefined) => void

/** The sockets of one address: one at a time is CONNECTING. */
class ConnectingToAddress {
  readonly #clock: Clock
  readonly #waiting: WaitingSocket[] = []
  #connecting: WaitingSocket | undefined
  #freeAt = -Infinity
  #freedBy: number | undefined
  #isTimed = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  enter(socket: WaitingSocket): LeaveConnecting {
    this.#waiting.push(socket)
    this.#next(undefined)
    return (cause) => this.#leave(socket, cause)
  }

  #leave(socket: WaitingSocket, cause: number | undefined): void {
    if (socket === this.#connecting) {
      this.#connecting = undefined
      this.#freedBy = cause
      this.#freeAt = this.#clock.now() + RELEASE_DELAY
      this.#next(cause)
    } else if (this.#waiting.includes(socket)) {
      this.#waiting.splice(this.#waiting.indexOf(socket), 1)
    }
  }

  #next(cause: number | undefined): void {
    if (this.#connecting !== undefined || this.#isTimed || this.#waiting.length === 0) return
    const wait = this.#freeAt - this.#clock.now()
    if (wait <= 0) {
      this.#connecting = this.#waiting.shift()
      this.#connecting?.begin(cause)
      return
    }
    this.#isTimed = true
    this.#clock.setTimer(() => {
      this.#isTimed = false
      this.#freeAt = -Infinity
      this.#next(this.#freedBy)
    }, wait)
  }
}

/**
 * The sockets of one client that are CONNECTING: one for each IP address and port, the others wait
 * (RFC 6455 §4.1 item 2). A handshake that was accepted frees its address as one that failed does.
 */
export class ConnectingSockets {
  readonly #clock: Clock
  readonly #byAddress = new Map<string, ConnectingToAddress>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Calls `begin` when it is the socket's turn: at once where no other is CONNECTING. */
  enter(address: string, begin: WaitingSocket['begin']): LeaveConnecting {
    const sockets = this.#byAddress.get(address) ?? new ConnectingToAddress(this.#clock)
    this.#byAddress.set(address, sockets)
    return sockets.enter({ begin })
  }
}
