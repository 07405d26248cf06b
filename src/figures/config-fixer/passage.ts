/** What becomes of one handshake that passes a proxy, and of the tunnel behind it. */
import type { TraceEvent } from '../../core/trace/event.ts'

/** How long it is watched, milliseconds. */
export const END = 120_000

/** The lines of the block that can be left out, in their order. */
export const LINES = {
  version: 'proxy_http_version 1.1;',
  upgrade: 'proxy_set_header Upgrade $http_upgrade;',
  connection: 'proxy_set_header Connection "upgrade";',
} as const
export type Line = keyof typeof LINES
export const LINE_NAMES = ['version', 'upgrade', 'connection'] as const

/** As nginx writes them. */
export const TIMEOUTS = ['20s', '60s', '1h'] as const
export type Timeout = (typeof TIMEOUTS)[number]
/** Seconds from one Ping of the server to the next, as text: it is chosen among these. */
export const HEARTBEATS = ['none', '10', '30'] as const
export type Heartbeat = (typeof HEARTBEATS)[number]
/** `strict` reads the version of HTTP, as RFC 6455 §4.2.1 has it. */
export const SERVERS = ['ws', 'strict'] as const
export type ServerKind = (typeof SERVERS)[number]

export interface Settings extends Readonly<Record<Line, boolean>> {
  readonly timeout: Timeout
  readonly heartbeat: Heartbeat
  readonly server: ServerKind
}

export const FIRST_SETTINGS: Settings = {
  ...{ version: true, upgrade: true, connection: true },
  timeout: '60s',
  heartbeat: '30',
  server: 'ws',
}

export interface Passage {
  readonly settings: Settings
  /** Of the request to the proxy and of the one to the server: the lines that a proxy may change. */
  readonly toProxy: readonly string[]
  readonly toServer: readonly string[]
  /** What the page's browser was answered. */
  readonly status: number
  /** When the page's `close` event fired, milliseconds; null if the connection outlasted it all. */
  readonly closedAt: number | null
}

export function configOf(settings: Settings): string {
  const lines = LINE_NAMES.filter((name) => settings[name]).map((name) => LINES[name])
  return [
    'location / {',
    ...[
      'proxy_pass http://localhost:8080;',
      ...lines,
      `proxy_read_timeout ${settings.timeout};`,
    ].map((line) => `  ${line}`),
    '}',
  ].join('\n')
}

/** What a run has to tell. */
export function readPassage(settings: Settings, trace: readonly TraceEvent[]): Passage {
  const heads: string[][] = []
  const seen = new Set<string>()
  for (const event of trace) {
    if (event.type !== 'bytesSent' || event.side !== 'client') continue
    if (seen.has(event.connectionId)) continue
    seen.add(event.connectionId)
    heads.push(linesOf(event.data))
  }
  const response = trace.find(
    (event) => event.type === 'handshakeResponseReceived' && event.connectionId === 'ws-1',
  )
  const closed = trace.find((event) => event.type === 'eventFired' && event.eventType === 'close')
  return {
    settings,
    toProxy: heads[0] ?? [],
    toServer: heads[1] ?? [],
    status: response?.type === 'handshakeResponseReceived' ? response.status : 0,
    closedAt: closed?.time ?? null,
  }
}

function linesOf(octets: Uint8Array): string[] {
  const [first = '', ...fields] = new TextDecoder('latin1').decode(octets).trimEnd().split('\r\n')
  return [first, ...fields.filter((line) => /^(?:host|upgrade|connection):/iu.test(line))]
}
