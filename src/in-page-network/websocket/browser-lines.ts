/**
 * What a browser prints about a WebSocket by itself, in Chromium's words. `tests/conformance` holds
 * them against Chromium's own. What it would not print has no words here.
 */
import type { LogEntryAdded } from '../../core/trace/event.ts'
import {
  acceptValue,
  hasToken,
  headerList,
  headerValues,
  parseExtensions,
  type Extension,
  type ResponseHead,
} from '../../core/protocol/index.ts'

export type BrowserLine = Pick<LogEntryAdded, 'entrySource' | 'level' | 'text'>

/** `send()` in CLOSING or CLOSED. */
export const sentTooLate: BrowserLine = {
  entrySource: 'javascript',
  level: 'error',
  text: 'WebSocket is already in CLOSING or CLOSED state.',
}

/** A longer URL loses its middle, UTF-16 code units. */
const MAX_URL = 1024
const URL_ENDS = { first: 511, last: 510 }

function lineAbout(url: string, level: BrowserLine['level'], why: string): BrowserLine {
  const shown =
    url.length <= MAX_URL ? url : `${url.slice(0, URL_ENDS.first)}...${url.slice(-URL_ENDS.last)}`
  const text = `WebSocket connection to '${shown}' failed: ${why}`
  return { entrySource: 'network', level, text }
}

/** A connection that failed. */
export const failedLine = (url: string, why: string) => lineAbout(url, 'error', why)

/** `close()` in CONNECTING. */
export const closedEarlyLine = (url: string) =>
  lineAbout(url, 'warning', 'WebSocket is closed before the connection is established.')

export const REFUSED = 'Error in connection establishment: net::ERR_CONNECTION_REFUSED'
export const TIMED_OUT = 'WebSocket opening handshake timed out'

const handshake = (why: string) => `Error during WebSocket handshake: ${why}`

/** Why there was no response: the transport ended before it was complete. */
export function endedEarly(how: 'ended' | 'reset', anythingRead: boolean): string {
  if (how === 'reset') return handshake('net::ERR_CONNECTION_RESET')
  if (anythingRead) return handshake('net::ERR_CONNECTION_CLOSED')
  return 'Connection closed before receiving a handshake response'
}

/** Why a response is none. */
export const notHttp = handshake('net::ERR_INVALID_HTTP_RESPONSE')

export interface AskedFor {
  readonly key: string
  readonly protocols: readonly string[]
}

/** Why a response was refused, in the order of Chromium's checks. */
export function refusedResponse(head: ResponseHead, asked: AskedFor): string | undefined {
  switch (head.status) {
    case 101: {
      const why =
        upgradeProblem(head) ??
        acceptProblem(head, asked.key) ??
        connectionProblem(head) ??
        protocolProblem(head, asked.protocols) ??
        extensionProblem(head)
      return why === undefined ? undefined : handshake(why)
    }
    case 401:
      return 'HTTP Authentication failed; no valid credentials available'
    case 407:
      return 'Error in connection establishment: net::ERR_UNEXPECTED_PROXY_AUTH'
    default:
      return handshake(`Unexpected response code: ${String(head.status)}`)
  }
}

const missing = (name: string) => `'${name}' header is missing`
const double = (name: string) => `'${name}' header must not appear more than once in a response`

function upgradeProblem({ headers }: ResponseHead): string | undefined {
  const [upgrade, ...others] = headerValues(headers, 'Upgrade')
  if (upgrade === undefined) return missing('Upgrade')
  if (others.length > 0) return double('Upgrade')
  if (upgrade.toLowerCase() === 'websocket') return undefined
  return `'Upgrade' header value is not 'WebSocket': ${upgrade}`
}

function acceptProblem({ headers }: ResponseHead, key: string): string | undefined {
  const name = 'Sec-WebSocket-Accept'
  const [accept, ...others] = headerValues(headers, name)
  if (accept === undefined) return missing(name)
  if (others.length > 0) return double(name)
  return accept === acceptValue(key) ? undefined : `Incorrect '${name}' header value`
}

function connectionProblem({ headers }: ResponseHead): string | undefined {
  if (headerValues(headers, 'Connection').length === 0) return missing('Connection')
  if (hasToken(headers, 'Connection', 'upgrade')) return undefined
  return "'Connection' header value must contain 'Upgrade'"
}

