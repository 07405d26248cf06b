/** Who may send which close code (RFC 6455 §7.4; the WHATWG standard on `close()`). */

/** From the most to the least: each may also send what the ones before it cannot. */
export type Sender =
  /** Any page, by `close()`, and any server. */
  | 'program'
  /** Browser or server themselves, never a page. */
  | 'endpoint'
  /** Only a client, when it wanted an extension that the server did not offer. */
  | 'client'
  /** Only a server, or something in front of it. */
  | 'server'
  | 'nobody'

export interface CloseCodeEntry {
  readonly from: number
  readonly to: number
  /** The registry's name; `null` where a range has none. */
  readonly name: string | null
  readonly sender: Sender
  /** An event can report it although nobody sends it. */
  readonly reported: boolean
  /** Where to read about it. */
  readonly section: string
}

const one = (
  code: number,
  name: string,
  sender: Sender,
  section = 'RFC 6455 §7.4.1',
): CloseCodeEntry => ({
  from: code,
  to: code,
  name,
  sender,
  reported: sender !== 'nobody',
  section,
})

const REGISTRY = 'IANA'

export const CLOSE_CODES: readonly CloseCodeEntry[] = [
  {
    from: 0,
    to: 999,
    name: null,
    sender: 'nobody',
    reported: false,
    section: 'RFC 6455 §7.4.2',
  },
  one(1000, 'Normal Closure', 'program'),
  one(1001, 'Going Away', 'endpoint'),
  one(1002, 'Protocol Error', 'endpoint'),
  one(1003, 'Unsupported Data', 'endpoint'),
  one(1004, 'Reserved', 'nobody'),
  { ...one(1005, 'No Status Received', 'nobody'), reported: true },
  { ...one(1006, 'Abnormal Closure', 'nobody'), reported: true },
  one(1007, 'Invalid Frame Payload Data', 'endpoint'),
  one(1008, 'Policy Violation', 'endpoint'),
  one(1009, 'Message Too Big', 'endpoint'),
  one(1010, 'Mandatory Extension', 'client'),
  one(1011, 'Internal Error', 'endpoint'),
  one(1012, 'Service Restart', 'server', REGISTRY),
  one(1013, 'Try Again Later', 'server', REGISTRY),
  one(1014, 'Bad Gateway', 'server', REGISTRY),
  { ...one(1015, 'TLS Handshake', 'nobody'), reported: false },
  {
    from: 1016,
    to: 2999,
    name: null,
    sender: 'nobody',
    reported: false,
    section: 'RFC 6455 §7.4.2',
  },
  {
    from: 3000,
    to: 3999,
    name: null,
    sender: 'program',
    reported: true,
    section: 'RFC 6455 §7.4.2',
  },
  {
    from: 4000,
    to: 4999,
    name: null,
    sender: 'program',
    reported: true,
    section: 'RFC 6455 §7.4.2',
  },
]

export const GROUPS = ['all', 'program', 'endpoint', 'nobody'] as const
/** `endpoint`: what only browsers or servers send. */
export type Group = (typeof GROUPS)[number]

export function isInGroup({ sender }: CloseCodeEntry, group: Group): boolean {
  switch (group) {
    case 'all':
      return true
    case 'program':
    case 'nobody':
      return sender === group
    case 'endpoint':
      return sender !== 'program' && sender !== 'nobody'
  }
}

/** The entry of a code that somebody typed: one entry, or none where it is no code at all. */
export function entryOf(typed: string): CloseCodeEntry | undefined {
  if (!/^\d{1,5}$/.test(typed)) return undefined
  const code = Number(typed)
  return CLOSE_CODES.find(({ from, to }) => code >= from && code <= to)
}
