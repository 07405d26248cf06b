import type { Clock } from '../clock/clock.ts'
import type { Sendable } from './sendable.ts'

/** The browser's own: the one that programs call settles in a task, which a held clock never runs. */
const { arrayBuffer } = Blob.prototype

type Send = (octets: string | Uint8Array<ArrayBuffer>) => void

/**
 * Keeps messages in the order in which they were sent although a Blob's octets take time to read.
 */
export class Outbox {
  readonly #clock: Clock
  /** Settles when everything that was added so far is sent; absent while nothing waits. */
  #last: Promise<void> | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Calls `send` with the octets, at once where nothing waits before them. */
  add(data: Sendable, send: Send): void {
    if (data instanceof Blob) {
      // Reading begins now; the clock is stopped meanwhile.
      const reading = this.#clock.hold(arrayBuffer.call(data))
      this.#append(async () => send(new Uint8Array(await reading)))
    } else if (this.#last === undefined) {
      send(data)
    } else {
      this.#append(async () => send(data))
    }
  }

  /** Calls back when everything added before is sent, at once where nothing waits. */
  whenEmpty(callback: () => void): void {
    if (this.#last === undefined) callback()
    else this.#append(async () => callback())
  }

  #append(step: () => Promise<void>): void {
    const last = (this.#last ?? Promise.resolve()).then(step).then(() => {
      if (this.#last === last) this.#last = undefined
    })
    this.#last = this.#clock.hold(last)
  }
}
