/** What a page may ask another origin for, and what of the response it may read (Fetch standard). */
import type { Header } from '../../core/trace/event.ts'
import { headerValues, type ResponseHead } from '../../core/protocol/index.ts'

const SIMPLE_METHODS = ['GET', 'HEAD', 'POST']
/** Fetch §2.2.2: header names and values that a form could send, too. */
const SIMPLE_HEADERS = ['accept', 'accept-language', 'content-language', 'content-type']
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i

/** Fetch §4.1: a request that a browser asks leave for beforehand. */
export function needsPreflight(method: string, headers: readonly Header[]): boolean {
  return (
    !SIMPLE_METHODS.includes(method) ||
    headers.some(
      ([name, value]) =>
        !SIMPLE_HEADERS.includes(name.toLowerCase()) ||
        (name.toLowerCase() === 'content-type' && !FORM.test(value)),
    )
  )
}

/**
 * The CORS check (Fetch §4.10), in Chromium's words: why a page may not read a response; undefined
 * where it may.
 */
export function unreadable(
  { headers }: ResponseHead,
  credentials: RequestCredentials,
  origin: string,
): string | undefined {
  const [allowed] = headerValues(headers, 'Access-Control-Allow-Origin')
  const isInclude = credentials === 'include'
  if (allowed === undefined)
    return "No 'Access-Control-Allow-Origin' header is present on the requested resource."
  if (allowed === '*')
    return isInclude
      ? "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'."
      : undefined
  if (allowed !== origin)
    return `The 'Access-Control-Allow-Origin' header has a value '${allowed}' that is not equal to the supplied origin.`
  const [withCredentials = ''] = headerValues(headers, 'Access-Control-Allow-Credentials')
  return isInclude && withCredentials !== 'true'
    ? `The value of the 'Access-Control-Allow-Credentials' header in the response is '${withCredentials}' which must be 'true' when the request's credentials mode is 'include'.`
    : undefined
}

/** What the browser prints. */
export const blockedLine = (url: string, origin: string, why: string, api = 'fetch'): string =>
  `Access to ${api} at '${url}' from origin '${origin}' has been blocked by CORS policy: ${why}`
