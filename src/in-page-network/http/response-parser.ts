import { concatenate } from '../../core/protocol/octets.ts'
import { ResponseReader, type HeaderField, type ResponseHead } from '../../core/protocol/index.ts'

/** What a response is made of, in its order. */
export type ResponsePart =
  | { readonly type: 'head'; readonly head: ResponseHead }
  /** Octets of the body, without the framing of chunks. */
  | { readonly type: 'data'; readonly data: Uint8Array }
  | { readonly type: 'end' }

/** The octets are no HTTP/1.1 response, or its body ended too early. */
export class BadResponse extends Error {
  override readonly name = 'BadResponse'
}

type Phase =
  | { readonly name: 'head'; readonly reader: ResponseReader }
  | { readonly name: 'length' | 'chunk'; left: number }
  | { readonly name: 'until close' }
  | { readonly name: 'chunk size' | 'chunk end' | 'trailers' }
  /** After the last part of a response. */
  | { readonly name: 'ended' }

const LF = 10
const latin1 = new TextDecoder('latin1')

/**
 * Reads one response after the other from the octets of a connection, in any cutting (RFC 9112).
 */
export class ResponseParser {
  readonly #methodOf: () => string
  #phase: Phase = { name: 'head', reader: new ResponseReader() }
  #isInHead = false
  /** Octets that are not a whole line yet. */
  #kept: Uint8Array = new Uint8Array(0)

  /** `methodOf` returns the method of the request that the next response answers. */
  constructor(methodOf: () => string) {
    this.#methodOf = methodOf
  }

  /** A response has begun and not ended. */
  get isWithinResponse(): boolean {
    return this.#phase.name !== 'head' || this.#isInHead
  }

  /** @throws BadResponse */
  push(data: Uint8Array): ResponsePart[] {
    const parts: ResponsePart[] = []
    let octets = data
    while (octets.length > 0) octets = this.#read(octets, parts)
    return parts
  }

  /**
   * The connection has ended: so has a body without a length.
   * @throws BadResponse for any other response that is not whole.
   */
  eof(): ResponsePart[] {
    const { name } = this.#phase
    if (name === 'until close') {
      this.#phase = { name: 'ended' }
      return [{ type: 'end' }]
    }
    if (this.isWithinResponse) throw new BadResponse('The response ended before its body did')
    return []
  }

  /** Reads as far as one phase goes, and gives the rest. */
  #read(octets: Uint8Array, parts: ResponsePart[]): Uint8Array {
    const phase = this.#phase
    switch (phase.name) {
      case 'head': {
        this.#isInHead = true
        const read = phase.reader.push(octets)
        if (read === undefined) return octets.subarray(octets.length)
        this.#isInHead = false
        if (!read.ok) throw new BadResponse(read.failure.message)
        this.#begin(read.head, parts)
        return read.rest
      }
      case 'ended':
        this.#phase = { name: 'head', reader: new ResponseReader() }
        return octets
      case 'until close':
        parts.push({ type: 'data', data: octets })
        return octets.subarray(octets.length)
      case 'length':
      case 'chunk': {
        const part = octets.subarray(0, phase.left)
        phase.left -= part.length
        parts.push({ type: 'data', data: part })
        if (phase.left === 0) {
          if (phase.name === 'length') this.#end(parts)
          else this.#phase = { name: 'chunk end' }
        }
        return octets.subarray(part.length)
      }
      case 'chunk size':
      case 'chunk end':
      case 'trailers':
        return this.#readLine(octets, phase.name, parts)
    }
  }

  /** RFC 9112 §6.3: how the body is delimited. */
  #begin(head: ResponseHead, parts: ResponsePart[]): void {
    const { status, headers } = head
    if (status < 200 && status !== 101) {
      // RFC 9110 §15.2: an interim response comes before the final one.
      this.#phase = { name: 'head', reader: new ResponseReader() }
      return
    }
    parts.push({ type: 'head', head })
    if (this.#methodOf() === 'HEAD' || [101, 204, 304].includes(status)) {
      this.#end(parts)
      return
    }
    const coding = valueOf(headers, 'transfer-encoding')
    const length = valueOf(headers, 'content-length')
    if (coding !== undefined) {
      const isChunked = coding.toLowerCase().endsWith('chunked')
      this.#phase = { name: isChunked ? 'chunk size' : 'until close' }
    } else if (length === undefined) {
      this.#phase = { name: 'until close' }
    } else if (!/^\d+$/.test(length)) {
      throw new BadResponse(`Not a Content-Length: ${length}`)
    } else if (Number(length) === 0) {
      this.#end(parts)
    } else {
      this.#phase = { name: 'length', left: Number(length) }
    }
  }

  #end(parts: ResponsePart[]): void {
    parts.push({ type: 'end' })
    this.#phase = { name: 'head', reader: new ResponseReader() }
  }

  /** RFC 9112 §7.1. */
  #readLine(
    octets: Uint8Array,
    name: 'chunk size' | 'chunk end' | 'trailers',
    parts: ResponsePart[],
  ): Uint8Array {
    const end = octets.indexOf(LF)
    const piece = end < 0 ? octets : octets.subarray(0, end)
    const whole = concatenate([this.#kept, piece])
    this.#kept = end < 0 ? whole : new Uint8Array(0)
    if (end < 0) return octets.subarray(octets.length)
    const line = latin1.decode(whole).trimEnd()
    if (name === 'trailers') {
      if (line === '') this.#end(parts)
    } else if (name === 'chunk end') {
      if (line !== '') throw new BadResponse('A chunk is longer than its size')
      this.#phase = { name: 'chunk size' }
    } else {
      const [size] = /^[0-9a-f]+(?=\s*(;|$))/i.exec(line) ?? []
      if (size === undefined) throw new BadResponse(`Not a chunk size: ${line.slice(0, 80)}`)
      const left = Number.parseInt(size, 16)
      this.#phase = left === 0 ? { name: 'trailers' } : { name: 'chunk', left }
    }
    return octets.subarray(end + 1)
  }
}

/** The values of a field, as one. Field names have no case (RFC 9110 §5.1). */
export function valueOf(headers: readonly HeaderField[], name: string): string | undefined {
  const values = headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value)
  return values.length === 0 ? undefined : values.join(', ')
}
