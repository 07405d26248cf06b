/** What `new WebSocket` refuses: URLs and subprotocols. */
import { problemOfOffer } from '../../core/endpoint/offered-subprotocols.ts'
import { readSocketUrl } from '../../core/endpoint/socket-url.ts'

const refusal = (message: string, name: 'SyntaxError' | 'SecurityError') =>
  new DOMException(`Failed to construct 'WebSocket': ${message}`, name)

/**
 * "Get a URL record" (WHATWG WebSockets §3.1).
 *
 * @throws DOMException `SyntaxError` for what is no URL, has another scheme or has a fragment.
 */
export function webSocketUrl(text: string, baseUrl: string): URL {
  const read = readSocketUrl(text, baseUrl)
  if (!read.ok) throw refusal(read.message, 'SyntaxError')
  return read.url
}

/** @throws DOMException `SyntaxError` for a subprotocol that is no token or is there twice. */
export function checkProtocols(protocols: readonly string[]): void {
  const problem = problemOfOffer(protocols)
  if (problem !== null) throw refusal(problem, 'SyntaxError')
}

/** @throws DOMException `SecurityError`, as Chromium does at once; the standard fails later. */
export function refuseMixedContent(): never {
  throw refusal(
    'An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.',
    'SecurityError',
  )
}
