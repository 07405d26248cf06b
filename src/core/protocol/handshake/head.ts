/** The head of an HTTP/1.1 message: start line and header fields up to the empty line (RFC 9112 §2). */
import { concatenate } from '../octets.ts'
import { failed, type Failed } from './failure.ts'
import { isToken, type HeaderField } from './header.ts'

export interface RequestHead {
  readonly method: string
  /** The request target: path and query, or an absolute URI. */
  readonly target: string
  /** For example `HTTP/1.1`. */
  readonly version: string
  readonly headers: readonly HeaderField[]
  /** Octets of the head, the empty line included. */
  readonly byteLength: number
}

export interface ResponseHead {
  readonly version: string
  readonly status: number
  readonly statusText: string
  readonly headers: readonly HeaderField[]
  /** Octets of the head, the empty line included. */
  readonly byteLength: number
}

/** A head and its octets. */
export interface EncodedHead<Head> {
  readonly head: Head
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type HeadResult<Head> =
  /** `rest` holds the octets that came after the head: the first frames, or the body. */
  { readonly ok: true; readonly head: Head; readonly rest: Uint8Array } | Failed

/** Octets, as in Node. */
const DEFAULT_MAX_HEAD_SIZE = 16 * 1024

const LF = 0x0a
const CR = 0x0d

/** Collects the octets of a head as they arrive. */
class HeadReader<Head extends object> {
  readonly #parse: (text: string, byteLength: number) => Head | Failed
  readonly #maxHeadSize: number
  #octets: Uint8Array = new Uint8Array(0)
  #result: HeadResult<Head> | undefined

  constructor(
    parse: (text: string, byteLength: number) => Head | Failed,
    maxHeadSize = DEFAULT_MAX_HEAD_SIZE,
  ) {
    this.#parse = parse
    this.#maxHeadSize = maxHeadSize
  }

  /**
   * Takes the next octets. Returns nothing until the head is complete or known to be invalid.
   *
   * @throws Error when it is called again after that.
   */
  push(bytes: Uint8Array): HeadResult<Head> | undefined {
    if (this.#result !== undefined) throw new Error('The head is complete')
    const from = this.#octets.length
    this.#octets = concatenate([this.#octets, bytes])
    const end = endOfHead(this.#octets, from)
    if ((end ?? this.#octets.length) > this.#maxHeadSize) {
      this.#result = failed('RFC 9110 §5.4', `The head is longer than ${this.#maxHeadSize} octets`)
    } else if (end !== undefined) {
      const head = this.#parse(latin1(this.#octets.subarray(0, end)), end)
      this.#result = isFailed(head) ? head : { ok: true, head, rest: this.#octets.slice(end) }
    }
    return this.#result
  }
}

/** Reads the head of a request, however it is cut into chunks. */
export class RequestReader extends HeadReader<RequestHead> {
  /** @param maxHeadSize Octets, default 16 KiB. */
  constructor(maxHeadSize?: number) {
    super(parseRequestHead, maxHeadSize)
  }
}

/** Reads the head of a response, however it is cut into chunks. */
export class ResponseReader extends HeadReader<ResponseHead> {
  /** @param maxHeadSize Octets, default 16 KiB. */
  constructor(maxHeadSize?: number) {
    super(parseResponseHead, maxHeadSize)
  }
}

function parseRequestHead(text: string, byteLength: number): RequestHead | Failed {
  const [startLine = '', ...lines] = linesOf(text)
  const parts = /^(\S+) (\S+) (HTTP\/\d\.\d)$/.exec(startLine)
  if (parts === null) return failed('RFC 9112 §3', `Not a request line: ${shown(startLine)}`)
  const [, method = '', target = '', version = ''] = parts
  const headers = parseHeaders(lines)
  return isFailed(headers) ? headers : { method, target, version, headers, byteLength }
}

function parseResponseHead(text: string, byteLength: number): ResponseHead | Failed {
  const [startLine = '', ...lines] = linesOf(text)
  const parts = /^(HTTP\/\d\.\d) (\d{3})(?: (.*))?$/.exec(startLine)
  if (parts === null) return failed('RFC 9112 §4', `Not a status line: ${shown(startLine)}`)
  const [, version = '', status = '', statusText = ''] = parts
  const headers = parseHeaders(lines)
  return isFailed(headers)
    ? headers
    : { version, status: Number(status), statusText, headers, byteLength }
}

function parseHeaders(lines: readonly string[]): HeaderField[] | Failed {
  const headers: HeaderField[] = []
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0))
    // A name ends right before its colon; a line that starts with white space continues another,
    // which is obsolete. Both have been used for smuggling.
    if (!isToken(name)) return failed('RFC 9112 §5', `Not a header field: ${shown(line)}`)
    headers.push([name, line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')])
  }
  return headers
}

function isFailed(result: object): result is Failed {
  return 'ok' in result && result.ok === false
}

/** The lines of a head without the empty ones at its end. A single LF ends a line too (RFC 9112 §2.2). */
function linesOf(head: string): string[] {
  return head.replace(/(\r?\n){2}$/, '').split(/\r?\n/)
}

/** Where a head ends: behind its first empty line. Octets before `from` have been searched. */
export function endOfHead(octets: Uint8Array, from = 0): number | undefined {
  for (let at = Math.max(from, 1); at < octets.length; at++) {
    if (octets[at] !== LF) continue
    if (octets[at - 1] === LF) return at + 1
    if (octets[at - 1] === CR && octets[at - 2] === LF) return at + 1
  }
  return undefined
}

/** One character an octet: header fields have no other encoding that is sure (RFC 9110 §5.5). */
export function latin1(octets: Uint8Array): string {
  let text = ''
  for (const octet of octets) text += String.fromCharCode(octet)
  return text
}

/** A line as a message can show it: short, with nothing invisible. */
function shown(line: string): string {
  return JSON.stringify(line.length > 80 ? `${line.slice(0, 80)}…` : line)
}

/**
 * The octets of a head.
 *
 * @throws TypeError for a header name that is no token, or a value with a line break or a character
 *   that is not one octet.
 */
export function encodeHead(
  startLine: string,
  headers: readonly HeaderField[],
): Uint8Array<ArrayBuffer> {
  for (const [name, value] of headers) {
    if (!isToken(name)) throw new TypeError(`Not a header name: ${shown(name)}`)
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw new TypeError(`Not a header value: ${shown(value)}`)
    }
  }
  const lines = [startLine, ...headers.map(([name, value]) => `${name}: ${value}`), '', '']
  return Uint8Array.from(lines.join('\r\n'), (character) => character.charCodeAt(0))
}
