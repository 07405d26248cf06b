/** Negotiation of permessage-deflate (RFC 7692 §5, §7.1). */
import type { PerMessageDeflate } from '../permessage-deflate.ts'
import type { Extension, ExtensionParameter } from './extension-list.ts'
import { failed, type Failed } from './failure.ts'

const NAME = 'permessage-deflate'
const MAX_WINDOW_BITS = 15

/** What a client offers. Window bits are 8 to 15, the base-2 logarithm of the window in octets. */
export interface PerMessageDeflateOffer {
  /** Asks the server to forget its window after each message. */
  readonly serverNoContextTakeover?: boolean
  /** Tells the server that the client forgets its window after each message. */
  readonly clientNoContextTakeover?: boolean
  /** Asks the server to use no larger window. */
  readonly serverMaxWindowBits?: number
  /** `true`: the server may limit the client's window. A number: the window is at most this. */
  readonly clientMaxWindowBits?: number | true
}

/** What a server asks for where the offer lets it. Window bits are 8 to 15. */
export interface PerMessageDeflateLimits {
  readonly serverNoContextTakeover?: boolean
  readonly clientNoContextTakeover?: boolean
  readonly serverMaxWindowBits?: number
  readonly clientMaxWindowBits?: number
}

/** @throws RangeError for window bits that are not 8 to 15. */
export function offerExtension(offer: PerMessageDeflateOffer): Extension {
  return { name: NAME, parameters: parametersOf(offer) }
}

function parametersOf(asked: {
  readonly [K in keyof PerMessageDeflateOffer]: PerMessageDeflateOffer[K] | undefined
}): ExtensionParameter[] {
  const { clientMaxWindowBits } = asked
  return [
    ...flag('server_no_context_takeover', asked.serverNoContextTakeover),
    ...flag('client_no_context_takeover', asked.clientNoContextTakeover),
    ...bits('server_max_window_bits', asked.serverMaxWindowBits),
    ...(clientMaxWindowBits === true
      ? flag('client_max_window_bits', true)
      : bits('client_max_window_bits', clientMaxWindowBits)),
  ]
}

/** What two sides agree on by these parameters: a window that nobody limits has 15 bits. */
function negotiated(
  chosen: Flags & { readonly [K in `${'server' | 'client'}MaxWindowBits`]?: number | undefined },
): PerMessageDeflate {
  return {
    name: NAME,
    serverNoContextTakeover: chosen.serverNoContextTakeover,
    clientNoContextTakeover: chosen.clientNoContextTakeover,
    serverMaxWindowBits: chosen.serverMaxWindowBits ?? MAX_WINDOW_BITS,
    clientMaxWindowBits: chosen.clientMaxWindowBits ?? MAX_WINDOW_BITS,
  }
}

/**
 * The server's part: takes the first offer that it can. Offers that it does not know or that are
 * not valid are declined, which is no failure (RFC 7692 §7.1).
 *
 * @throws RangeError for limits that are not 8 to 15.
 */
export function acceptOffer(
  offers: readonly Extension[],
  limits: PerMessageDeflateLimits,
): { readonly extension: PerMessageDeflate; readonly response: Extension } | undefined {
  const offer = readOffer(offers)
  if (offer === undefined) return undefined
  const serverNoContextTakeover =
    offer.serverNoContextTakeover || limits.serverNoContextTakeover === true
  const clientNoContextTakeover =
    offer.clientNoContextTakeover || limits.clientNoContextTakeover === true
  const serverMaxWindowBits = smaller(offer.serverMaxWindowBits, limits.serverMaxWindowBits)
  // The client's window can be limited only where it said so (RFC 7692 §7.1.2.2).
  const clientMaxWindowBits =
    offer.clientMaxWindowBits === undefined
      ? undefined
      : smaller(offer.clientMaxWindowBits, limits.clientMaxWindowBits)
  const chosen = { serverNoContextTakeover, clientNoContextTakeover, serverMaxWindowBits }
  return {
    extension: negotiated({ ...chosen, clientMaxWindowBits }),
    response: {
      name: NAME,
      parameters: parametersOf({
        ...chosen,
        // Saying 15 would say nothing.
        clientMaxWindowBits:
          clientMaxWindowBits === MAX_WINDOW_BITS ? undefined : clientMaxWindowBits,
      }),
    },
  }
}

