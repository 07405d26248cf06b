import { Connection, type ConnectionEvent, type ConnectionOptions } from '../index.ts'

/**
 * A line of a dialogue with a connection:
 *
 * - `>> 81 05 "Hello"`: these octets arrive. Octets are hexadecimal, text in quotes is UTF-8.
 * - `>> end`: the peer closes its side of the transport.
 * - `** message "Hello"`: this event is next. Frame events are left out.
 * - `<< 88 02 03e8`: these octets are sent, one chunk a line.
 * - `<< end`: this side of the transport is closed.
 * - a function: a local call.
 *
 * At each change of kind, all events or chunks so far must have been named.
 */
export type Line = string | ((connection: Connection) => void)

/** The masking key of the example in RFC 6455 §5.7. */
export const exampleKey = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)

export interface Outcome {
  /** What happened, in the words of the lines. */
  readonly said: string[]
  readonly connection: Connection
}

/** Plays the lines that go in (`>>` and calls) and returns the whole dialogue as it happened. */
export function play(options: Partial<ConnectionOptions>, lines: readonly Line[]): Outcome {
  const connection = new Connection({
    role: 'server',
    randomBytes: () => exampleKey,
    ...options,
  })
  const said: string[] = []
  const listen = () => {
    for (const event of connection.events()) {
      if (event.type !== 'frame') said.push(`** ${describe(event)}`)
    }
    for (const chunk of connection.dataToSend()) said.push(`<< ${hex(chunk) || 'end'}`)
  }
  for (const line of lines) {
    if (typeof line === 'function') line(connection)
    else if (line === '>> end') connection.receiveEof()
    else if (line.startsWith('>> ')) connection.receiveData(octets(line.slice(3)))
    else continue
    listen()
  }
  return { said, connection }
}

/** What was expected: the lines that come out, spelled like those of `play`. */
export function expected(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => {
    if (typeof line === 'function' || line.startsWith('>> ')) return []
    return line.startsWith('<< ') && line !== '<< end'
      ? [`<< ${hex(octets(line.slice(3)))}`]
      : [line]
  })
}

/** Octets from hexadecimal digits and quoted text. */
export function octets(text: string): Uint8Array {
  const parts = text.match(/"[^"]*"|[0-9a-f]+/g) ?? []
  return Uint8Array.from(
    parts.flatMap((part) =>
      part.startsWith('"')
        ? [...new TextEncoder().encode(part.slice(1, -1))]
        : Array.from({ length: part.length / 2 }, (_, index) =>
            Number.parseInt(part.slice(2 * index, 2 * index + 2), 16),
          ),
    ),
  )
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join(' ')
}

function describe(event: Exclude<ConnectionEvent, { type: 'frame' }>): string {
  switch (event.type) {
    case 'message':
      return `message ${typeof event.data === 'string' ? JSON.stringify(event.data) : hex(event.data)}`
    case 'ping':
    case 'pong':
      return `${event.type} ${hex(event.data)}`.trim()
    case 'close':
      return `close ${event.code} ${JSON.stringify(event.reason)}`
    case 'error':
      return `error ${event.code} ${event.reason} (${event.section})`
  }
}
