/** Two pages in one browser that connect to one chat, and for whom its server takes them. */
import { headerValues } from '../../core/protocol/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'

/** What the cookie says of `SameSite`. */
export const COOKIES = ['None', 'Lax', 'Strict'] as const
export type Cookie = (typeof COOKIES)[number]

/** The host of the other page. */
export const OTHERS = ['prizes.example', 'wiki.chat.example'] as const
export type Other = (typeof OTHERS)[number]

/** What the server looks at. */
export const DOORS = ['cookie', 'origin', 'ticket'] as const
export type Door = (typeof DOORS)[number]

export interface Settings {
  readonly cookie: Cookie
  readonly other: Other
  readonly door: Door
}

export const FIRST_SETTINGS: Settings = {
  cookie: 'None',
  other: 'prizes.example',
  door: 'cookie',
}

export const CHAT = 'https://chat.example'

/** What became of one page's socket. */
export interface Visit {
  readonly origin: string
  /** The `Cookie` of its request. */
  readonly cookie: string | null
  readonly status: number
  /** What it sent first. */
  readonly sent: string | null
  /** For whom the server took it. */
  readonly user: string | null
}

export interface Outcome {
  readonly settings: Settings
  readonly ada: Visit
  readonly other: Visit
}

/** What a run has to tell, in which Ada's page was the first to connect. */
export function readOutcome(settings: Settings, trace: readonly TraceEvent[]): Outcome {
  return { settings, ada: visitOf('ws-1', trace), other: visitOf('ws-2', trace) }
}

function visitOf(connectionId: string, trace: readonly TraceEvent[]): Visit {
  let visit: Visit = { origin: '', cookie: null, status: 0, sent: null, user: null }
  for (const event of trace) {
    if (!('connectionId' in event) || event.connectionId !== connectionId) continue
    if (event.side !== 'client') continue
    if (event.type === 'willSendHandshakeRequest') {
      const { headers } = event
      const cookie = headerValues(headers, 'cookie')[0] ?? null
      visit = { ...visit, origin: headerValues(headers, 'origin')[0] ?? '', cookie }
    } else if (event.type === 'handshakeResponseReceived') {
      visit = { ...visit, status: event.status }
    } else if (event.type === 'messageSent' && event.data.kind === 'text') {
      visit = { ...visit, sent: event.data.text }
    } else if (event.type === 'messageReceived' && event.data.kind === 'text') {
      visit = { ...visit, user: event.data.text }
    }
  }
  return visit
}

/** Ada is in, and nobody else is in as Ada. */
export const isGood = ({ ada, other }: Outcome): boolean => ada.user !== null && other.user === null
