/** Header fields of an HTTP head, as events carry them. */
import { integer, list, pair, text } from '../shape.ts'
import { name } from './event-base.ts'
import { number, string } from './field.ts'

export type Header = readonly [name: string, value: string]

interface WithHeaders {
  readonly headers: readonly Header[]
}
interface WithStatus {
  readonly status: number
  readonly statusText: string
}

export const headers = list(pair(text(8192), text(65_536)), 1024)

export const headersField = string<WithHeaders>(
  'A line `name: value` each, names in lower case.',
  (event) => event.headers.map(([key, value]) => `${key.toLowerCase()}: ${value}\n`).join(''),
)

/** The head of a response, as events have it. */
export const responseHead = {
  status: integer(0, 999),
  statusText: name,
  headers,
  /** Octets of the head on the wire; 0 where they were not seen. */
  byteLength: integer(0),
}

export const responseFields = {
  status: number<WithStatus>('The HTTP status.', (event) => event.status),
  headers: headersField,
}

/** Octets that the header fields of a head keep alive. */
export function sizeOfHeaders(event: WithHeaders): number {
  let size = 0
  for (const [key, value] of event.headers) size += 64 + 2 * (key.length + value.length)
  return size
}

/** Octets of a head on the wire; it says 0 where they were not seen. */
export function octetsOfHead(event: { readonly byteLength: number }): number | undefined {
  return event.byteLength === 0 ? undefined : event.byteLength
}

/** `404 Not Found`; a status text may be empty (RFC 9112 §4). */
export function statusLine({ status, statusText }: WithStatus): string {
  return `${String(status)} ${statusText}`.trimEnd()
}

export const responseLook = {
  lane: 'browser',
  direction: 'in',
  octets: octetsOfHead,
  name: statusLine,
} as const