/** The client's part: judges what the server made of the offer. */
export function checkAccepted(
  accepted: readonly Extension[],
  offer: PerMessageDeflateOffer | undefined,
): { readonly ok: true; readonly extensions: readonly PerMessageDeflate[] } | Failed {
  const [first, ...others] = accepted
  if (first === undefined) return { ok: true, extensions: [] }
  const unknown = accepted.find(({ name }) => offer === undefined || name.toLowerCase() !== NAME)
  if (unknown !== undefined) {
    return failed(
      'RFC 6455 §4.1 response item 5',
      `The server chose ${unknown.name}, which was not offered`,
    )
  }
  if (others.length > 0) return failed('RFC 7692 §5.1', `The server chose ${NAME} more than once`)
  const chosen = readParameters(first.parameters, false)
  if (chosen === undefined) {
    return failed('RFC 7692 §7.1', `The parameters of ${NAME} in the response are not valid`)
  }
  const offered = {
    ...offer,
    clientMaxWindowBits:
      offer?.clientMaxWindowBits === true ? MAX_WINDOW_BITS : offer?.clientMaxWindowBits,
  }
  if (offered.serverNoContextTakeover && !chosen.serverNoContextTakeover) {
    return failed('RFC 7692 §7.1.1.1', 'The server left out server_no_context_takeover')
  }
  if (
    offered.serverMaxWindowBits !== undefined &&
    (chosen.serverMaxWindowBits ?? MAX_WINDOW_BITS) > offered.serverMaxWindowBits
  ) {
    return failed('RFC 7692 §7.1.2.1', 'The window of the server is larger than was asked for')
  }
  if (chosen.clientMaxWindowBits !== undefined && offered.clientMaxWindowBits === undefined) {
    return failed('RFC 7692 §7.1.2.2', 'The server limits the window of the client unasked')
  }
  const clientNoContextTakeover =
    chosen.clientNoContextTakeover || offered.clientNoContextTakeover === true
  const clientMaxWindowBits = smaller(offered.clientMaxWindowBits, chosen.clientMaxWindowBits)
  return {
    ok: true,
    extensions: [negotiated({ ...chosen, clientNoContextTakeover, clientMaxWindowBits })],
  }
}

/**
 * What a response says was negotiated, for an observer that does not know the offer. Undefined if
 * permessage-deflate is missing or invalid.
 */
export function readAccepted(accepted: readonly Extension[]): PerMessageDeflate | undefined {
  const extension = accepted.find(({ name }) => name.toLowerCase() === NAME)
  const chosen = extension && readParameters(extension.parameters, false)
  return chosen && negotiated(chosen)
}

/** The first valid offer of a client; nothing where it makes none. */
export function readOffer(offers: readonly Extension[]): Parameters | undefined {
  for (const { name, parameters } of offers) {
    const offer = name.toLowerCase() === NAME ? readParameters(parameters, true) : undefined
    if (offer !== undefined) return offer
  }
  return undefined
}

interface Flags {
  serverNoContextTakeover: boolean
  clientNoContextTakeover: boolean
}
interface Parameters extends Flags {
  serverMaxWindowBits?: number
  clientMaxWindowBits?: number
}

/**
 * Reads the parameters of an offer or a response, nothing when one of them is unknown, double or
 * has a wrong value (RFC 7692 §7.1).
 */
function readParameters(
  parameters: readonly ExtensionParameter[],
  isOffer: boolean,
): Parameters | undefined {
  const read: Parameters = { serverNoContextTakeover: false, clientNoContextTakeover: false }
  const names = new Set(parameters.map(({ name }) => name))
  if (names.size < parameters.length) return undefined
  for (const { name, value } of parameters) {
    if (name === 'server_no_context_takeover' && value === undefined) {
      read.serverNoContextTakeover = true
    } else if (name === 'client_no_context_takeover' && value === undefined) {
      read.clientNoContextTakeover = true
    } else if (name === 'server_max_window_bits' && isWindowBits(value)) {
      read.serverMaxWindowBits = Number(value)
    } else if (name === 'client_max_window_bits' && isWindowBits(value)) {
      read.clientMaxWindowBits = Number(value)
    } else if (name === 'client_max_window_bits' && value === undefined && isOffer) {
      // Only an offer may leave the value open (RFC 7692 §7.1.2.2).
      read.clientMaxWindowBits = MAX_WINDOW_BITS
    } else {
      return undefined
    }
  }
  return read
}

/** A decimal integer from 8 to 15, without leading zeros (RFC 7692 §7.1.2). */
function isWindowBits(value: string | undefined): boolean {
  return value !== undefined && /^([89]|1[0-5])$/.test(value)
}

function smaller(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Math.min(a, b)
}

function flag(name: string, set: boolean | undefined): ExtensionParameter[] {
  return set === true ? [{ name }] : []
}

function bits(name: string, value: number | undefined): ExtensionParameter[] {
  if (value === undefined) return []
  if (!isWindowBits(String(value))) throw new RangeError(`${name} is 8 to 15, not ${value}`)
  return [{ name, value: String(value) }]
}
