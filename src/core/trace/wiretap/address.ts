/**
 * Where a recorded connection goes and where its recording is read.
 *
 * `…/lab/<scenario>…` becomes `…/lab/~<token>.<connectionId>/<scenario>…`; the lab server strips
 * that mark before the scenario sees the URL. The recording of a token is read at `…/wiretap/<token>`.
 */
import type { Shape } from '../shape.ts'

/** 128 random bits, which only the page that drew them knows: 32 lower-case hexadecimal digits. */
const TOKEN = '[0-9a-f]{32}'
const CONNECTION_ID = '[A-Za-z0-9-]{1,64}'

const tokenAlone = new RegExp(`^${TOKEN}$`)
const connectionIdAlone = new RegExp(`^${CONNECTION_ID}$`)
const mark = new RegExp(`^/lab/~(${TOKEN})\\.(${CONNECTION_ID})(?=[/?]|$)`)
const anyMark = new RegExp(`/~${TOKEN}\\.${CONNECTION_ID}(?=[/?]|$)`)
/** Origin and what a proxy put before `/lab`; what follows it. The authority has no slash. */
const labUrl = /^(wss?:\/\/[^/?#]+(?:\/[^?#]*?)?)\/lab(\/[^#]*)$/

export interface Mark {
  readonly token: string
  readonly connectionId: string
}

export function isToken(text: string): boolean {
  return tokenAlone.test(text)
}

/** The token of 16 random octets. */
export function tokenOf(random: Uint8Array): string {
  return Array.from(random, (octet) => octet.toString(16).padStart(2, '0')).join('')
}

/** A `connectionId` that fits into a mark. */
export const connectionIdOfMark: Shape<string> = (value) =>
  typeof value === 'string' && connectionIdAlone.test(value)
    ? null
    : ': expected 1 to 64 letters, digits and hyphens'

/** The URL at which a connection to a scenario is recorded; null where it is no lab server's. */
export function markedUrl(url: string, { token, connectionId }: Mark): string | null {
  const [, before, after] = labUrl.exec(url) ?? []
  if (before === undefined || after === undefined) return null
  return `${before}/lab/~${token}.${connectionId}${after}`
}

/** Where the recording of a token is read; null where the URL is no lab server's. */
export function wiretapUrl(url: string, token: string): string | null {
  const [, before] = labUrl.exec(url) ?? []
  return before === undefined ? null : `${before}/wiretap/${token}`
}

/** A URL or a request target as it would be without a mark. */
export function withoutMark(url: string): string {
  return url.replace(anyMark, '')
}

/** Splits a request target under `/lab` into its mark and what it is without it. */
export function readMark(target: string): (Mark & { readonly target: string }) | null {
  const [whole, token, connectionId] = mark.exec(target) ?? []
  if (whole === undefined || token === undefined || connectionId === undefined) return null
  return { token, connectionId, target: `/lab${target.slice(whole.length)}` }
}
