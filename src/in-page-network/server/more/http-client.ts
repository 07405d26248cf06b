/**
 * `http.request` and `http.get` of a server that is a client. Over 300 lines, because request, answer
 * and connection share one life.
 */
import type { ResponseHead } from '../../../core/protocol/index.ts'
import type { HttpTap } from '../../recording/http-tap.ts'
import { BadResponse, ResponseParser } from '../../http/response-parser.ts'
import type { IncomingMessage } from '../http/incoming-message.ts'
import type { Socket } from '../socket.ts'
import type { Callback, Readable } from '../stream-types.ts'
import { opening } from './connecting.ts'
import { isFunction, type AnyFunction, type NodeCore } from './node-core.ts'

type HeaderValue = string | number | readonly string[]

interface RequestOptions {
  readonly protocol?: string | null
  readonly host?: string | null
  readonly hostname?: string | null
  readonly port?: number | string | null
  readonly path?: string | null
  readonly method?: string
  readonly headers?: Readonly<Record<string, HeaderValue>>
  readonly auth?: string | null
  readonly timeout?: number
  readonly signal?: AbortSignal
  readonly createConnection?: AnyFunction | undefined
}

/** Requests whose methods have no body unless the program gives one. */
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'])
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 255)

/** `http.request` and `http.get`: requests of a server program, each on a connection of its own. */
export function createHttpClient(core: NodeCore): void {
  const { builtIn, Buffer, Socket: SocketClass, streams, world } = core
  const http = builtIn['http'] as Record<string, unknown>
  const IncomingMessageClass = http['IncomingMessage'] as new (
    socket: Socket,
    head: object,
  ) => IncomingMessage

  class ClientRequest extends streams.Writable {
    readonly method: string
    readonly path: string
    readonly host: string
    readonly protocol: string
    readonly #fields = new Map<string, { readonly name: string; readonly value: HeaderValue }>()
    readonly #chunks: Uint8Array[] = []
    #hasBody = false
    #tap: HttpTap | undefined
    #response: IncomingMessage | undefined
    socket: Socket | undefined
    reusedSocket = false
    aborted = false
    headersSent = false

    constructor(options: RequestOptions, isSecure: boolean, callback: AnyFunction | undefined) {
      super({ autoDestroy: false, emitClose: false })
      const { headers = {}, auth, timeout, signal } = options
      this.method = (options.method ?? 'GET').toUpperCase()
      this.path = options.path ?? '/'
      this.protocol = isSecure ? 'https:' : 'http:'
      const host = options.hostname ?? options.host ?? 'localhost'
      this.host = host
      const port = Number(options.port ?? (isSecure ? 443 : 80))
      for (const [name, value] of Object.entries(headers)) this.setHeader(name, value)
      if (!this.hasHeader('host')) {
        const isUsual = port === (isSecure ? 443 : 80)
        this.setHeader('Host', isUsual ? host : `${host}:${String(port)}`)
      }
      if (typeof auth === 'string' && !this.hasHeader('authorization'))
        this.setHeader('Authorization', `Basic ${btoa(auth)}`)
      if (callback !== undefined) this.once('response', callback as () => void)
      const upgrades = this.hasHeader('upgrade')
      const { createConnection } = options
      const socket = isFunction(createConnection)
        ? (createConnection({ ...options, host, port, isSecure }) as Socket)
        : new SocketClass(
            opening(world, {
              ...{ host, port, isSecure },
              ...(!upgrades && { http: (tap: HttpTap) => (this.#tap = tap) }),
            }),
          )
      this.socket = socket
      const parser = new ResponseParser(() => this.method)
      const receive = (data: Uint8Array) => {
        if (upgrades && this.#upgrade(socket, data, receive)) return
        try {
          for (const part of parser.push(data)) this.#take(part)
        } catch (error) {
          if (!(error instanceof BadResponse)) throw error
          const parse = Object.assign(new Error(`Parse Error: ${error.message}`), {
            code: 'HPE_INVALID_CONSTANT',
          })
          socket.destroy(parse)
        }
      }
      socket.on('data', receive)
      socket.on('error', (error: Error) => this.#fail(error))
      socket.on('end', () => {
        try {
          for (const part of parser.eof()) this.#take(part)
        } catch {
          this.#response?.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))
        }
      })
      socket.on('close', () => {
        if (this.#response === undefined && !this.destroyed) {
          const error = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
          this.#fail(error)
        }
        this.emit('close')
      })
      core.process.nextTick(() => this.emit('socket', socket))
      if (timeout !== undefined) this.setTimeout(timeout)
      signal?.addEventListener('abort', () => {
        this.destroy(
          Object.assign(new Error('The operation was aborted'), {
            code: 'ABORT_ERR',
            name: 'AbortError',
          }),
        )
      })
    }

    setHeader(name: string, value: HeaderValue): this {
      this.#fields.set(name.toLowerCase(), { name, value })
      return this
    }

    getHeader(name: string): HeaderValue | undefined {
      return this.#fields.get(name.toLowerCase())?.value
    }

    hasHeader(name: string): boolean {
      return this.#fields.has(name.toLowerCase())
    }

    removeHeader(name: string): void {
      this.#fields.delete(name.toLowerCase())
    }

    getHeaders() {
      return Object.fromEntries([...this.#fields].map(([name, { value }]) => [name, value]))
    }

    setTimeout(milliseconds: number, callback?: () => void): this {
      if (callback !== undefined) this.once('timeout', callback)
      this.socket?.setTimeout(milliseconds, () => this.emit('timeout'))
      return this
    }

    setNoDelay(): this {
      return this
    }

    setSocketKeepAlive(): this {
      return this
    }

    flushHeaders(): void {
      // They leave with the body: one request is one write.
    }

    abort(): void {
      if (this.aborted) return
      this.aborted = true
      this.emit('abort')
      this.destroy()
    }

    override _write(chunk: Uint8Array, _encoding: string, callback: Callback): void {
      this.#hasBody = true
      this.#chunks.push(Uint8Array.from(chunk))
      callback()
    }

    override _final(callback: Callback): void {
      const body = Buffer.from(Uint8Array.from(this.#chunks.flatMap((chunk) => [...chunk])))
      if (this.#hasBody || !WITHOUT_BODY.has(this.method)) {
        if (!this.hasHeader('content-length') && !this.hasHeader('transfer-encoding'))
          this.setHeader('Content-Length', body.length)
      }
      if (this.hasHeader('transfer-encoding')) this.removeHeader('transfer-encoding')
      if (!this.hasHeader('connection')) this.setHeader('Connection', 'close')
      const lines = [`${this.method} ${this.path} HTTP/1.1`]
      const headers: [string, string][] = []
      for (const { name, value } of this.#fields.values())
        for (const one of Array.isArray(value) ? value : [value]) {
          headers.push([name, String(one)])
          lines.push(`${name}: ${String(one)}`)
        }
      this.headersSent = true
      const head = latin1(`${lines.join('\r\n')}\r\n\r\n`)
      const octets = new Uint8Array(head.length + body.length)
      octets.set(head)
      octets.set(body, head.length)
      const { socket } = this
      const send = () => {
        const url = `${this.protocol}//${this.host}${this.path}`
        const cause = world.cause.current
        const seq = this.#tap?.requestSent({ method: this.method, url, headers, octets }, cause)
        if (seq !== undefined) world.cause.current = seq
        socket?.write(octets)
      }
      if (socket?.connecting === true) socket.once('connect', send)
      else send()
      callback()
    }

    override destroy(error?: Error): this {
      if (this.destroyed) return this
      super.destroy()
      if (this.#response === undefined) {
        const reason = error ?? Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
        core.process.nextTick(() => this.emit('error', reason))
      } else this.#response.destroy(error)
      this.socket?.destroy()
      return this
    }

    #fail(error: Error): void {
      if (this.destroyed) return
      super.destroy()
      if (this.#response === undefined) this.emit('error', error)
      else this.#response.destroy(error)
    }

    #head = new Uint8Array(0)

    /** Whether the octets are those of an upgrade, and what is behind its head is the program's. */
    #upgrade(socket: Socket, data: Uint8Array, receive: (data: Uint8Array) => void): boolean {
      const whole = new Uint8Array(this.#head.length + data.length)
      whole.set(this.#head)
      whole.set(data, this.#head.length)
      const text = new TextDecoder('latin1').decode(whole)
      if (!text.startsWith('HTTP/1.1 101'.slice(0, text.length))) return false
      const end = text.indexOf('\r\n\r\n')
      if (end === -1) {
        this.#head = whole
        return true
      }
      const [first = '', ...lines] = text.slice(0, end).split('\r\n')
      const headers = lines.map((line): [string, string] => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon), line.slice(colon + 1).trim()]
      })
      const [, , ...reason] = first.split(' ')
      const response = this.#message(socket, { status: 101, statusText: reason.join(' '), headers })
      this.#response = response
      socket.removeListener('data', receive)
      // Whoever listens next reads on.
      Reflect.set(socket, 'readableFlowing', null)
      this.emit('upgrade', response, socket, Buffer.from(whole.subarray(end + 4)))
      return true
    }

    #message(socket: Socket, head: Pick<ResponseHead, 'status' | 'statusText' | 'headers'>) {
      const { status, statusText, headers } = head
      const fields = { method: null, url: '', httpVersion: '1.1', headers }
      const message = new IncomingMessageClass(socket, fields)
      return Object.assign(message, { statusCode: status, statusMessage: statusText, req: this })
    }

    #take(part: ReturnType<ResponseParser['push']>[number]): void {
      const { socket } = this
      if (socket === undefined) return
      this.#tap?.partReceived(part, world.cause.current)
      if (part.type === 'head') {
        const response = this.#message(socket, part.head)
        this.#response = response
        if (this.listenerCount('response') > 0) this.emit('response', response)
        else (response as Readable).resume()
      } else if (part.type === 'data') this.#response?.push(Buffer.from(part.data))
      else if (this.#response !== undefined) {
        this.#response.complete = true
        this.#response.push(null)
        socket.end()
      }
    }
  }

  /** `request(url, options, callback)`, each but the first at will. */
  const requester =
    (isSecure: boolean, ends: boolean) =>
    (...args: unknown[]) => {
      const callback = args.find(isFunction)
      const options = Object.assign(
        {},
        ...args.filter((arg) => !isFunction(arg)).map(optionsOf),
      ) as RequestOptions
      const request = new ClientRequest(
        options,
        isSecure || options.protocol === 'https:',
        callback,
      )
      if (ends) request.end()
      return request
    }
  class Agent {
    readonly options: unknown
    constructor(options: unknown = {}) {
      this.options = options
    }
    destroy(): void {
      // Nothing is kept.
    }
  }
  const of = (isSecure: boolean) => ({
    request: requester(isSecure, false),
    get: requester(isSecure, true),
    Agent,
    globalAgent: new Agent(),
    ClientRequest,
  })
  const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE']
  Object.assign(http, { ...of(false), METHODS, maxHeaderSize: 16_384 })
  Object.assign(core.forPackages['https'] ?? {}, of(true))
}

function optionsOf(given: unknown): RequestOptions {
  const url = typeof given === 'string' ? new URL(given) : given
  if (!(url instanceof URL)) return Object(url) as RequestOptions
  const { protocol, hostname, port, pathname, search, username, password } = url
  return {
    protocol,
    hostname,
    path: pathname + search,
    ...(port !== '' && { port }),
    ...(username !== '' && {
      auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
    }),
  }
}
