import type { BufferClass, Callback, Duplex, StreamModule, Writable } from '../stream-types.ts'
import type { IncomingMessage } from './incoming-message.ts'
import { STATUS_CODES } from './status-codes.ts'

type HeaderValue = string | number | readonly string[]
type Headers = Readonly<Record<string, HeaderValue>> | readonly HeaderValue[]

export interface ServerResponse extends Writable {
  /** Whether the connection may carry another request after this one. */
  readonly shouldKeepAlive: boolean
}

export type ServerResponseClass = new (request: IncomingMessage, socket: Duplex) => ServerResponse

/** `http.ServerResponse`: chunked, unless the program gives a length or ends with one write. */
export function createServerResponseClass(
  { Writable }: StreamModule,
  BufferClass: BufferClass,
  dateNow: () => number,
): ServerResponseClass {
  return class ServerResponse extends Writable {
    readonly req: IncomingMessage
    readonly socket: Duplex
    readonly #fields = new Map<string, { readonly name: string; readonly value: HeaderValue }>()
    statusCode = 200
    statusMessage: string | undefined
    headersSent = false
    sendDate = true
    #chunked = false
    #onlyWrite: Uint8Array | undefined
    #closesConnection: boolean

    constructor(request: IncomingMessage, socket: Duplex) {
      super({ autoDestroy: true, emitClose: true })
      this.req = request
      this.socket = socket
      const connection = String(request.headers['connection'] ?? '').toLowerCase()
      this.#closesConnection = connection.includes('close') || request.httpVersion === '1.0'
    }

    get connection() {
      return this.socket
    }

    get shouldKeepAlive() {
      return !this.#closesConnection
    }

    setHeader(name: string, value: HeaderValue): this {
      if (this.headersSent) throw headersWereSent('set')
      this.#fields.set(name.toLowerCase(), { name, value })
      return this
    }

    appendHeader(name: string, value: string): this {
      const before = this.getHeader(name)
      const values = before === undefined ? [] : Array.isArray(before) ? before : [String(before)]
      return this.setHeader(name, [...values, value])
    }

    getHeader(name: string): HeaderValue | undefined {
      return this.#fields.get(name.toLowerCase())?.value
    }

    getHeaders() {
      return Object.fromEntries([...this.#fields].map(([name, { value }]) => [name, value]))
    }

    getHeaderNames() {
      return [...this.#fields.keys()]
    }

    hasHeader(name: string): boolean {
      return this.#fields.has(name.toLowerCase())
    }

    removeHeader(name: string): void {
      if (this.headersSent) throw headersWereSent('remove')
      this.#fields.delete(name.toLowerCase())
    }

    writeHead(status: number, reasonOrHeaders?: string | Headers, headers?: Headers): this {
      if (this.headersSent) throw headersWereSent('write')
      this.statusCode = status
      if (typeof reasonOrHeaders === 'string') this.statusMessage = reasonOrHeaders
      const given = typeof reasonOrHeaders === 'string' ? headers : reasonOrHeaders
      if (Array.isArray(given)) {
        for (let index = 0; index + 1 < given.length; index += 2) {
          this.setHeader(String(given[index]), given[index + 1])
        }
      } else if (given !== undefined) {
        for (const [name, value] of Object.entries(given)) this.setHeader(name, value)
      }
      return this
    }

    flushHeaders(): void {
      if (!this.headersSent) this.socket.write(this.#head(undefined))
    }

    writeContinue(): void {
      this.socket.write('HTTP/1.1 100 Continue\r\n\r\n')
    }

    setTimeout(): this {
      return this
    }

    override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
      const isData = typeof chunk === 'string' || chunk instanceof Uint8Array
      if (isData && !this.headersSent && !this.writableEnded) {
        // The whole body is known, and so is its length.
        this.#onlyWrite = BufferClass.from(chunk, typeof encoding === 'string' ? encoding : 'utf8')
        const done = [encoding, callback].find((last) => typeof last === 'function')
        return super.end(done)
      }
      return super.end(chunk, encoding, callback)
    }

    override _write(chunk: Uint8Array, _encoding: string, callback: Callback): void {
      if (!this.headersSent) this.socket.write(this.#head(undefined))
      if (!this.#hasBody || chunk.length === 0) {
        callback()
        return
      }
      if (this.#chunked) {
        this.socket.cork()
        this.socket.write(`${chunk.length.toString(16)}\r\n`)
        this.socket.write(chunk)
        this.socket.write('\r\n', callback)
        this.socket.uncork()
      } else {
        this.socket.write(chunk, callback)
      }
    }

    override _final(callback: Callback): void {
      this.socket.cork()
      if (!this.headersSent) {
        this.socket.write(this.#head(this.#onlyWrite?.length ?? 0))
        if (this.#onlyWrite !== undefined && this.#hasBody && this.#onlyWrite.length > 0) {
          this.socket.write(this.#onlyWrite)
        }
      } else if (this.#chunked && this.#hasBody) {
        this.socket.write('0\r\n\r\n')
      }
      this.socket.uncork()
      callback()
    }

    /** RFC 9112 §6.3: these have no body whatever their fields say. */
    get #hasBody(): boolean {
      return this.req.method !== 'HEAD' && this.statusCode !== 204 && this.statusCode !== 304
    }

    #head(bodyLength: number | undefined): string {
      this.headersSent = true
      const reason = this.statusMessage ?? STATUS_CODES[this.statusCode] ?? 'unknown'
      const lines = [`HTTP/1.1 ${String(this.statusCode)} ${reason}`]
      for (const { name, value } of this.#fields.values()) {
        for (const one of Array.isArray(value) ? value : [value]) {
          lines.push(`${name}: ${String(one)}`)
        }
      }
      if (this.sendDate && !this.hasHeader('date')) {
        lines.push(`Date: ${new Date(dateNow()).toUTCString()}`)
      }
      const connection = String(this.getHeader('connection') ?? '').toLowerCase()
      if (connection.includes('close')) this.#closesConnection = true
      if (connection === '') {
        lines.push(`Connection: ${this.#closesConnection ? 'close' : 'keep-alive'}`)
        if (!this.#closesConnection) lines.push('Keep-Alive: timeout=5')
      }
      if (!this.hasHeader('content-length') && !this.hasHeader('transfer-encoding')) {
        if (!this.#hasBody) {
          // Nothing to say about a body that is not there.
        } else if (bodyLength !== undefined) {
          lines.push(`Content-Length: ${String(bodyLength)}`)
        } else if (this.req.httpVersion === '1.0') {
          this.#closesConnection = true
        } else {
          this.#chunked = true
          lines.push('Transfer-Encoding: chunked')
        }
      } else {
        const encoding = String(this.getHeader('transfer-encoding') ?? '')
        this.#chunked = encoding.toLowerCase().endsWith('chunked')
      }
      return `${lines.join('\r\n')}\r\n\r\n`
    }
  }
}

const headersWereSent = (what: string) =>
  Object.assign(new Error(`Cannot ${what} headers after they are sent to the client`), {
    code: 'ERR_HTTP_HEADERS_SENT',
  })
