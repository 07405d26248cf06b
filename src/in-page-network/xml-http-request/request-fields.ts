/** What is given to the methods of an XMLHttpRequest, and how they check it. */

/** RFC 9110 §5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/u
/** Fetch §2.2.1: these are the same in any case. */
const NORMALIZED = /^(?:DELETE|GET|HEAD|OPTIONS|POST|PUT)$/iu
const FORBIDDEN_METHOD = /^(?:CONNECT|TRACE|TRACK)$/iu

/** Fetch §2.2.2, "forbidden request-header": what a page may not say. */
const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-request-(?:headers|method|private-network)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|(?:proxy|sec)-.*)$/iu

/** @throws DOMException for a method that no request may have. */
export function toMethod(context: string, method: string): string {
  if (!TOKEN.test(method))
    throw new DOMException(`${context}: '${method}' is not a valid HTTP method.`, 'SyntaxError')
  if (FORBIDDEN_METHOD.test(method))
    throw new DOMException(`${context}: '${method}' HTTP method is unsupported.`, 'SecurityError')
  return NORMALIZED.test(method) ? method.toUpperCase() : method
}

/** Normalizes a value. @throws DOMException for what no field may be. */
export function toFieldValue(context: string, name: string, value: string): string {
  if (!TOKEN.test(name)) {
    const message = `${context}: '${name}' is not a valid HTTP header field name.`
    throw new DOMException(message, 'SyntaxError')
  }
  const normalized = value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/gu, '')

  if (/[\0\n\r]|[^\0-\u00FF]/u.test(normalized)) {
    const message = `${context}: '${value}' is not a valid HTTP header field value.`
    throw new DOMException(message, 'SyntaxError')
  }
  return normalized
}

export const isForbiddenField = (name: string): boolean => FORBIDDEN.test(name)

/** @throws TypeError for a call with too few, as browsers do. */
export function requireArguments(context: string, args: readonly unknown[], count: number): void {
  if (args.length >= count) return
  const required = `${String(count)} argument${count === 1 ? '' : 's'} required`
  throw new TypeError(`${context}: ${required}, but only ${String(args.length)} present.`)
}
