/** The header fields of an HTTP head, each with what it is for and how it is known. */
import {
  headerPurpose,
  isRequired,
  type HeaderPurpose,
} from '../../protocol/handshake/header-purpose.ts'
import type {
  HandshakeResponseReceived,
  HandshakeResponseSent,
  HttpRequest,
  HttpResponse,
  Provenance,
  WillSendHandshakeRequest,
} from '../event.ts'

export type HeadEvent =
  | WillSendHandshakeRequest
  | HandshakeResponseSent
  | HandshakeResponseReceived
  | HttpRequest
  | HttpResponse

/** `attribute`: the browser hides the header, and gives its value in an attribute of the socket. */
export type RowProvenance = Provenance | 'attribute'

export interface HeadRow {
  readonly name: string
  /** Empty where it is hidden. */
  readonly value: string
  readonly purpose?: HeaderPurpose
  /** An opening handshake fails without it. */
  readonly required: boolean
  readonly provenance: RowProvenance
}

export function isRequestHead(event: HeadEvent): event is WillSendHandshakeRequest | HttpRequest {
  return event.type === 'willSendHandshakeRequest' || event.type === 'httpRequest'
}

/** A server that refuses answers as HTTP does. */
function isHandshake(event: HeadEvent): boolean {
  if (event.type === 'handshakeResponseReceived' || event.type === 'handshakeResponseSent')
    return event.status === 101
  return event.type === 'willSendHandshakeRequest'
}

/** In the order in which they were on the wire. */
export function headRows(event: HeadEvent): HeadRow[] {
  const side = isRequestHead(event) ? 'request' : 'response'
  return event.headers.map(([name, value]) => {
    const purpose = headerPurpose(name, value)
    return {
      name,
      value,
      ...(purpose === undefined ? {} : { purpose }),
      required: isHandshake(event) && purpose !== undefined && isRequired(purpose, side),
      provenance: provenanceOf(event, purpose, value),
    }
  })
}

/** Of a reconstructed head an empty value is one that cannot be known. */
function provenanceOf(
  event: HeadEvent,
  purpose: HeaderPurpose | undefined,
  value: string,
): RowProvenance {
  if (event.provenance !== 'reconstructed') return event.provenance
  if (value === '') return 'hidden'
  const isAttribute = purpose === 'protocol' || purpose === 'extensions'
  return isAttribute && !isRequestHead(event) ? 'attribute' : 'reconstructed'
}

/** `GET /chat HTTP/1.1`, `HTTP/1.1 101 Switching Protocols`. */
export function startLine(event: HeadEvent): string {
  switch (event.type) {
    case 'willSendHandshakeRequest':
      return `${event.method} ${event.target} HTTP/1.1`
    case 'httpRequest':
      return `${event.method} ${pathOf(event.url)} HTTP/1.1`
    case 'handshakeResponseSent':
    case 'handshakeResponseReceived':
    case 'httpResponse':
      return `HTTP/1.1 ${String(event.status)} ${event.statusText}`.trimEnd()
  }
}

/** What the server is asked for: path and query (RFC 9112 §3.2.1). */
function pathOf(url: string): string {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? url
  return path.startsWith('/') ? path : `/${path}`
}
