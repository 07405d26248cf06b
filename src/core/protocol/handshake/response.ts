/** The response of the opening handshake (RFC 6455 §4.1, §4.2.2). */
import type { PerMessageDeflate } from '../permessage-deflate.ts'
import { acceptValue } from './accept-value.ts'
import { formatExtension, parseExtensions, type Extension } from './extension-list.ts'
import { failed, type Failed, type HandshakeFailure } from './failure.ts'
import { encodeHead, type EncodedHead, type RequestHead, type ResponseHead } from './head.ts'
import { hasToken, headerList, headerValues, isToken, type HeaderField } from './header.ts'
import {
  acceptOffer,
  checkAccepted,
  readOffer,
  type PerMessageDeflateLimits,
  type PerMessageDeflateOffer,
} from './permessage-deflate-negotiation.ts'
import { checkRequest, isAtLeastHttp11, WEBSOCKET_VERSION } from './request.ts'

type BuiltResponse = EncodedHead<ResponseHead>

export interface ResponseOptions {
  /** The client's Sec-WebSocket-Key. */
  readonly key: string
  /** The subprotocol that was chosen; absent or empty chooses none. */
  readonly protocol?: string
  /** The extensions that were accepted. */
  readonly extensions?: readonly Extension[]
  readonly headers?: readonly HeaderField[]
}

/**
 * Makes the response of a server that accepts: 101 Switching Protocols (RFC 6455 §4.2.2 item 5).
 *
 * @throws TypeError for an invalid subprotocol or header.
 */
export function buildResponse(options: ResponseOptions): BuiltResponse {
  const { key, protocol = '', extensions = [] } = options
  const headers: HeaderField[] = [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Accept', acceptValue(key)],
  ]
  if (protocol !== '') {
    if (!isToken(protocol)) throw new TypeError(`A subprotocol is a token: ${protocol}`)
    headers.push(['Sec-WebSocket-Protocol', protocol])
  }
  if (extensions.length > 0) {
    headers.push(['Sec-WebSocket-Extensions', extensions.map(formatExtension).join(', ')])
  }
  return build(101, 'Switching Protocols', [...headers, ...(options.headers ?? [])])
}

/**
 * Makes the response of a server that refuses; it has no body and closes the transport.
 *
 * @param status 300 to 599.
 * @throws TypeError for an invalid header.
 */
export function buildRefusal(
  status: number,
  statusText: string,
  headers: readonly HeaderField[] = [],
): BuiltResponse {
  return build(status, statusText, [['Connection', 'close'], ['Content-Length', '0'], ...headers])
}

function build(status: number, statusText: string, headers: readonly HeaderField[]): BuiltResponse {
  const version = 'HTTP/1.1'
  const bytes = encodeHead(`${version} ${status} ${statusText}`, headers)
  return { head: { version, status, statusText, headers, byteLength: bytes.length }, bytes }
}

export interface Negotiated {
  readonly ok: true
  /** The subprotocol, empty where none was chosen. */
  readonly protocol: string
  /** As a `Connection` takes them. */
  readonly extensions: readonly PerMessageDeflate[]
}

export interface AnswerOptions {
  /** Subprotocols of the server. It chooses the first one offered that is among them. */
  readonly protocols?: readonly string[]
  /** Accepts permessage-deflate; absent declines it, `{}` adds no limits to the offer's. */
  readonly permessageDeflate?: PerMessageDeflateLimits
  /** Further header fields of the 101 response. */
  readonly headers?: readonly HeaderField[]
}

export type Answer =
  | (Negotiated & { readonly response: BuiltResponse })
  | (Failed & { readonly failure: HandshakeFailure; readonly response: BuiltResponse })

