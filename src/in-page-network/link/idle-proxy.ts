import type { Clock, ClockTimer } from '../clock/clock.ts'
import type { Middlebox, Passage, Signal } from './pipe.ts'

export interface IdleProxyWorld {
  readonly clock: Clock
  /** Milliseconds; `null` for no timeout. Called again for each use. */
  readonly timeout: () => number | null
}

/**
 * A proxy in the middle of every connection of a network, which ends those on which no octet has
 * passed for too long, as nginx does (`proxy_read_timeout`): both sides see a FIN.
 *
 * It is halfway: octets pass it half a latency after they leave, and its FIN takes the other half.
 * Counting from when octets leave and giving the FIN the whole latency has the same effect.
 */
export class IdleProxy implements Middlebox {
  readonly #world: IdleProxyWorld
  readonly #open = new Set<ProxiedConnection>()

  constructor(world: IdleProxyWorld) {
    this.#world = world
  }

  connect(cut: () => void): Passage {
    return new ProxiedConnection(this.#world, this.#open, cut)
  }

  /** Applies a new timeout, also to connections that are silent already. */
  timeoutChanged(): void {
    for (const connection of this.#open) connection.reschedule()
  }
}

/** In a sandbox, undefined where the run's conditions have no timeout. */
export const createIdleProxy = (world: IdleProxyWorld): IdleProxy | undefined =>
  new IdleProxy(world)

class ProxiedConnection implements Passage {
  readonly #world: IdleProxyWorld
  readonly #open: Set<ProxiedConnection>
  readonly #cut: () => void
  #silentSince = 0
  #ends = 0
  #isOver = false
  #timer: ClockTimer | undefined

  constructor(world: IdleProxyWorld, open: Set<ProxiedConnection>, cut: () => void) {
    this.#world = world
    this.#open = open
    this.#cut = cut
  }

  established(): void {
    // A connection may be reset before the client knows that it was accepted.
    if (this.#isOver) return
    this.#silentSince = this.#world.clock.now()
    this.#open.add(this)
    this.reschedule()
  }

  left(content: Uint8Array | Signal): void {
    if (typeof content !== 'string') this.#silentSince = this.#world.clock.now()
    else if (content === 'rst') this.over()
    else if (content === 'fin') {
      this.#ends += 1
      if (this.#ends === 2) this.over()
    }
  }

  over(): void {
    this.#isOver = true
    this.#open.delete(this)
    this.#timer?.clear()
    this.#timer = undefined
  }

  reschedule(): void {
    this.#timer?.clear()
    this.#timer = undefined
    const timeout = this.#world.timeout()
    if (timeout === null) return
    const { clock } = this.#world
    const due = this.#silentSince + timeout
    // The timer stays as it is when octets pass, and compares the times when it fires.
    this.#timer = clock.setTimer(() => {
      if (clock.now() < this.#silentSince + timeout) this.reschedule()
      else {
        this.over()
        this.#cut()
      }
      return undefined
    }, due - clock.now())
  }
}
