/** What each library makes of the same text: the frames that its client sends. */

export const LIBRARIES = [
  'WebSocket',
  'reconnecting-websocket',
  'socket.io-client',
  'graphql-ws',
] as const
export type Library = (typeof LIBRARIES)[number]

/** When something is sent: once the connection is open, for a message, and while nobody speaks. */
export const MOMENTS = ['open', 'message', 'quiet'] as const
export type Moment = (typeof MOMENTS)[number]

/** UTF-16 code units that the reader may write. */
export const MAX_TEXT = 60
export const FIRST_TEXT = 'Tea?'

/** A stretch of a payload: what the reader wrote, or what the library put around it. */
export interface Stretch {
  readonly text: string
  readonly isOwn: boolean
}

export interface SentFrame {
  readonly kind: 'text' | 'pong'
  readonly stretches: readonly Stretch[]
  /** Octets of the payload. */
  readonly payload: number
  /** Octets before the payload, the masking key among them (RFC 6455 §5.2). */
  readonly header: number
}

/** What a library's client sends at a moment; null: nothing. */
export function frameOf(library: Library, moment: Moment, text: string): SentFrame | null {
  switch (moment) {
    case 'open':
      return OPENING[library] === undefined ? null : textFrame([around(OPENING[library])])
    case 'message':
      return textFrame(messageOf(library, text))
    case 'quiet':
      return QUIET[library] ?? null
  }
}

/** Octets of what the reader wrote, as it is in the payload. */
export function ownOctetsOf(frame: SentFrame | null | undefined): number {
  const own = (frame?.stretches ?? []).filter(({ isOwn }) => isOwn)
  return octetsOf(own)
}

const OPENING: Readonly<Partial<Record<Library, string>>> = {
  'socket.io-client': '40',
  'graphql-ws': '{"type":"connection_init"}',
}

/** The server of socket.io asks by a message, that of graphql-ws by a Ping frame. */
const QUIET: Readonly<Partial<Record<Library, SentFrame>>> = {
  'socket.io-client': textFrame([around('3')]),
  'graphql-ws': { kind: 'pong', stretches: [], payload: 0, header: headerOf(0) },
}

/** A client of graphql-ws makes a random id for each operation: this one is as long. */
const ID = '7f3c5d1e-9a2b-4c6d-8e0f-1a2b3c4d5e6f'

function messageOf(library: Library, text: string): readonly Stretch[] {
  switch (library) {
    case 'WebSocket':
    case 'reconnecting-websocket':
      return [own(text)]
    case 'socket.io-client':
      return [around('42["chat","'), own(escaped(text)), around('"]')]
    case 'graphql-ws':
      return [
        around(`{"id":"${ID}","type":"subscribe","payload":{"query":"mutation { say(text: \\"`),
        // A text within a query, which is a text within JSON.
        own(escaped(escaped(text))),
        around('\\") }"}}'),
      ]
  }
}

function around(text: string): Stretch {
  return { text, isOwn: false }
}

function own(text: string): Stretch {
  return { text, isOwn: true }
}

const escaped = (text: string) => JSON.stringify(text).slice(1, -1)

function textFrame(stretches: readonly Stretch[]): SentFrame {
  const payload = octetsOf(stretches)
  return {
    kind: 'text',
    stretches: stretches.filter(({ text }) => text !== ''),
    payload,
    header: headerOf(payload),
  }
}

function octetsOf(stretches: readonly Stretch[]): number {
  return new TextEncoder().encode(stretches.map(({ text }) => text).join('')).length
}

/** RFC 6455 §5.2: two octets, two more for a longer payload, and four of the masking key. */
function headerOf(payload: number): number {
  return (payload < 126 ? 2 : 4) + 4
}
