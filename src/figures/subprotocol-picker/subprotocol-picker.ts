/** What becomes of subprotocols that a page offers, by the server's answer. */
import { problemOfOffer } from '../../core/endpoint/offered-subprotocols.ts'
import {
  askedBy,
  buildRequest,
  buildResponse,
  checkResponse,
  RFC_KEY,
  type HeaderField,
} from '../../core/protocol/index.ts'

/** What the server of the figure speaks, its favourite first. */
export const SPOKEN = ['v2.chat', 'v1.chat'] as const

/** Names to choose from. One is no token; a second `v2.chat` is a duplicate. */
export const NAMES = ['v2.chat', 'v1.chat', 'v9.chat', 'v2 chat'] as const

/** More would only make the figure long. */
export const MAX_OFFERED = 5

export const ANSWERS = ['own', 'offered', 'none', 'other', 'case', 'two'] as const
export type Answer = (typeof ANSWERS)[number]

/** What the server writes into its header; empty if there is no header. */
export function answerTo(answer: Answer, offer: readonly string[]): string {
  const isSpoken = (name: string) => SPOKEN.some((spoken) => spoken === name)
  switch (answer) {
    case 'own':
      return SPOKEN.find((name) => offer.includes(name)) ?? ''
    case 'offered':
      return offer.find(isSpoken) ?? ''
    case 'none':
      return ''
    case 'other':
      return 'v3.chat'
    case 'case':
      return 'V2.chat'
    case 'two':
      return SPOKEN.join(', ')
  }
}

export type Result =
  | { readonly kind: 'opens'; readonly protocol: string }
  /** With what the browser prints to its console, where that says why. */
  | { readonly kind: 'fails'; readonly line: string | null }

export type Negotiation =
  | { readonly kind: 'throws'; readonly message: string }
  | {
      readonly kind: 'asks'
      /** `Sec-WebSocket-Protocol` in either direction; `null` if there is no such header. */
      readonly request: string | null
      readonly response: string | null
      readonly chromium: Result
      readonly firefox: Result
    }

const HEADER = 'Sec-WebSocket-Protocol'

export function negotiate(offer: readonly string[], answer: Answer): Negotiation {
  const problem = problemOfOffer(offer)
  if (problem !== null)
    return { kind: 'throws', message: `Failed to construct 'WebSocket': ${problem}` }
  const request = buildRequest({ host: 'chat.example', key: RFC_KEY, protocols: offer }).head
  const chosen = answerTo(answer, offer)
  // As a plain header, because two names are no token.
  const headers: readonly HeaderField[] = chosen === '' ? [] : [[HEADER, chosen]]
  const response = buildResponse({ key: RFC_KEY, headers }).head
  const checked = checkResponse(response, askedBy(request))
  const isPassedOver = offer.length > 0 && chosen === ''
  const line = `Error during WebSocket handshake: ${reasonOf(offer, chosen)}`
  return {
    kind: 'asks',
    request: offer.length > 0 ? offer.join(', ') : null,
    response: chosen === '' ? null : chosen,
    chromium:
      // WHATWG WebSockets §2: a server that is offered subprotocols has to choose one.
      checked.ok && !isPassedOver
        ? { kind: 'opens', protocol: checked.protocol }
        : { kind: 'fails', line },
    // Firefox 153 lets the server choose none, and reads no name that it didn't ask for.
    firefox:
      checked.ok || offer.length === 0
        ? { kind: 'opens', protocol: checked.ok ? checked.protocol : '' }
        : { kind: 'fails', line: null },
  }
}

/** In the words of Chromium 156. */
function reasonOf(offer: readonly string[], chosen: string): string {
  if (chosen === '') return `Sent non-empty '${HEADER}' header but no response was received`
  if (chosen.includes(', '))
    return `'${HEADER}' header must not appear more than once in a response`
  if (offer.length === 0)
    return `Response must not include '${HEADER}' header if not present in request: ${chosen}`
  return `'${HEADER}' header value '${chosen}' in response does not match any of sent values`
}

/** With the item at this index one place on; the same at the end. */
export function movedBy<T>(items: readonly T[], index: number, by: 1 | -1): readonly T[] {
  const item = items[index]
  const to = index + by
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(index, 1).toSpliced(to, 0, item)
}
