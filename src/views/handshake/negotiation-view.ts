/** What the client offered and what the server made of it (RFC 6455 §4.2.2, §9.1; RFC 7692 §7.1). */
import { parseExtensions, type Extension, type HeaderField } from '../../core/protocol/index.ts'
import type { HandshakeResponseReceived, WillSendHandshakeRequest } from '../../core/trace/event.ts'

export type NegotiationOutcome =
  'none' | 'waiting' | 'chosen' | 'declined' | 'unasked' | /** No 101. */ 'refused'

export interface Negotiated {
  readonly outcome: NegotiationOutcome
  readonly offered: readonly string[]
  /** null while the server has not answered. */
  readonly chosen: readonly string[] | null
}

export type KnownParameter = (typeof PARAMETERS)[number]

export interface NegotiationView {
  readonly subprotocol: Negotiated
  readonly extensions: Negotiated & {
    /** The parameters of permessage-deflate that either side names. */
    readonly parameters: readonly KnownParameter[]
  }
}

/** RFC 7692 §7.1. */
const PARAMETERS = [
  'server_no_context_takeover',
  'client_no_context_takeover',
  'server_max_window_bits',
  'client_max_window_bits',
] as const

export function negotiationView(
  request: WillSendHandshakeRequest,
  response: HandshakeResponseReceived | undefined,
): NegotiationView {
  const isRefused = response !== undefined && response.status !== 101
  const headers = isRefused ? [] : response?.headers
  const offeredProtocols = listOf(request.headers, 'sec-websocket-protocol')
  const chosenProtocols = headers && listOf(headers, 'sec-websocket-protocol')
  const offered = extensionsOf(request.headers)
  const chosen = headers && extensionsOf(headers)
  const named = new Set(
    [...offered, ...(chosen ?? [])].flatMap(({ parameters }) => parameters.map(({ name }) => name)),
  )
  return {
    subprotocol: {
      outcome: outcomeOf(offeredProtocols, chosenProtocols, isRefused),
      offered: offeredProtocols,
      chosen: chosenProtocols ?? null,
    },
    extensions: {
      outcome: outcomeOf(offered.map(nameOf), chosen?.map(nameOf), isRefused),
      offered: offered.map(written),
      chosen: chosen?.map(written) ?? null,
      parameters: PARAMETERS.filter((name) => named.has(name)),
    },
  }
}

function outcomeOf(
  offered: readonly string[],
  chosen: readonly string[] | undefined,
  isRefused: boolean,
): NegotiationOutcome {
  if (offered.length === 0 && (chosen === undefined || chosen.length === 0)) return 'none'
  if (isRefused) return 'refused'
  if (chosen === undefined) return 'waiting'
  if (chosen.some((each) => !offered.includes(each))) return 'unasked'
  return chosen.length === 0 ? 'declined' : 'chosen'
}

/** Names of extensions are compared without case. */
function nameOf({ name }: Extension): string {
  return name.toLowerCase()
}

function listOf(headers: readonly HeaderField[], name: string): string[] {
  return headers
    .filter(([each]) => each.toLowerCase() === name)
    .flatMap(([, value]) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** A list that breaks the grammar offers and chooses nothing. */
function extensionsOf(headers: readonly HeaderField[]): readonly Extension[] {
  const parsed = parseExtensions(headers)
  return parsed.ok ? parsed.extensions : []
}

function written({ name, parameters }: Extension): string {
  const all = parameters.map((each) =>
    each.value === undefined ? each.name : `${each.name}=${each.value}`,
  )
  return [name, ...all].join('; ')
}
