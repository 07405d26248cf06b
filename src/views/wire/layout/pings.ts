/** Which pong answers which ping (RFC 6455 §5.5.3). */
import type { Direction } from '../../../core/trace/describe/index.ts'
import type { OpenArrow } from './arrows.ts'

interface Ping {
  readonly arrow: OpenArrow
  readonly payload: Uint8Array
}

/** The most pings that wait for a pong; older ones count as unanswered. */
const MAX_WAITING = 64

export class Pings {
  readonly #waiting = new Map<string, Ping[]>()

  ping(arrow: OpenArrow, payload: Uint8Array): void {
    const key = `${arrow.direction} ${arrow.connectionId}`
    const waiting = this.#waiting.get(key) ?? []
    waiting.push({ arrow, payload })
    if (waiting.length > MAX_WAITING) waiting.shift()
    this.#waiting.set(key, waiting)
  }

  /** A pong answers the newest ping with the same payload, and settles those before it. */
  pong(arrow: OpenArrow, payload: Uint8Array): void {
    const other: Direction = arrow.direction === 'out' ? 'in' : 'out'
    const waiting = this.#waiting.get(`${other} ${arrow.connectionId}`) ?? []
    const index = waiting.findLastIndex((ping) => isSame(ping.payload, payload))
    const ping = waiting[index]
    if (ping === undefined) return
    waiting.splice(0, index + 1)
    arrow.partner = ping.arrow
    ping.arrow.partner = arrow
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, index) => octet === other[index])
}
