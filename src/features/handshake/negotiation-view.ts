/** What the client offered and what the server made of it (RFC 6455 §4.2.2, §9.1; RFC 7692 §7.1). */
import { parseExtensions, type Extension, type HeaderField } from '../../core/protocol/index.ts'
import type { HandshakeResponseReceived, WillSendHandshakeRequest } from '../../core/trace/event.ts'

export type NegotiationOutcome = 'none' | 'waiting' | 'chosen' | 'declined' | 'unasked'

export interface Negotiated {
  readonly outcome: NegotiationOutcome
  readonly offered: readonly string[]
  /** null while the server has not answered, or where it did not accept at all. */
  readonly chosen: readonly string[] | null
}

export type KnownParameter = (typeof PARAMETERS)[number]

export interface NegotiationView {
  readonly subprotocol: Negotiated
  readonly extensions: Negotiated & {
    /** Those of permessage-deflate that are named on either side. */
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
  const accepted = response?.status === 101 ? response : undefined
  const offeredProtocols = listOf(request.headers, 'sec-websocket-protocol')
  const offered = extensionsOf(request.headers)
  const chosen = accepted === undefined ? null : extensionsOf(accepted.headers)
  const named = new Set(
    [...offered, ...(chosen ?? [])].flatMap(({ parameters }) => parameters.map(({ name }) => name)),
  )
  return {
    subprotocol: negotiated(
      offeredProtocols,
      accepted === undefined ? null : listOf(accepted.headers, 'sec-websocket-protocol'),
      offeredProtocols,
    ),
    extensions: {
      ...negotiated(
        offered.map(written),
        chosen?.map(written) ?? null,
        offered.map(({ name }) => name.toLowerCase()),
        chosen?.map(({ name }) => name.toLowerCase()),
      ),
      parameters: PARAMETERS.filter((name) => named.has(name)),
    },
  }
}

/** @param names What may be chosen, and `chosenNames` what was, where that is not how it is written. */
function negotiated(
  offered: readonly string[],
  chosen: readonly string[] | null,
  names: readonly string[],
  chosenNames: readonly string[] = chosen ?? [],
): Negotiated {
  return { outcome: outcomeOf(names, chosen && chosenNames), offered, chosen }
}

function outcomeOf(
  offered: readonly string[],
  chosen: readonly string[] | null,
): NegotiationOutcome {
  if (chosen === null) return offered.length === 0 ? 'none' : 'waiting'
  if (chosen.some((each) => !offered.includes(each))) return 'unasked'
  if (offered.length === 0) return 'none'
  return chosen.length === 0 ? 'declined' : 'chosen'
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