function protocolProblem(
  { headers }: ResponseHead,
  offered: readonly string[],
): string | undefined {
  const name = 'Sec-WebSocket-Protocol'
  const [chosen, ...others] = headerList(headers, name)
  if (chosen === undefined) {
    if (offered.length === 0) return undefined
    return `Sent non-empty '${name}' header but no response was received`
  }
  if (offered.length === 0)
    return `Response must not include '${name}' header if not present in request: ${chosen}`
  if (others.length > 0) return double(name)
  if (offered.includes(chosen)) return undefined
  return `'${name}' header value '${chosen}' in response does not match any of sent values`
}

function extensionProblem({ headers }: ResponseHead): string | undefined {
  const name = 'Sec-WebSocket-Extensions'
  let seen = false
  for (const element of headerList(headers, name)) {
    const parsed = parseExtensions([[name, element]])
    if (!parsed.ok) return `'${name}' header value is rejected by the parser: ${element}`
    for (const extension of parsed.extensions) {
      if (extension.name !== DEFLATE)
        return `Found an unsupported extension '${extension.name}' in '${name}' header`
      if (seen) return `Received duplicate ${DEFLATE} response`
      seen = true
      const problem = deflateProblem(extension)
      if (problem !== undefined) return `Error in ${DEFLATE}: ${problem}`
    }
  }
  return undefined
}

const DEFLATE = 'permessage-deflate'
const FLAGS: ReadonlySet<string> = new Set([
  'server_no_context_takeover',
  'client_no_context_takeover',
])
const BITS: ReadonlySet<string> = new Set(['server_max_window_bits', 'client_max_window_bits'])

function deflateProblem({ parameters }: Extension): string | undefined {
  const seen = new Set<string>()
  for (const { name, value } of parameters) {
    if (!FLAGS.has(name) && !BITS.has(name))
      return `Received an unexpected ${DEFLATE} extension parameter`
    if (seen.has(name)) return `Received duplicate ${DEFLATE} extension parameter ${name}`
    seen.add(name)
    if (name === 'client_max_window_bits' && value === undefined) return `${name} must have value`
    const isValid = FLAGS.has(name) ? value === undefined : /^([89]|1[0-5])$/.test(value ?? '')
    if (!isValid) return `Received invalid ${name} parameter`
  }
  return undefined
}

/** Those whose close code Chromium refuses; it takes other codes that RFC 6455 reserves. */
const REFUSED_CODES = /\b(1005|1006|1015)$/

/** Why a frame failed the connection. */
export function brokenFrame(reason: string, octet: number | undefined): string | undefined {
  if (octet !== undefined) {
    const [rsv1, rsv2, rsv3] = [octet & 0x40, octet & 0x20, octet & 0x10].map((bit) =>
      Number(bit > 0),
    )
    return reason.startsWith('RSV')
      ? `One or more reserved bits are on: reserved1 = ${String(rsv1)}, reserved2 = ${String(rsv2)}, reserved3 = ${String(rsv3)}`
      : `Unrecognized frame opcode: ${String(octet & 0x0f)}`
  }
  if (reason.startsWith('invalid close code') && !REFUSED_CODES.test(reason)) return undefined
  const own = [...FRAMES].find(([start]) => reason.startsWith(start))
  return own?.[1] ?? 'Invalid frame header'
}

/** By what the engine says of a frame. */
const FRAMES: ReadonlyMap<string, string> = new Map([
  [
    'masked frame from the server',
    'A server must not mask any frames that it sends to the client.',
  ],
  ['continuation frame without a message', 'Received unexpected continuation frame.'],
  [
    'new message inside a fragmented message',
    'Received start of new message but previous message is unfinished.',
  ],
  ['text is not valid UTF-8', 'Could not decode a text frame as UTF-8.'],
  ['Close frame with 1 octet', 'Received a broken close frame with an invalid size of 1 byte.'],
  ['invalid close code', 'Received a broken close frame containing a reserved status code.'],
  ['close reason is not valid UTF-8', 'Received a broken close frame containing invalid UTF-8.'],
])
