/** How Sec-WebSocket-Accept comes from Sec-WebSocket-Key, step by step (RFC 6455 §4.2.2). */
import { acceptDigest, isKey, WEBSOCKET_GUID } from './accept-value.ts'
import { toBase64 } from '../base64.ts'

/** The example of RFC 6455 §1.3: these are the octets of “the sample nonce”. */
export const RFC_KEY = 'dGhlIHNhbXBsZSBub25jZQ=='
/** The example that older tutorials print. */
export const TUTORIAL_KEY = 'sN9cRrP/n9NdMgdcy2VJFQ=='

/** Characters of a key: 16 octets in Base64. */
const KEY_LENGTH = 24

/** Why a text is no Sec-WebSocket-Key. Positions count from 1. */
export type KeyProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'character'; readonly character: string; readonly position: number }
  /** `=` before the end. */
  | { readonly kind: 'padding'; readonly position: number }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'octets'; readonly octets: number }
  /** The last character says more than 16 octets can: its last four bits must be 0. */
  | { readonly kind: 'spareBits'; readonly character: string }

/** The first thing that is wrong with a key; null where nothing is. */
export function problemOfKey(key: string): KeyProblem | null {
  if (key === '') return { kind: 'empty' }
  const characters = [...key]
  const foreign = characters.findIndex((character) => !/^[A-Za-z0-9+/=]$/.test(character))
  const character = characters[foreign]
  if (character !== undefined) return { kind: 'character', character, position: foreign + 1 }
  const padded = key.search(/=(?!=?$)/)
  if (padded !== -1) return { kind: 'padding', position: padded + 1 }
  if (key.length !== KEY_LENGTH) return { kind: 'length', length: key.length }
  if (!key.endsWith('==')) return { kind: 'octets', octets: key.endsWith('=') ? 17 : 18 }
  return isKey(key) ? null : { kind: 'spareBits', character: key.charAt(KEY_LENGTH - 3) }
}

/** Three octets and the four characters that Base64 makes of them; the last group is shorter. */
export interface Base64Group {
  readonly octets: readonly number[]
  readonly characters: string
}

export interface AcceptSteps {
  readonly key: string
  readonly guid: string
  /** The SHA-1 of key and GUID: 20 octets. */
  readonly digest: readonly number[]
  readonly groups: readonly Base64Group[]
  /** The value of Sec-WebSocket-Accept. */
  readonly accept: string
}

/** The steps for any key, valid or not: a server need not check it. */
export function acceptSteps(key: string): AcceptSteps {
  const octets = acceptDigest(key)
  const accept = toBase64(octets)
  const digest = [...octets]
  const groups: Base64Group[] = []
  for (let at = 0; at * 3 < digest.length; at += 1)
    groups.push({
      octets: digest.slice(at * 3, at * 3 + 3),
      characters: accept.slice(at * 4, at * 4 + 4),
    })
  return { key, guid: WEBSOCKET_GUID, digest, groups, accept }
}

/** An octet as two hexadecimal digits. */
export function hexOctet(octet: number): string {
  return octet.toString(16).padStart(2, '0')
}
