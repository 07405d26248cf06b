import type { Header, Side, SourcePosition } from '../../core/trace/event.ts'
import { ConnectionTap, type Sending } from './connection-tap.ts'
import { Fifo } from '../../core/trace/fifo.ts'
import { EventStreamParser, isEventStream } from '../http/event-stream.ts'
import { BadResponse, ResponseParser, type ResponsePart } from '../http/response-parser.ts'

/** A request as it goes onto the wire. */
export interface WireRequest {
  readonly method: string
  /** The URL that the program named, without fragment. */
  readonly url: string
  readonly headers: readonly Header[]
  /** Head and body. */
  readonly octets: Uint8Array
}

interface SentRequest {
  readonly request: WireRequest
  /** Of the event of its sending. */
  readonly seq: number
  /** Octets that must have arrived before it has. */
  readonly end: number
}

/** A part of a body that was sent. */
interface SentData {
  readonly seq: number
  /** Octets of all bodies on this connection up to its end. */
  readonly end: number
}

/**
 * Records what passes over one HTTP connection at both ends: octets, requests, responses and the
 * octets of their bodies.
 */
export class HttpTap extends ConnectionTap {
  readonly #requests = new Fifo<SentRequest>()
  readonly #methods = new Fifo<string>()
  readonly #heads = new Fifo<number>()
  readonly #data = new Fifo<SentData>()
  #requestOctets = 0
  #arrivedOctets = 0
  #sentBodyOctets = 0
  #arrivedBodyOctets = 0
  /** Reads the events of a response that is a stream of them. */
  #events: EventStreamParser | undefined
  #eventCause: number | undefined
  /** Reads what the server sends; nothing any more where that is no HTTP. */
  #parser: ResponseParser | undefined = new ResponseParser(() => this.#methods.shift() ?? 'GET')

  /** A request that is about to be sent. Gives the `seq` for the sending to name as its cause. */
  requestSent(request: WireRequest, cause: number | undefined): number {
    const seq = this.#recordRequest('client', request, cause)
    this.#requestOctets += request.octets.length
    this.#requests.push({ request, seq, end: this.#requestOctets })
    this.#methods.push(request.method)
    return seq
  }

  /** A part of a response that has arrived. Gives the `seq` of its event. */
  partReceived(part: ResponsePart, receipt: number | undefined): number | undefined {
    if (part.type === 'end') return receipt
    if (part.type === 'head') {
      return this.#recordPart('client', part, this.#heads.shift() ?? receipt)
    }
    this.#arrivedBodyOctets += part.data.length
    const cause = this.#data.peek()?.seq ?? receipt
    let sent = this.#data.peek()
    while (sent !== undefined && sent.end <= this.#arrivedBodyOctets) {
      this.#data.shift()
      sent = this.#data.peek()
    }
    return this.#recordPart('client', part, cause)
  }

  /** A response's head follows its octets, which may hold several. */
  protected override headSent(): undefined {
    return undefined
  }

  protected override octetsReceived(side: Side, length: number, receipt: number): number {
    if (side === 'client') return receipt
    let last = receipt
    this.#arrivedOctets += length
    for (;;) {
      const next = this.#requests.peek()
      if (next === undefined || next.end > this.#arrivedOctets) return last
      this.#requests.shift()
      last = this.#recordRequest('server', next.request, next.seq)
    }
  }

  protected override octetsSent(side: Side, data: Uint8Array, { seq, source }: Sending): void {
    if (side === 'client') return
    let parts: readonly ResponsePart[] = []
    try {
      parts = this.#parser?.push(data) ?? []
    } catch (error) {
      if (!(error instanceof BadResponse)) throw error
      // The client will find out too, and say so.
      this.#parser = undefined
    }
    for (const part of parts) {
      if (part.type === 'end') continue
      const partSeq = this.#recordPart('server', part, seq, source)
      if (part.type === 'head') {
        this.#heads.push(partSeq)
        this.#events = isEventStream(part.head) ? this.#eventReader(source) : undefined
      } else {
        this.#sentBodyOctets += part.data.length
        this.#data.push({ seq: partSeq, end: this.#sentBodyOctets })
        this.#eventCause = partSeq
        this.#events?.push(part.data)
      }
    }
  }

  /** Records the events of a stream as the server sends them. */
  #eventReader(source: SourcePosition | undefined): EventStreamParser {
    return new EventStreamParser({
      event: ({ type: eventType, data, lastEventId }) => {
        const details = { type: 'eventSourceMessage', eventType, data, lastEventId } as const
        this.record('server', details, this.#eventCause, source)
      },
    })
  }

  #recordRequest(side: Side, request: WireRequest, cause: number | undefined): number {
    const { octets, ...fields } = request
    const details = { type: 'httpRequest', ...fields, byteLength: octets.length } as const
    return this.record(side, details, cause)
  }

  #recordPart(
    side: Side,
    part: Exclude<ResponsePart, { type: 'end' }>,
    cause: number | undefined,
    source?: SourcePosition,
  ): number {
    if (part.type === 'data') {
      // A copy of a part, for a view would drag all of the data along wherever it is cloned.
      return this.record(side, { type: 'httpData', data: part.data.slice() }, cause, source)
    }
    const { status, statusText, headers, byteLength } = part.head
    const details = { type: 'httpResponse', status, statusText, headers, byteLength } as const
    return this.record(side, details, cause, source)
  }
}
