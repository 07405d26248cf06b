/**
 * Who may send which close code (RFC 6455 §7.4, IANA's registry for 1012 to 1014, and the WHATWG
 * standard on `close()`).
 */

export type Sender =
  /** Any page, by `close()`, and any server. */
  | 'program'
  /** The browser or the server itself, never a page. */
  | 'endpoint'
  /** Only a client that needs an extension which the server did not accept. */
  | 'client'
  /** Only a server or a proxy in front of it. */
  | 'server'
  | 'nobody'

export interface CloseCodeEntry {
  readonly from: number
  readonly to: number
  /** The registry's name; `null` for ranges. */
  readonly name: string | null
  readonly sender: Sender
}

const range = (
  from: number,
  to: number,
  sender: Sender,
  name: string | null = null,
): CloseCodeEntry => ({ from, to, name, sender })
const one = (code: number, name: string, sender: Sender) => range(code, code, sender, name)

export const CLOSE_CODES: readonly CloseCodeEntry[] = [
  range(0, 999, 'nobody'),
  one(1000, 'Normal Closure', 'program'),
  one(1001, 'Going Away', 'endpoint'),
  one(1002, 'Protocol Error', 'endpoint'),
  one(1003, 'Unsupported Data', 'endpoint'),
  one(1004, 'Reserved', 'nobody'),
  one(1005, 'No Status Received', 'nobody'),
  one(1006, 'Abnormal Closure', 'nobody'),
  one(1007, 'Invalid Frame Payload Data', 'endpoint'),
  one(1008, 'Policy Violation', 'endpoint'),
  one(1009, 'Message Too Big', 'endpoint'),
  one(1010, 'Mandatory Extension', 'client'),
  one(1011, 'Internal Error', 'endpoint'),
  one(1012, 'Service Restart', 'server'),
  one(1013, 'Try Again Later', 'server'),
  one(1014, 'Bad Gateway', 'server'),
  one(1015, 'TLS Handshake', 'nobody'),
  range(1016, 2999, 'nobody'),
  range(3000, 3999, 'program'),
  range(4000, 4999, 'program'),
]

/** What may be tried in the figure, by the name of its text. */
export const EXAMPLES = [
  { id: 'done', code: '1000', reason: 'work done' },
  { id: 'bare', code: '', reason: '' },
  { id: 'own', code: '4001', reason: 'session expired' },
  { id: 'leaving', code: '1001', reason: 'leaving' },
  { id: 'abnormal', code: '1006', reason: '' },
  { id: 'long', code: '1000', reason: '汉'.repeat(42) },
] as const

/** What `close()` takes a typed code for; `undefined` where none is typed, `null` for no number. */
export function readCode(typed: string): number | undefined | null {
  const text = typed.trim()
  if (text === '') return undefined
  // Web IDL clamps it to sixteen bits.
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), 65535) : null
}

/** Undefined if the text is not a close code. */
export function entryOf(typed: string): CloseCodeEntry | undefined {
  if (!/^\d{1,5}$/.test(typed)) return undefined
  const code = Number(typed)
  return CLOSE_CODES.find(({ from, to }) => code >= from && code <= to)
}
