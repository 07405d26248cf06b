/** The parts that requests and responses of an archive have in common. */
import type { Header } from '../../event.ts'
import type { HarNameValue, HarTimings } from './har.ts'

export const headersOf = (headers: readonly Header[]): readonly HarNameValue[] =>
  headers.map(([name, value]) => ({ name, value }))

export function headerValue(headers: readonly Header[], wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

/** Of `Cookie` and `Set-Cookie` (RFC 6265 §4): names and values, without attributes. */
export function cookiesOf(headers: readonly Header[]): readonly HarNameValue[] {
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

export function queryOf(url: string): readonly HarNameValue[] {
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
