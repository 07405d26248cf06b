import type { Duplex, Readable, StreamModule } from '../stream-types.ts'
import type { RequestHead } from './request-parser.ts'

export interface IncomingMessage extends Readable, Omit<RequestHead, 'headers'> {
  readonly headers: Readonly<Record<string, string | string[]>>
  complete: boolean
}

export type IncomingMessageClass = new (socket: Duplex, head: RequestHead) => IncomingMessage

/** Of these, Node keeps the first and drops the others. */
const single = new Set([
  'age',
  'authorization',
  'content-length',
  'content-type',
  'etag',
  'expires',
  'from',
  'host',
  'if-modified-since',
  'if-unmodified-since',
  'last-modified',
  'location',
  'max-forwards',
  'proxy-authorization',
  'referer',
  'retry-after',
  'server',
  'user-agent',
])

/** `http.IncomingMessage` of a server. */
export function createIncomingMessageClass({ Readable }: StreamModule): IncomingMessageClass {
  return class IncomingMessage extends Readable {
    readonly socket: Duplex
    readonly method: string
    readonly url: string
    readonly httpVersion: string
    readonly httpVersionMajor: number
    readonly httpVersionMinor: number
    readonly headers: Record<string, string | string[]> = {}
    readonly rawHeaders: string[]
    readonly trailers = {}
    complete = false

    constructor(socket: Duplex, head: RequestHead) {
      super({ autoDestroy: true })
      this.socket = socket
      this.method = head.method
      this.url = head.url
      this.httpVersion = head.httpVersion
      const [major = '1', minor = '1'] = head.httpVersion.split('.')
      this.httpVersionMajor = Number(major)
      this.httpVersionMinor = Number(minor)
      this.rawHeaders = head.headers.flat()
      for (const [name, value] of head.headers) addHeader(this.headers, name.toLowerCase(), value)
    }

    get connection() {
      return this.socket
    }

    // The parser pushes as octets arrive.
    override _read() {
      return undefined
    }
  }
}

function addHeader(headers: Record<string, string | string[]>, name: string, value: string): void {
  const before = headers[name]
  if (name === 'set-cookie') {
    headers[name] = [...(Array.isArray(before) ? before : []), value]
  } else if (before === undefined) {
    headers[name] = value
  } else if (!single.has(name)) {
    headers[name] = `${String(before)}${name === 'cookie' ? '; ' : ', '}${value}`
  }
}
