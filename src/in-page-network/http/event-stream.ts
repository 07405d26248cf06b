import type { ResponseHead } from '../../core/protocol/index.ts'
import { valueOf } from './response-parser.ts'

/** One event of a stream. */
export interface StreamEvent {
  /** `message` unless the stream names another. */
  readonly type: string
  readonly data: string
  readonly lastEventId: string
}

export interface EventStreamHandler {
  event(event: StreamEvent): void
  /** The stream says how long to wait before connecting again, milliseconds. */
  retry?(milliseconds: number): void
}

/** Reads an event stream (HTML §9.2.6) from octets in any cutting. */
export class EventStreamParser {
  readonly #handler: EventStreamHandler
  // Takes a BOM at the beginning away, as "UTF-8 decode" does.
  readonly #decoder = new TextDecoder()
  #line = ''
  /** The last character was a CR: a LF that follows ends the same line. */
  #afterCr = false
  #data: string[] = []
  #type = ''
  #lastEventId: string

  /** `lastEventId` is what an earlier connection of the same source ended with. */
  constructor(handler: EventStreamHandler, lastEventId = '') {
    this.#handler = handler
    this.#lastEventId = lastEventId
  }

  push(octets: Uint8Array): void {
    let text = this.#decoder.decode(octets, { stream: true })
    if (text === '') return
    if (this.#afterCr && text.startsWith('\n')) text = text.slice(1)
    this.#afterCr = text.endsWith('\r')
    const lines = text.split(/\r\n|\r|\n/)
    for (const [index, line] of lines.entries()) {
      this.#line += line
      if (index === lines.length - 1) break
      const whole = this.#line
      this.#line = ''
      this.#readLine(whole)
    }
  }

  #readLine(line: string): void {
    if (line === '') {
      this.#dispatch()
      return
    }
    const colon = line.indexOf(':')
    // A comment.
    if (colon === 0) return
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    switch (field) {
      case 'event':
        this.#type = value
        break
      case 'data':
        this.#data.push(value)
        break
      case 'id':
        if (!value.includes('\0')) this.#lastEventId = value
        break
      case 'retry':
        if (/^[0-9]+$/.test(value)) this.#handler.retry?.(Number(value))
    }
  }

  #dispatch(): void {
    const data = this.#data
    const type = this.#type === '' ? 'message' : this.#type
    this.#data = []
    this.#type = ''
    // Without a `data` field there is no event; the id counts all the same.
    if (data.length === 0) return
    const text = data.join('\n')
    this.#handler.event({ type, data: text, lastEventId: this.#lastEventId })
  }

  /** What a new connection says it saw last. */
  get lastEventId(): string {
    return this.#lastEventId
  }
}

/** HTML §9.2.3: any other response ends an `EventSource`. */
export function isEventStream({ status, headers }: ResponseHead): boolean {
  const type = valueOf(headers, 'content-type') ?? ''
  return status === 200 && /^text\/event-stream[ \t]*(;|$)/i.test(type)
}