/** The whole of a server's part: judges the request, negotiates, and makes the response. */
export function answerRequest(head: RequestHead, options: AnswerOptions = {}): Answer {
  const request = checkRequest(head)
  if (!request.ok) return { ...request, response: refusalOf(request.status) }
  const protocol = request.protocols.find((offered) => options.protocols?.includes(offered)) ?? ''
  const accepted =
    options.permessageDeflate && acceptOffer(request.extensions, options.permessageDeflate)
  const response = buildResponse({
    key: request.key,
    protocol,
    extensions: accepted ? [accepted.response] : [],
    headers: options.headers ?? [],
  })
  return { ok: true, protocol, extensions: accepted ? [accepted.extension] : [], response }
}

function refusalOf(status: 400 | 405 | 426): BuiltResponse {
  switch (status) {
    case 400:
      return buildRefusal(400, 'Bad Request')
    case 405:
      return buildRefusal(405, 'Method Not Allowed', [['Allow', 'GET']])
    case 426:
      // RFC 9110 §15.5.22 wants the protocol named, RFC 6455 §4.4 the version.
      return buildRefusal(426, 'Upgrade Required', [
        ['Upgrade', 'websocket'],
        ['Sec-WebSocket-Version', WEBSOCKET_VERSION],
      ])
  }
}

/** What the client asked for, against which the response is judged. */
export interface Asked {
  readonly key: string
  readonly protocols?: readonly string[]
  readonly permessageDeflate?: PerMessageDeflateOffer
}

/** What a request asked for, as an observer reads it. */
export function askedBy({ headers }: RequestHead): Asked {
  const offered = parseExtensions(headers)
  const permessageDeflate = offered.ok ? readOffer(offered.extensions) : undefined
  return {
    key: headerValues(headers, 'Sec-WebSocket-Key')[0] ?? '',
    protocols: headerList(headers, 'Sec-WebSocket-Protocol'),
    ...(permessageDeflate && { permessageDeflate }),
  }
}

/** Judges a response as a client has to (RFC 6455 §4.1), in the order of the rules there. */
export function checkResponse(head: ResponseHead, asked: Asked): Negotiated | Failed {
  const { version, status, headers } = head
  const item = (number: number) => `RFC 6455 §4.1 response item ${number}`

  if (!isAtLeastHttp11(version)) {
    return failed('RFC 6455 §4.1', `${version} is older than HTTP/1.1`)
  }
  if (status !== 101) return failed(item(1), `The status is ${status}, not 101`)
  const [upgrade, ...otherUpgrades] = headerValues(headers, 'Upgrade')
  if (otherUpgrades.length > 0 || upgrade?.toLowerCase() !== 'websocket') {
    return failed(item(2), 'Upgrade is not websocket')
  }
  if (!hasToken(headers, 'Connection', 'upgrade')) {
    return failed(item(3), 'Connection does not have the token Upgrade')
  }
  const [accept, ...otherAccepts] = headerValues(headers, 'Sec-WebSocket-Accept')
  if (accept === undefined) return failed(item(4), 'Sec-WebSocket-Accept is missing')
  if (otherAccepts.length > 0) {
    return failed('RFC 6455 §11.3.3', 'Sec-WebSocket-Accept is there more than once')
  }
  if (accept !== acceptValue(asked.key)) {
    return failed(item(4), `Sec-WebSocket-Accept is ${accept}, not ${acceptValue(asked.key)}`)
  }
  const chosen = parseExtensions(headers)
  if (!chosen.ok) return chosen
  const accepted = checkAccepted(chosen.extensions, asked.permessageDeflate)
  if (!accepted.ok) return accepted
  const [protocol = '', ...otherProtocols] = headerValues(headers, 'Sec-WebSocket-Protocol')
  if (otherProtocols.length > 0) {
    return failed('RFC 6455 §11.3.4', 'Sec-WebSocket-Protocol is there more than once')
  }
  if (protocol !== '' && asked.protocols?.includes(protocol) !== true) {
    return failed(item(6), `The server chose the subprotocol ${protocol}, which was not offered`)
  }
  return { ok: true, protocol, extensions: accepted.extensions }
}
