/** What can be counted in a run, at the client. */
import { isControl } from '../../core/protocol/index.ts'
import type { Header, TraceEvent } from '../../core/trace/event.ts'
import { octetsOfData, octetsOfPayload } from '../../core/trace/events/body.ts'
import { passOver } from '../../core/trace/pass-over.ts'

/** Octets and messages. `Out` is from client to server. */
const COUNTS = [
  'payloadOut',
  'payloadIn',
  'frameHeadersOut',
  'frameHeadersIn',
  'maskingKeysOut',
  'maskingKeysIn',
  'controlPayloadOut',
  'controlPayloadIn',
  'handshakeOut',
  'handshakeIn',
  'httpHeadsOut',
  'httpHeadsIn',
  'messagesOut',
  'messagesIn',
] as const
export type Count = (typeof COUNTS)[number]

const INDEX = Object.fromEntries(COUNTS.map((count, index) => [count, index])) as Readonly<
  // `fromEntries` forgets the names of the keys, which are those of COUNTS.
  Record<Count, number>
>

/** The counts up to one event of the trace. */
export class Tally {
  readonly #values: Float64Array

  constructor(values: Float64Array = new Float64Array(COUNTS.length)) {
    this.#values = values
  }

  of(count: Count): number {
    return this.#values[INDEX[count]] ?? 0
  }

  copy(): Tally {
    return new Tally(this.#values.slice())
  }

  #add(count: Count, amount: number): void {
    this.#values[INDEX[count]] = this.of(count) + amount
  }

  /** @returns whether the event was counted. */
  add(event: TraceEvent): boolean {
    if (event.side !== 'client') return false
    switch (event.type) {
      case 'frameSent':
      case 'frameReceived': {
        const way = event.type === 'frameSent' ? 'Out' : 'In'
        const { header, masked, opcode } = event.frame
        const [, second = 0] = header
        const payloadCount = isControl(opcode) ? 'controlPayload' : 'payload'
        this.#add(`${payloadCount}${way}`, octetsOfPayload(event))
        // If the browser hides the masking key, the header ends before it.
        this.#add(`frameHeaders${way}`, 2 + extendedLengthOctets(second & 0x7f))
        if (masked) this.#add(`maskingKeys${way}`, MASKING_KEY_OCTETS)
        return true
      }
      case 'messageSent':
        this.#add('messagesOut', 1)
        return true
      case 'messageReceived':
      case 'eventSourceMessage':
        this.#add('messagesIn', 1)
        return true
      case 'willSendHandshakeRequest':
        this.#add('handshakeOut', event.byteLength)
        return true
      case 'handshakeResponseReceived':
        this.#add('handshakeIn', event.byteLength)
        return true
      case 'httpRequest': {
        const body = Math.min(contentLength(event.headers), event.byteLength)
        this.#add('httpHeadsOut', event.byteLength - body)
        this.#add('payloadOut', body)
        this.#add('messagesOut', 1)
        return true
      }
      case 'httpResponse':
        this.#add('httpHeadsIn', event.byteLength)
        return true
      case 'httpData':
        this.#add('payloadIn', octetsOfData(event))
        return true
      default:
        passOver('tally', event)
        return false
    }
  }
}

const MASKING_KEY_OCTETS = 4

/** RFC 6455 §5.2 */
function extendedLengthOctets(length: number): number {
  if (length < 126) return 0
  return length === 126 ? 2 : 8
}

function contentLength(headers: readonly Header[]): number {
  const value = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1]
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : 0
}

/** Everything but the payload of messages. */
const OVERHEAD = {
  out: ['handshakeOut', 'frameHeadersOut', 'maskingKeysOut', 'controlPayloadOut', 'httpHeadsOut'],
  in: ['handshakeIn', 'frameHeadersIn', 'maskingKeysIn', 'controlPayloadIn', 'httpHeadsIn'],
} as const satisfies Readonly<Record<'out' | 'in', readonly Count[]>>

export function overhead(tally: Tally, way: 'out' | 'in'): number {
  return OVERHEAD[way].reduce((sum, count) => sum + tally.of(count), 0)
}
