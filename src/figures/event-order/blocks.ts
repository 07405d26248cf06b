/** What there is to put in order: calls, events and what arrives, for each of three servers. */

/** In your code, at the browser, or from the server. */
export type BlockKind = 'call' | 'event' | 'wire'

/** `short` names it where there is less room. */
export const BLOCKS = {
  construct: { kind: 'call', code: 'new WebSocket(url)', short: 'new WebSocket' },
  listen: { kind: 'call', code: 'ws.onopen = …', short: 'ws.onopen =' },
  send: { kind: 'call', code: "ws.send('Hello')", short: 'ws.send()' },
  hangUp: { kind: 'call', code: 'ws.close()', short: 'ws.close()' },
  refusal: { kind: 'wire', code: '401', short: '401' },
  brokenFrame: { kind: 'wire', code: 'opcode 3', short: 'opcode 3' },
  open: { kind: 'event', code: 'open', short: 'open' },
  message: { kind: 'event', code: 'message', short: 'message' },
  error: { kind: 'event', code: 'error', short: 'error' },
  close: { kind: 'event', code: 'close', short: 'close' },
} as const satisfies Readonly<
  Record<string, { readonly kind: BlockKind; readonly code: string; readonly short: string }>
>
export type Block = keyof typeof BLOCKS

/** A row of the list; what stands below `never` does not happen. */
export type Row = Block | 'never'

export const ROUNDS = ['accepts', 'refuses', 'breaks'] as const
export type Round = (typeof ROUNDS)[number]

/** The order that each round begins with. */
export const STARTS: Readonly<Record<Round, readonly Row[]>> = {
  accepts: ['open', 'send', 'construct', 'close', 'listen', 'error', 'message', 'hangUp', 'never'],
  refuses: ['construct', 'open', 'refusal', 'listen', 'close', 'message', 'error', 'never'],
  breaks: ['construct', 'send', 'open', 'error', 'brokenFrame', 'message', 'close', 'never'],
}
