import type { EventBase, Recorder, Side, SourcePosition } from '../core/trace/event.ts'
import type { TransportTap } from './link/transport.ts'
import { WireReader } from './wire-reader.ts'
import type { WireMessage } from './wire-reader.ts'

/** One direction of a connection, read twice: as it is sent and as it arrives. */
interface Direction {
  readonly sent: WireReader
  readonly received: WireReader
  /** The `seq` of what was sent and has not arrived, in order. */
  readonly framesInFlight: number[]
  readonly messagesInFlight: number[]
}

const newDirection = (sentBy: Side): Direction => ({
  sent: new WireReader(sentBy),
  received: new WireReader(sentBy),
  framesInFlight: [],
  messagesInFlight: [],
})

/**
 * Records what passes over one WebSocket connection at both ends: octets and frames, and the
 * server's messages. The client's messages are recorded by its `WebSocket`, which knows them
 * before they are frames and judges them when they arrive.
 */
export class Wiretap implements TransportTap {
  readonly #recorder: Recorder
  readonly #locate: () => SourcePosition | undefined
  readonly #connectionId: string
  readonly #toServer = newDirection('client')
  readonly #toClient = newDirection('server')

  constructor(recorder: Recorder, locate: () => SourcePosition | undefined, connectionId: string) {
    this.#recorder = recorder
    this.#locate = locate
    this.#connectionId = connectionId
  }

  sent(side: Side, data: Uint8Array, cause: number | undefined): number {
    // A client's frames follow from a call that has its place already.
    const source = side === 'server' ? this.#locate() : undefined
    const base = this.#base(side, cause, source)
    const direction = this.#from(side)
    const seq = this.#recorder.record({ ...base, type: 'bytesSent', data })
    for (const item of direction.sent.push(data)) {
      const frameSeq = this.#recorder.record({
        ...base,
        cause: cause ?? seq,
        type: 'frameSent',
        frame: item.frame,
      })
      direction.framesInFlight.push(frameSeq)
      if (item.message !== undefined && side === 'server') {
        const message = { ...this.#base(side, frameSeq, source), type: 'messageSent' as const }
        direction.messagesInFlight.push(this.#recorder.record({ ...message, ...item.message }))
      }
    }
    return seq
  }

  received(side: Side, data: Uint8Array, sending: number | undefined): number {
    const direction = this.#from(side === 'client' ? 'server' : 'client')
    let receipt = this.#recorder.record({
      ...this.#base(side, sending),
      type: 'bytesReceived',
      data,
    })
    for (const item of direction.received.push(data)) {
      const cause = direction.framesInFlight.shift()
      const frame = { ...this.#base(side, cause), type: 'frameReceived' as const }
      receipt = this.#recorder.record({ ...frame, frame: item.frame })
      if (item.message !== undefined && side === 'server') {
        receipt = this.messageReceived(side, item.message)
      }
    }
    return receipt
  }

  /** A message that was recorded, and will arrive. */
  messageSent(side: Side, message: WireMessage, cause: number | undefined): number {
    const base = this.#base(side, cause)
    const seq = this.#recorder.record({ ...base, type: 'messageSent', ...message })
    this.#from(side).messagesInFlight.push(seq)
    return seq
  }

  messageReceived(side: Side, message: WireMessage): number {
    const direction = this.#from(side === 'client' ? 'server' : 'client')
    const base = this.#base(side, direction.messagesInFlight.shift())
    return this.#recorder.record({ ...base, type: 'messageReceived', ...message })
  }

  closed(
    side: Side,
    how: 'fin' | 'rst' | 'silence',
    by: Side | 'network',
    cause: number | undefined,
  ): number {
    return this.#recorder.record({ ...this.#base(side, cause), type: 'transportClosed', how, by })
  }

  #from(side: Side): Direction {
    return side === 'client' ? this.#toServer : this.#toClient
  }

  #base(side: Side, cause: number | undefined, source?: SourcePosition) {
    return { ...baseOf(side, cause, source), connectionId: this.#connectionId }
  }
}

/** What every event of the in-page network has. Nothing here is ever guessed: all is observed. */
export function baseOf(
  side: Side,
  cause: number | undefined,
  source?: SourcePosition,
): Omit<EventBase, 'seq' | 'time'> {
  return {
    side,
    provenance: 'observed',
    ...(cause === undefined ? {} : { cause }),
    ...(source === undefined ? {} : { source }),
  }
}
