/** Header fields of an opening handshake. */

export type HeaderField = readonly [name: string, value: string]

/** A token of RFC 9110 §5.6.2, of which methods, header names, subprotocols and extensions are made. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

export function isToken(text: string): boolean {
  return TOKEN.test(text)
}

/** The values of all header fields of this name, in order. Names are compared without case. */
export function headerValues(headers: readonly HeaderField[], name: string): string[] {
  const wanted = name.toLowerCase()
  return headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value)
}

/**
 * The elements of a header whose value is a list: fields of one name are joined, empty elements are
 * dropped (RFC 9110 §5.6.1). Commas inside quoted strings are no separators.
 */
export function headerList(headers: readonly HeaderField[], name: string): string[] {
  return splitList(headerValues(headers, name).join(','), ',').filter((element) => element !== '')
}

/** Whether a list header has this token, without case. */
export function hasToken(headers: readonly HeaderField[], name: string, token: string): boolean {
  return headerList(headers, name).some((element) => element.toLowerCase() === token)
}

/** Cuts at a separator, not inside quoted strings; white space around the parts is dropped. */
export function splitList(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = []
  let part = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    if (character === '"') quoted = !quoted
    if (quoted && character === '\\') part += character + text.charAt(++i)
    else if (!quoted && character === separator) {
      parts.push(part.trim())
      part = ''
    } else part += character
  }
  parts.push(part.trim())
  return parts
}
