/** The parts that requests and responses of an archive have in common. */
import { headerValues } from '../../../protocol/handshake/header.ts'
import type { Header, HttpRequest, HttpResponse } from '../../event.ts'
import type { HarNameValue, HarRequest, HarResponse, HarTimings } from './har.ts'

/** @param headersSize Octets; −1 where nobody saw them. */
export function requestOf(
  { method, url, headers }: Pick<HttpRequest, 'method' | 'url' | 'headers'>,
  headersSize: number,
  body: Uint8Array = new Uint8Array(0),
): HarRequest {
  const mimeType = headerValue(headers, 'content-type') ?? 'application/octet-stream'
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: cookiesOf(headers),
    headers: headersOf(headers),
    queryString: queryOf(url),
    headersSize,
    bodySize: body.length,
    ...(body.length === 0
      ? {}
      : { postData: { mimeType, params: [], text: new TextDecoder().decode(body) } }),
  }
}

/** @param head `undefined` where no response came. */
export function responseOf(
  head: Pick<HttpResponse, 'status' | 'statusText' | 'headers' | 'byteLength'> | undefined,
  content: HarResponse['content'],
  error: string | null,
): HarResponse {
  const headers = head?.headers ?? []
  return {
    status: head?.status ?? 0,
    statusText: head?.statusText ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: cookiesOf(headers),
    headers: headersOf(headers),
    content,
    redirectURL: headerValue(headers, 'location') ?? '',
    headersSize: octetsSeen(head?.byteLength),
    bodySize: content.size,
    _transferSize: (head?.byteLength ?? 0) + content.size,
    _error: error,
  }
}

const headersOf = (headers: readonly Header[]): readonly HarNameValue[] =>
  headers.map(([name, value]) => ({ name, value }))

/** The first value of a header. */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
  return headerValues(headers, name)[0]
}

/** Of `Cookie` and `Set-Cookie` (RFC 6265 §4): names and values, without attributes. */
function cookiesOf(headers: readonly Header[]): readonly HarNameValue[] {
  return headers.flatMap(([name, value]) => {
    switch (name.toLowerCase()) {
      case 'cookie':
        return value.split(';').flatMap(cookie)
      case 'set-cookie':
        return cookie(value.split(';', 1)[0] ?? '')
      default:
        return []
    }
  })
}

function cookie(pair: string): HarNameValue[] {
  const [, name = '', value = ''] = /^\s*([^=]+)=(.*)$/s.exec(pair) ?? []
  return name === '' ? [] : [{ name: name.trim(), value: value.trim() }]
}

function queryOf(url: string): readonly HarNameValue[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? ''
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name: decoded(name), value: decoded(value.join('=')) }
    })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** @param steps Milliseconds; `connect` is −1 where the connection was there already. */
export function timingsOf(steps: Pick<HarTimings, 'connect' | 'wait' | 'receive'>): {
  readonly time: number
  readonly timings: HarTimings
} {
  const timings = { blocked: -1, dns: -1, ssl: -1, send: 0, ...steps }
  const time = Object.values(timings).reduce((sum, step) => sum + Math.max(0, step), 0)
  return { time, timings }
}

/** A count of octets; −1 where nobody saw them. */
export const octetsSeen = (byteLength: number | undefined): number =>
  byteLength === undefined || byteLength === 0 ? -1 : byteLength
