/** What becomes of an address that a page gives to `new WebSocket`, part by part. */
import { hasBlockedPort, isMixedContent } from '../../core/endpoint/live-url.ts'
import { readSocketUrl, requestedBy } from '../../core/endpoint/socket-url.ts'
import { buildRequest, RFC_KEY } from '../../core/protocol/index.ts'

/** The pages that an address may be used on: what is relative, and what is secure, depends on it. */
export const PAGES = {
  https: 'https://shop.example/help/',
  http: 'http://shop.example/help/',
} as const
export type Page = keyof typeof PAGES

/** Addresses to choose from, each with the piece that it is about. */
export const EXAMPLES = [
  { piece: ':443', address: 'wss://chat.example:443/rooms?id=7' },
  { piece: ':80', address: 'ws://example.com:80/some/path' },
  { piece: 'https:', address: 'https://chat.example:8443/rooms' },
  { piece: 'xx', address: 'xx' },
  { piece: '#general', address: 'wss://chat.example/join#general' },
  { piece: ':6000', address: 'ws://localhost:6000' },
] as const

export type PartName =
  'scheme' | 'login' | 'host' | 'port' | 'defaultPort' | 'path' | 'query' | 'fragment'

export interface Part {
  readonly name: PartName
  /** With its separator: `wss://`, `:8080`, `?id=7`. All but a default port make up the URL. */
  readonly text: string
  /** Because of this part the browser does not connect. */
  readonly isRefused: boolean
}

export type Outcome =
  /** In Chromium's words. */
  | {
      readonly kind: 'throws'
      readonly exception: 'SyntaxError' | 'SecurityError'
      readonly message: string
    }
  /** `ws.url` is there, and the connection fails at once. */
  | { readonly kind: 'blockedPort'; readonly port: string }
  | {
      readonly kind: 'connects'
      readonly isSecure: boolean
      readonly host: string
      readonly port: string
      /** The first lines of the handshake: GET and Host. */
      readonly request: readonly string[]
    }

export interface Inspection {
  /** None where the text is no URL. */
  readonly parts: readonly Part[]
  /** `ws.url`; `null` where there is no socket. */
  readonly url: string | null
  readonly outcome: Outcome
}

/** As Chromium says it: the WHATWG standards leave the words to browsers. */
const MIXED_CONTENT =
  'An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.'

export function inspect(text: string, page: Page): Inspection {
  const read = readSocketUrl(text, PAGES[page])
  if (!read.ok) {
    const parts = read.url === null ? [] : partsOf(read.url, read.part)
    return { parts, url: null, outcome: throws('SyntaxError', read.message) }
  }
  const { url } = read
  if (isMixedContent(url, { protocol: `${page}:` })) {
    const parts = partsOf(url, 'scheme')
    return { parts, url: null, outcome: throws('SecurityError', MIXED_CONTENT) }
  }
  if (hasBlockedPort(url)) {
    const parts = partsOf(url, 'port')
    return { parts, url: url.href, outcome: { kind: 'blockedPort', port: url.port } }
  }
  const { head } = buildRequest({ ...requestedBy(url), key: RFC_KEY })
  const outcome = {
    kind: 'connects',
    isSecure: url.protocol === 'wss:',
    host: url.hostname,
    port: url.port === '' ? defaultPort(url) : url.port,
    request: [
      `${head.method} ${head.target} ${head.version}`,
      ...head.headers.slice(0, 1).map(([name, value]) => `${name}: ${value}`),
    ],
  } as const
  return { parts: partsOf(url, null), url: url.href, outcome }
}

function throws(exception: 'SyntaxError' | 'SecurityError', message: string): Outcome {
  return { kind: 'throws', exception, message: `Failed to construct 'WebSocket': ${message}` }
}

function partsOf(url: URL, refused: PartName | null): readonly Part[] {
  const { href, protocol, username, password, hostname, port, pathname } = url
  const slashes = href.startsWith(`${protocol}//`) ? '//' : ''
  const login = `${username}${password === '' ? '' : `:${password}`}`
  // An empty query and an empty fragment are there too; `search` and `hash` do not show them.
  const [, query = '', fragment = ''] = /^[^?#]*(\?[^#]*)?(#.*)?$/s.exec(href) ?? []
  const isForSockets = protocol === 'ws:' || protocol === 'wss:'
  const texts: readonly (readonly [PartName, string])[] = [
    ['scheme', `${protocol}${slashes}`],
    ['login', login === '' ? '' : `${login}@`],
    ['host', hostname],
    port === '' && isForSockets
      ? ['defaultPort', `:${defaultPort(url)}`]
      : ['port', port === '' ? '' : `:${port}`],
    ['path', pathname],
    ['query', query],
    ['fragment', fragment],
  ]
  return texts
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({ name, text, isRefused: name === refused }))
}

/** RFC 6455 §3. */
const defaultPort = ({ protocol }: URL) => (protocol === 'wss:' ? '443' : '80')
