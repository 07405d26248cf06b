/** Messages in several frames (RFC 6455 §5.4), for the brackets around them. */
import { Opcode } from '../../../core/protocol/opcode.ts'
import type { Direction } from '../../../core/trace/describe/index.ts'
import type { FrameReceived, FrameSent } from '../../../core/trace/event.ts'
import { octetsOfPayload } from '../../../core/trace/events/body.ts'
import type { ArrowEnd } from './arrows.ts'
import { firstIndex } from './sorted.ts'

export interface FragmentedMessage {
  readonly direction: Direction
  readonly connectionId: string
  /** Of its first frame. */
  readonly opcode: number
  /** The frames so far, in order. */
  readonly frames: readonly ArrowEnd[]
  /** Running totals of the payloads, in octets. */
  readonly octets: readonly number[]
  /** Whether the last frame has come. */
  readonly isWhole: boolean
}

interface OpenMessage extends FragmentedMessage {
  readonly frames: ArrowEnd[]
  readonly octets: number[]
  isWhole: boolean
}

export class FragmentedMessages {
  /** By their first row, ascending. */
  readonly #messages: OpenMessage[] = []
  /** The message being sent, by connection and direction. */
  readonly #open = new Map<string, OpenMessage>()
  #longest = 1

  accept(event: FrameSent | FrameReceived, direction: Direction, place: ArrowEnd): void {
    const { connectionId, frame } = event
    const key = `${direction} ${connectionId}`
    if (frame.opcode >= 8) return
    let message = this.#open.get(key)
    if (frame.opcode !== Opcode.Continuation) {
      this.#open.delete(key)
      if (frame.fin) return
      const { opcode } = frame
      message = { direction, connectionId, opcode, frames: [], octets: [], isWhole: false }
      this.#messages.push(message)
      this.#open.set(key, message)
    }
    if (message === undefined) return
    message.octets.push((message.octets.at(-1) ?? 0) + octetsOfPayload(event))
    message.frames.push(place)
    this.#longest = Math.max(this.#longest, place.row - firstRow(message))
    if (!frame.fin) return
    message.isWhole = true
    this.#open.delete(key)
  }

  /** The messages with a frame at or around the rows from `first` to `last`, both included. */
  between(first: number, last: number): FragmentedMessage[] {
    const found: FragmentedMessage[] = []
    const low = firstIndex(this.#messages, (message) => firstRow(message) >= first - this.#longest)
    for (let index = low; index < this.#messages.length; index += 1) {
      const message = this.#messages[index]
      if (message === undefined || firstRow(message) > last) break
      if ((message.frames.at(-1)?.row ?? 0) >= first) found.push(message)
    }
    return found
  }

  /** Drops messages that ended before `row`. */
  release(row: number): void {
    const kept = this.#messages.findIndex((message) => (message.frames.at(-1)?.row ?? 0) >= row)
    this.#messages.splice(0, kept === -1 ? this.#messages.length : kept)
  }
}

function firstRow(message: FragmentedMessage): number {
  return message.frames[0]?.row ?? 0
}
