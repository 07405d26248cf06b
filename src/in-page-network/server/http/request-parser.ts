import { concatenate } from '../../../core/protocol/octets.ts'
import type { Header } from '../../../core/trace/event.ts'

export interface RequestHead {
  readonly method: string
  readonly url: string
  readonly httpVersion: string
  readonly headers: readonly Header[]
}

/** What the parser finds in a stream of octets (RFC 9112). */
export interface RequestHandler {
  /** `head` is complete. Returns true when the rest of the stream is not HTTP any more. */
  head(head: RequestHead): boolean
  body(data: Uint8Array): void
  end(): void
}

export class BadRequest extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(`Parse Error: ${message}`)
    this.code = code
    this.status = status
  }
}

/** As Node's `--max-http-header-size`, in octets. */
const MAX_HEAD = 16 * 1024

const CR = 13
const LF = 10
const latin1 = new TextDecoder('latin1')

type Phase =
  | { readonly name: 'head' }
  | { readonly name: 'body'; left: number }
  | { readonly name: 'chunk size' }
  | { readonly name: 'chunk'; left: number }
  | { readonly name: 'chunk end' }
  | { readonly name: 'trailers' }

/**
 * Reads requests from the octets of a connection, in any cutting. Throws `BadRequest` for what is
 * not HTTP/1.1.
 */
export class RequestParser {
  readonly #handler: RequestHandler
  #phase: Phase = { name: 'head' }
  /** Octets that are not enough yet for a line or a head. */
  #kept = new Uint8Array(0)

  constructor(handler: RequestHandler) {
    this.#handler = handler
  }

  /**
   * Takes octets until a request is complete. Returns what is left: the beginning of the next
   * request, or of another protocol when `upgraded`; nothing while more is needed.
   */
  push(data: Uint8Array): { readonly rest: Uint8Array; readonly upgraded: boolean } | undefined {
    const octets = this.#kept.length === 0 ? data : concatenate([this.#kept, data])
    this.#kept = new Uint8Array(0)
    let offset = 0
    for (;;) {
      const phase = this.#phase
      switch (phase.name) {
        case 'head': {
          // RFC 9112 §2.2: empty lines before a request line are ignored.
          while (octets[offset] === CR || octets[offset] === LF) offset += 1
          const end = endOfHead(octets, offset)
          if (end === undefined) {
            if (octets.length - offset > MAX_HEAD) {
              throw new BadRequest('HPE_HEADER_OVERFLOW', 'Header overflow', 431)
            }
            this.#kept = octets.slice(offset)
            return undefined
          }
          const head = parseHead(latin1.decode(octets.subarray(offset, end)))
          offset = end
          this.#phase = bodyOf(head)
          if (this.#handler.head(head)) return { rest: octets.subarray(offset), upgraded: true }
          break
        }
        case 'body':
        case 'chunk': {
          const part = octets.subarray(offset, offset + phase.left)
          if (part.length > 0) this.#handler.body(part)
          phase.left -= part.length
          offset += part.length
          if (phase.left > 0) return undefined
          if (phase.name === 'body') return this.#finish(octets, offset)
          this.#phase = { name: 'chunk end' }
          break
        }
        case 'chunk size':
        case 'chunk end':
        case 'trailers': {
          const end = octets.indexOf(LF, offset)
          if (end < 0) {
            this.#kept = octets.slice(offset)
            return undefined
          }
          const line = latin1.decode(octets.subarray(offset, end)).trimEnd()
          offset = end + 1
          if (phase.name === 'trailers') {
            if (line === '') return this.#finish(octets, offset)
          } else if (phase.name === 'chunk end') {
            this.#phase = { name: 'chunk size' }
          } else {
            const size = /^[0-9a-f]+/i.exec(line)
            if (size === null) {
              throw new BadRequest('HPE_INVALID_CHUNK_SIZE', 'Invalid character in chunk size')
            }
            const left = Number.parseInt(size[0], 16)
            this.#phase = left === 0 ? { name: 'trailers' } : { name: 'chunk', left }
          }
        }
      }
    }
  }

  #finish(octets: Uint8Array, offset: number) {
    this.#phase = { name: 'head' }
    this.#handler.end()
    return { rest: octets.subarray(offset), upgraded: false }
  }
}

/** The index behind the empty line that ends a head. */
function endOfHead(octets: Uint8Array, from: number): number | undefined {
  let index = octets.indexOf(LF, from)
  while (index >= 0) {
    if (octets[index + 1] === LF) return index + 2
    if (octets[index + 1] === CR && octets[index + 2] === LF) return index + 3
    index = octets.indexOf(LF, index + 1)
  }
  return undefined
}

function bodyOf(head: RequestHead): Phase {
  const value = (name: string) =>
    head.headers.find(([other]) => other.toLowerCase() === name)?.[1].trim()
  if (value('transfer-encoding')?.toLowerCase().endsWith('chunked') === true) {
    return { name: 'chunk size' }
  }
  const length = value('content-length') ?? '0'
  if (!/^\d+$/.test(length)) {
    throw new BadRequest('HPE_INVALID_CONTENT_LENGTH', 'Invalid character in Content-Length')
  }
  return { name: 'body', left: Number(length) }
}

const token = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+"
const requestLine = new RegExp(`^(${token}) (\\S+) HTTP/(\\d\\.\\d)$`)
const fieldLine = new RegExp(`^(${token}):[ \\t]*(.*?)[ \\t]*$`)

function parseHead(text: string): RequestHead {
  const [first = '', ...lines] = text.replace(/\r?\n\r?\n$/, '').split(/\r?\n/)
  const request = requestLine.exec(first)
  if (request === null) throw new BadRequest('HPE_INVALID_CONSTANT', 'Expected HTTP/')
  const [, method = '', url = '', httpVersion = ''] = request
  const headers = lines.map((line): Header => {
    const field = fieldLine.exec(line)
    if (field === null) throw new BadRequest('HPE_INVALID_HEADER_TOKEN', 'Invalid header token')
    const [, name = '', value = ''] = field
    return [name, value]
  })
  return { method, url, httpVersion, headers }
}
