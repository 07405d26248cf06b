/** The subprotocols that a page gives to `new WebSocket`. */

/** RFC 6455 §4.1: a subprotocol is a token (RFC 9110 §5.6.2). */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/** Quotes arbitrary text as Chromium does: only printable ASCII stays as it is. */
function escaped(text: string): string {
  return text.replace(/[^ -~]|\\/g, (unit) => {
    if (unit === '\\') return '\\\\'
    return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  })
}

/**
 * Why the constructor throws a `SyntaxError`, in Chromium's words (WHATWG WebSockets §3.1); `null` if
 * all may be offered.
 */
export function problemOfOffer(protocols: readonly string[]): string | null {
  const invalid = protocols.find((protocol) => !token.test(protocol))
  if (invalid !== undefined) return `The subprotocol '${escaped(invalid)}' is invalid.`
  const duplicate = protocols.find((protocol, index) => protocols.indexOf(protocol) < index)
  return duplicate === undefined ? null : `The subprotocol '${duplicate}' is duplicated.`
}
