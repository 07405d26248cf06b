/** What `new WebSocket` refuses: URLs and subprotocols. */
import { readSocketUrl } from '../../core/endpoint/socket-url.ts'

const syntaxError = (message: string) =>
  new DOMException(`Failed to construct 'WebSocket': ${message}`, 'SyntaxError')

/**
 * "Get a URL record" (WHATWG WebSockets §3.1).
 *
 * @throws DOMException `SyntaxError` for what is no URL, has another scheme or has a fragment.
 */
export function webSocketUrl(text: string, baseUrl: string): URL {
  const read = readSocketUrl(text, baseUrl)
  if (!read.ok) throw syntaxError(read.message)
  return read.url
}

/** RFC 6455 §4.1: a subprotocol is a token (RFC 9110 §5.6.2). */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/** Quotes arbitrary text as Chromium does: only printable ASCII stays as it is. */
function escaped(text: string): string {
  return text.replace(/[^ -~]|\\/g, (unit) => {
    if (unit === '\\') return '\\\\'
    return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  })
}

/** @throws DOMException `SyntaxError` for a subprotocol that is no token or is there twice. */
export function checkProtocols(protocols: readonly string[]): void {
  for (const protocol of protocols) {
    if (!token.test(protocol)) {
      throw syntaxError(`The subprotocol '${escaped(protocol)}' is invalid.`)
    }
  }
  const duplicate = protocols.find((protocol, index) => protocols.indexOf(protocol) < index)
  if (duplicate !== undefined) throw syntaxError(`The subprotocol '${duplicate}' is duplicated.`)
}
