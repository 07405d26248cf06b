/** Reading `Set-Cookie` (RFC 6265bis §5.6). */
import { readCookieDate } from './cookie-date.ts'

/** Octets of name and value together; of the value of an attribute. */
const MAX_COOKIE = 4096
const MAX_ATTRIBUTE = 1024
/** RFC 6265bis §5.6.2: 400 days, milliseconds. */
const MAX_AGE = 400 * 24 * 60 * 60 * 1000
/** Control characters other than the tab. */
// eslint-disable-next-line no-control-regex -- they are what it finds
const CONTROL = /[\0-\x08\n-\x1f\x7f]/

export interface ReadCookie {
  readonly name: string
  readonly value: string
  /** Unix milliseconds; `null` until the run ends. */
  readonly expires: number | null
  /** Without a dot before it; empty where there is none. */
  readonly domain: string
  /** Absent: the default of the URL. */
  readonly path: string | undefined
  readonly secure: boolean
  readonly sameSite: 'strict' | 'lax' | 'none'
}

/** `undefined` for what a user agent ignores. `now`: Unix milliseconds. */
export function readSetCookie(text: string, now: number): ReadCookie | undefined {
  if (CONTROL.test(text)) return undefined
  const [pair = '', ...rest] = text.split(';')
  const equals = pair.indexOf('=')
  const name = equals < 0 ? '' : trimmed(pair.slice(0, equals))
  const value = trimmed(pair.slice(equals + 1))
  // A field has a character for each octet.
  const length = name.length + value.length
  if (length === 0 || length > MAX_COOKIE) return undefined

  const attributes = new Map<string, string>()
  for (const attribute of rest) {
    const at = attribute.indexOf('=')
    const key = trimmed(at < 0 ? attribute : attribute.slice(0, at)).toLowerCase()
    const given = at < 0 ? '' : trimmed(attribute.slice(at + 1))
    if (given.length > MAX_ATTRIBUTE) continue
    // One that says nothing does not replace one that does.
    if (key === 'expires' && readCookieDate(given) === undefined) continue
    if (key === 'max-age' && !/^-?\d+$/.test(given)) continue
    attributes.set(key, given)
  }
  const path = attributes.get('path')
  const sameSite = attributes.get('samesite')?.toLowerCase()
  return {
    name,
    value,
    expires: expiryOf(attributes, now),
    domain: (attributes.get('domain') ?? '').replace(/^\./, '').toLowerCase(),
    path: path?.startsWith('/') === true ? path : undefined,
    secure: attributes.has('secure'),
    sameSite: sameSite === 'strict' || sameSite === 'none' ? sameSite : 'lax',
  }
}

const trimmed = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, '')

function expiryOf(attributes: ReadonlyMap<string, string>, now: number): number | null {
  const age = attributes.get('max-age')
  const date = attributes.get('expires')
  const expires =
    age === undefined
      ? date === undefined
        ? undefined
        : readCookieDate(date)
      : Number(age) <= 0
        ? -Infinity
        : now + Number(age) * 1000
  return expires === undefined ? null : Math.min(expires, now + MAX_AGE)
}
