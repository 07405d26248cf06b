/** What a header field is there for, in an opening handshake or in the HTTP it is compared with. */

/** By name, in lower case. */
const PURPOSES = {
  host: 'host',
  upgrade: 'upgrade',
  connection: 'connection',
  origin: 'origin',
  'sec-websocket-key': 'key',
  'sec-websocket-version': 'version',
  'sec-websocket-protocol': 'protocol',
  'sec-websocket-extensions': 'extensions',
  'sec-websocket-accept': 'accept',
  'user-agent': 'userAgent',
  cookie: 'cookie',
  'set-cookie': 'setCookie',
  authorization: 'authorization',
  'www-authenticate': 'wwwAuthenticate',
  location: 'location',
  accept: 'acceptType',
  'accept-language': 'acceptLanguage',
  'accept-encoding': 'acceptEncoding',
  'cache-control': 'cacheControl',
  pragma: 'pragma',
  'content-type': 'contentType',
  'content-length': 'contentLength',
  'transfer-encoding': 'transferEncoding',
  'keep-alive': 'keepAlive',
  'last-event-id': 'lastEventId',
  'retry-after': 'retryAfter',
  date: 'date',
  server: 'server',
} as const satisfies Record<string, string>

/** `Connection` without Upgrade says what becomes of the connection after the response. */
export type HeaderPurpose =
  (typeof PURPOSES)[keyof typeof PURPOSES] | 'connectionClose' | 'connectionKept'

export const headerPurposes: readonly HeaderPurpose[] = [
  ...Object.values(PURPOSES),
  'connectionClose',
  'connectionKept',
]

function isKnown(name: string): name is keyof typeof PURPOSES {
  return Object.hasOwn(PURPOSES, name)
}

/** Undefined for a header that says nothing about the connection. */
export function headerPurpose(name: string, value = ''): HeaderPurpose | undefined {
  const lower = name.toLowerCase()
  if (!isKnown(lower)) return undefined
  if (lower === 'connection' && /^(close|keep-alive)$/i.test(value.trim()))
    return /close/i.test(value) ? 'connectionClose' : 'connectionKept'
  return PURPOSES[lower]
}

/** RFC 6455 §4.1: what the request of a client must have; a browser's must have an origin too. */
const REQUEST: ReadonlySet<HeaderPurpose> = new Set([
  'host',
  'upgrade',
  'connection',
  'key',
  'version',
  'origin',
] as const)

/** RFC 6455 §4.2.2 item 5: what a 101 must have. */
const RESPONSE: ReadonlySet<HeaderPurpose> = new Set(['upgrade', 'connection', 'accept'] as const)

/** Whether an opening handshake fails without it. */
export function isRequired(purpose: HeaderPurpose, head: 'request' | 'response'): boolean {
  return (head === 'request' ? REQUEST : RESPONSE).has(purpose)
}
