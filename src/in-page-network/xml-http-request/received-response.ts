/** What an XMLHttpRequest has received, and what its `responseType` makes of it. */
import { concatenate } from '../../core/protocol/octets.ts'
import type { ClientResponse } from '../http/http-client.ts'
import { valueOf } from '../http/response-parser.ts'

const XML = /^(?:text\/xml|application\/xml|[^/]+\/[^;]+\+xml)$/u

export class ReceivedResponse {
  readonly #response: ClientResponse
  readonly #overridden: string | undefined
  readonly #chunks: Uint8Array[] = []
  #length = 0
  /** The value of `response` for a type that makes an object: it is the same each time. */
  #made: { readonly value: unknown } | undefined

  /** @param overridden the type that the program says instead of the server. */
  constructor(response: ClientResponse, overridden: string | undefined) {
    this.#response = response
    this.#overridden = overridden
  }

  get head(): ClientResponse['head'] {
    return this.#response.head
  }

  get url(): URL {
    return this.#response.url
  }

  /** Octets that have arrived. */
  get length(): number {
    return this.#length
  }

  /** Octets that the server announced; 0 where it did not. */
  get total(): number {
    const length = valueOf(this.head.headers, 'content-length')
    return length !== undefined && /^\d+$/u.test(length) ? Number(length) : 0
  }

  push(data: Uint8Array): void {
    this.#chunks.push(data.slice())
    this.#length += data.length
  }

  /** XHR §3.6.8, "get a text response", without the detection of encodings in XML. */
  text(): string {
    const [, charset = 'utf-8'] = /;\s*charset="?([^";\s]+)/iu.exec(this.#type) ?? []
    return decoderOf(charset).decode(concatenate(this.#chunks))
  }

  header(name: string): string | null {
    return valueOf(this.headers, name.toLowerCase()) ?? null
  }

  /** Those that a page may see (Fetch §2.2.2, "forbidden response-header name"). */
  get headers() {
    return this.head.headers.filter(([name]) => !/^set-cookie2?$/iu.test(name))
  }

  /** XHR §3.6.5: by name, each with its values. */
  allHeaders(): string {
    const names = new Set(this.headers.map(([name]) => name.toLowerCase()))
    return [...names]
      .sort()
      .map((name) => `${name}: ${this.header(name) ?? ''}\r\n`)
      .join('')
  }

  /** `response` for a type that is no text, once the body is whole; null where it cannot be had. */
  object(type: Exclude<XMLHttpRequestResponseType, '' | 'text'>): unknown {
    this.#made ??= { value: this.#make(type) }
    return this.#made.value
  }

  /** `responseXML`. HTML is parsed only for a program that asks for a document. */
  document(type: XMLHttpRequestResponseType): unknown {
    const mime = this.#type.replace(/;.*/su, '').trim().toLowerCase()
    if (mime === '' || XML.test(mime)) {
      const found = new DOMParser().parseFromString(this.text(), 'text/xml')
      return found.querySelector('parsererror') === null ? found : null
    }
    if (mime !== 'text/html' || type !== 'document') return null
    return new DOMParser().parseFromString(this.text(), 'text/html')
  }

  get #type(): string {
    return this.#overridden ?? this.header('content-type') ?? ''
  }

  #make(type: Exclude<XMLHttpRequestResponseType, '' | 'text'>): unknown {
    switch (type) {
      case 'arraybuffer':
        return concatenate(this.#chunks).slice().buffer
      case 'blob':
        return new Blob([concatenate(this.#chunks).slice()], { type: this.#type })
      case 'json':
        return parsed(new TextDecoder().decode(concatenate(this.#chunks)))
      case 'document':
        return this.document(type)
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** An encoding that nobody knows counts as none (XHR §3.6.8). */
function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}
