import type { Header, Recorder, Side, SourcePosition } from '../../core/trace/event.ts'
import { connectionBaseOf } from './event-base.ts'
import { Fifo } from '../../core/trace/fifo.ts'
import { EventStreamParser, isEventStream } from '../http/event-stream.ts'
import type { TransportTap } from '../link/transport.ts'
import { BadResponse, ResponseParser, type ResponsePart } from '../http/response-parser.ts'

/** A request as it goes onto the wire. */
export interface WireRequest {
  readonly method: string
  /** The URL that the program named, without fragment. */
  readonly url: string
  readonly headers: readonly Header[]
  /** Head and body. */
  readonly octets: Uint8Array<ArrayBuffer>
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
export class HttpTap implements TransportTap {
  readonly #recorder: Recorder
  readonly #locate: () => SourcePosition | undefined
  readonly #connectionId: string
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

  constructor(recorder: Recorder, locate: () => SourcePosition | undefined, connectionId: string) {
    this.#recorder = recorder
    this.#locate = locate
    this.#connectionId = connectionId
  }

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

  sent(side: Side, data: Uint8Array, cause: number | undefined): number {
    const source = side === 'server' ? this.#locate() : undefined
    const seq = this.#recorder.record({
      ...connectionBaseOf(this.#connectionId, side, cause, source),
      type: 'bytesSent',
      data,
    })
    if (side === 'server') this.#readResponse(data, seq, source)
    return seq
  }

  received(side: Side, data: Uint8Array, sending: number | undefined): number {
    let receipt = this.#recorder.record({
      ...connectionBaseOf(this.#connectionId, side, sending),
      type: 'bytesReceived',
      data,
    })
    if (side === 'client') return receipt
    this.#arrivedOctets += data.length
    for (;;) {
      const next = this.#requests.peek()
      if (next === undefined || next.end > this.#arrivedOctets) return receipt
      this.#requests.shift()
      receipt = this.#recordRequest('server', next.request, next.seq)
    }
  }

  closed(
    side: Side,
    how: 'fin' | 'rst' | 'silence',
    by: Side | 'network',
    cause: number | undefined,
  ): number {
    return this.#recorder.record({
      ...connectionBaseOf(this.#connectionId, side, cause),
      type: 'transportClosed',
      how,
      by,
    })
  }

  #readResponse(octets: Uint8Array, cause: number, source: SourcePosition | undefined): void {
    let parts: readonly ResponsePart[] = []
    try {
      parts = this.#parser?.push(octets) ?? []
    } catch (error) {
      if (!(error instanceof BadResponse)) throw error
      // The client will find out too, and say so.
      this.#parser = undefined
    }
    for (const part of parts) {
      if (part.type === 'end') continue
      const seq = this.#recordPart('server', part, cause, source)
      if (part.type === 'head') {
        this.#heads.push(seq)
        this.#events = isEventStream(part.head) ? this.#eventReader(source) : undefined
      } else {
        this.#sentBodyOctets += part.data.length
        this.#data.push({ seq, end: this.#sentBodyOctets })
        this.#eventCause = seq
        this.#events?.push(part.data)
      }
    }
  }

  /** Records the events of a stream as the server sends them. */
  #eventReader(source: SourcePosition | undefined): EventStreamParser {
    return new EventStreamParser({
      event: ({ type, data, lastEventId }) => {
        this.#recorder.record({
          ...connectionBaseOf(this.#connectionId, 'server', this.#eventCause, source),
          type: 'eventSourceMessage',
          eventType: type,
          data,
          lastEventId,
        })
      },
    })
  }

  #recordRequest(
    side: Side,
    { method, url, headers, octets }: WireRequest,
    cause: number | undefined,
  ): number {
    return this.#recorder.record({
      ...connectionBaseOf(this.#connectionId, side, cause),
      type: 'httpRequest',
      method,
      url,
      headers,
      byteLength: octets.length,
    })
  }

  #recordPart(
    side: Side,
    part: Exclude<ResponsePart, { type: 'end' }>,
    cause: number | undefined,
    source?: SourcePosition,
  ): number {
    const base = connectionBaseOf(this.#connectionId, side, cause, source)
    if (part.type === 'data') {
      // A copy of a part, for a view would drag all of the data along wherever it is cloned.
      return this.#recorder.record({ ...base, type: 'httpData', data: part.data.slice() })
    }
    const { status, statusText, headers, byteLength } = part.head
    return this.#recorder.record({
      ...base,
      type: 'httpResponse',
      status,
      statusText,
      headers,
      byteLength,
    })
  }
}
