/** The URL a socket connects to, as `new WebSocket` reads it. */

const syntaxError = (message: string) =>
  new DOMException(`Failed to construct 'WebSocket': ${message}`, 'SyntaxError')

/**
 * "Get a URL record" (WHATWG WebSockets §3.1).
 *
 * @throws DOMException `SyntaxError` for what is no URL, has another scheme or has a fragment.
 */
export function webSocketUrl(text: string, baseUrl: string): URL {
  // Steps 1 and 2.
  if (!URL.canParse(text, baseUrl)) throw syntaxError(`The URL '${text}' is invalid.`)
  const url = new URL(text, baseUrl)
  // Steps 3 and 4.
  if (url.protocol === 'http:') url.protocol = 'ws:'
  else if (url.protocol === 'https:') url.protocol = 'wss:'
  // Step 5.
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') {
    throw syntaxError(
      `The URL's scheme must be either 'http', 'https', 'ws', or 'wss'. '${url.protocol.slice(0, -1)}' is not allowed.`,
    )
  }
  // Step 6. An empty fragment is one too, and `hash` does not show it.
  const fragment = url.href.indexOf('#')
  if (fragment >= 0) {
    throw syntaxError(
      `The URL contains a fragment identifier ('${url.href.slice(fragment + 1)}'). Fragment identifiers are not allowed in WebSocket URLs.`,
    )
  }
  return url
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
