/** The request of the opening handshake (RFC 6455 §4.1, §4.2.1). */
import { isKey } from './accept-value.ts'
import { formatExtension, parseExtensions, type Extension } from './extension-list.ts'
import { failed, type Failed, type HandshakeFailure } from './failure.ts'
import { encodeHead, type EncodedHead, type RequestHead } from './head.ts'
import { hasToken, headerList, headerValues, isToken, type HeaderField } from './header.ts'
import { offerExtension, type PerMessageDeflateOffer } from './permessage-deflate-negotiation.ts'

/** The only version there is (RFC 6455 §4.1). */
export const WEBSOCKET_VERSION = '13'

export interface RequestOptions {
  /** Host and, unless it is the default one, port: `example.com:8080`. */
  readonly host: string
  /** Path and query. Default `/`. */
  readonly target?: string
  /** From `newKey`. */
  readonly key: string
  /** What a browser sends: where the page came from. */
  readonly origin?: string
  /** Subprotocols, most preferred first. */
  readonly protocols?: readonly string[]
  /** Offers permessage-deflate; absent offers nothing, `{}` leaves every choice to the server. */
  readonly permessageDeflate?: PerMessageDeflateOffer
  /** The fields of these names, in the places where a browser sends them. */
  readonly authorization?: string | undefined
  readonly cookie?: string | undefined
  readonly headers?: readonly HeaderField[]
}

/**
 * Makes the request of a client.
 *
 * @throws TypeError for a target that is not a path, an invalid header, or a subprotocol that is
 *   invalid or there twice.
 */
export function buildRequest(options: RequestOptions): EncodedHead<RequestHead> {
  const { host, target = '/', key, origin, protocols = [], permessageDeflate } = options
  if (!/^\/[\x21-\x7e]*$/.test(target) || target.includes('#')) {
    throw new TypeError(`Not a path and query: ${target}`)
  }
  const wrong = findWrongProtocol(protocols)
  if (wrong !== undefined) throw new TypeError(`A subprotocol is a token, once: ${wrong}`)
  const headers: HeaderField[] = [
    ['Host', host],
    ['Connection', 'Upgrade'],
  ]
  if (options.authorization !== undefined) headers.push(['Authorization', options.authorization])
  headers.push(['Upgrade', 'websocket'])
  if (origin !== undefined) headers.push(['Origin', origin])
  headers.push(['Sec-WebSocket-Version', WEBSOCKET_VERSION])
  if (options.cookie !== undefined) headers.push(['Cookie', options.cookie])
  headers.push(['Sec-WebSocket-Key', key])
  if (protocols.length > 0) headers.push(['Sec-WebSocket-Protocol', protocols.join(', ')])
  if (permessageDeflate !== undefined) {
    headers.push(['Sec-WebSocket-Extensions', formatExtension(offerExtension(permessageDeflate))])
  }
  headers.push(...(options.headers ?? []))

  const version = 'HTTP/1.1'
  const bytes = encodeHead(`GET ${target} ${version}`, headers)
  return { head: { method: 'GET', target, version, headers, byteLength: bytes.length }, bytes }
}

/** A request that keeps every rule. */
export interface CheckedRequest {
  readonly ok: true
  readonly host: string
  readonly target: string
  readonly key: string
  /** Absent where the client is no browser. */
  readonly origin?: string
  /** Subprotocols, most preferred first. */
  readonly protocols: readonly string[]
  /** Extensions offered, most preferred first. */
  readonly extensions: readonly Extension[]
}

export interface RejectedRequest extends Failed {
  readonly failure: HandshakeFailure
  /** The HTTP status that answers it. */
  readonly status: 400 | 405 | 426
}

/** Judges a request as a server has to (RFC 6455 §4.2.1), in the order of the rules there. */
export function checkRequest(head: RequestHead): CheckedRequest | RejectedRequest {
  const { method, target, version, headers } = head
  const item = (number: number) => `RFC 6455 §4.2.1 item ${number}`

  if (method !== 'GET') return reject(item(1), `The method is ${method}, not GET`, 405)
  if (!isAtLeastHttp11(version)) return reject(item(1), `${version} is older than HTTP/1.1`)
  if (!/^(\/|https?:\/\/|wss?:\/\/)/i.test(target)) {
    return reject(item(1), `The request target is neither a path nor a URI: ${target}`)
  }
  const [host, ...otherHosts] = headerValues(headers, 'Host')
  if (host === undefined || host === '') return reject(item(2), 'Host is missing')
  if (otherHosts.length > 0) return reject(item(2), 'Host is there more than once')
  if (!hasToken(headers, 'Upgrade', 'websocket')) {
    return reject(item(3), 'Upgrade is not websocket', 426)
  }
  if (!hasToken(headers, 'Connection', 'upgrade')) {
    return reject(item(4), 'Connection does not have the token Upgrade')
  }
  const [key, ...otherKeys] = headerValues(headers, 'Sec-WebSocket-Key')
  if (key === undefined) return reject(item(5), 'Sec-WebSocket-Key is missing')
  if (otherKeys.length > 0) {
    return reject('RFC 6455 §11.3.1', 'Sec-WebSocket-Key is there more than once')
  }
  if (!isKey(key)) return reject(item(5), 'Sec-WebSocket-Key is not 16 octets in Base64')
  const versions = headerValues(headers, 'Sec-WebSocket-Version')
  if (versions.length > 1) {
    return reject('RFC 6455 §11.3.5', 'Sec-WebSocket-Version is there more than once')
  }
  if (versions[0] !== WEBSOCKET_VERSION) {
    const found = versions[0] ?? 'missing'
    return reject(item(6), `Sec-WebSocket-Version is ${found}, not 13`, 426)
  }
  const protocols = headerList(headers, 'Sec-WebSocket-Protocol')
  const wrong = findWrongProtocol(protocols)
  if (wrong !== undefined) {
    return reject('RFC 6455 §4.1 item 10', `A subprotocol is a token, once: ${wrong}`)
  }
  const offered = parseExtensions(headers)
  if (!offered.ok) return { ...offered, status: 400 }
  const [origin] = headerValues(headers, 'Origin')
  return {
    ok: true,
    host,
    target,
    key,
    ...(origin === undefined ? {} : { origin }),
    protocols,
    extensions: offered.extensions,
  }
}

function reject(
  rule: string,
  message: string,
  status: RejectedRequest['status'] = 400,
): RejectedRequest {
  return { ...failed(rule, message), status }
}

/** The first subprotocol that is no token or is there twice (RFC 6455 §4.1 item 10). */
function findWrongProtocol(protocols: readonly string[]): string | undefined {
  return protocols.find((protocol, at) => !isToken(protocol) || protocols.indexOf(protocol) < at)
}

export function isAtLeastHttp11(version: string): boolean {
  const [major = '', minor = ''] = version.slice('HTTP/'.length).split('.')
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 1)
}
