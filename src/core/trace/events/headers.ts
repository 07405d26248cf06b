/** Header fields of an HTTP head, as events carry them. */
import { list, pair, text } from '../shape.ts'
import { string } from './field.ts'

export type Header = readonly [name: string, value: string]

interface WithHeaders {
  readonly headers: readonly Header[]
}

export const headers = list(pair(text(8192), text(65_536)), 1024)

export const headersField = string<WithHeaders>(
  'A line `name: value` each, names in lower case.',
  (event) => event.headers.map(([name, value]) => `${name.toLowerCase()}: ${value}\n`).join(''),
)

/** Octets that the header fields of a head keep alive. */
export function sizeOfHeaders(event: WithHeaders): number {
  let size = 0
  for (const [name, value] of event.headers) size += 64 + 2 * (name.length + value.length)
  return size
}

/** Octets of a head on the wire; it says 0 where they were not seen. */
export function octetsOfHead(event: { readonly byteLength: number }): number | undefined {
  return event.byteLength === 0 ? undefined : event.byteLength
}

/** `404 Not Found`; a status text may be empty (RFC 9112 §4). */
export function statusLine(response: {
  readonly status: number
  readonly statusText: string
}): string {
  return `${String(response.status)} ${response.statusText}`.trimEnd()
}
