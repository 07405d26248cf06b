/** The URL of a socket, as `new WebSocket` reads it and as the opening handshake sends it. */

export type SocketUrl =
  /** `ws.url` is its `href`. */
  { readonly ok: true; readonly url: URL } | RefusedUrl

/** What makes the constructor throw a `SyntaxError`. */
export interface RefusedUrl {
  readonly ok: false
  /** The part that is not allowed; `null` where the text is no URL. */
  readonly part: 'scheme' | 'fragment' | null
  /** What the text says, where it is a URL. */
  readonly url: URL | null
  /** In Chromium's words. */
  readonly message: string
}

/** "Get a URL record" (WHATWG WebSockets §3.1). */
export function readSocketUrl(text: string, baseUrl: string): SocketUrl {
  // Steps 1 and 2.
  if (!URL.canParse(text, baseUrl)) {
    return { ok: false, part: null, url: null, message: `The URL '${text}' is invalid.` }
  }
  const url = new URL(text, baseUrl)
  // Steps 3 and 4.
  if (url.protocol === 'http:') url.protocol = 'ws:'
  else if (url.protocol === 'https:') url.protocol = 'wss:'
  // Step 5.
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') {
    const message = `The URL's scheme must be either 'http', 'https', 'ws', or 'wss'. '${url.protocol.slice(0, -1)}' is not allowed.`
    return { ok: false, part: 'scheme', url, message }
  }
  // Step 6. An empty fragment is one too, and `hash` does not show it.
  const fragment = url.href.indexOf('#')
  if (fragment >= 0) {
    const message = `The URL contains a fragment identifier ('${url.href.slice(fragment + 1)}'). Fragment identifiers are not allowed in WebSocket URLs.`
    return { ok: false, part: 'fragment', url, message }
  }
  return { ok: true, url }
}

/** What the request of the opening handshake takes from the URL (RFC 6455 §3, §4.1). */
export function requestedBy(url: URL): { readonly host: string; readonly target: string } {
  return { host: url.host, target: `${url.pathname}${url.search}` }
}
