/** A fragment of a tutorial, which uses names that its page defined elsewhere. */

/** What a name stands for in tutorials. */
const STANDS_FOR = {
  socket: ['ws', 'socket', 'websocket', 'webSocket', 'sock', 'conn', 'connection'],
  text: ['data', 'message', 'msg', 'text'],
  event: ['event', 'evt', 'e', 'ev'],
} as const

export interface MissingName {
  readonly name: string
  readonly kind: keyof typeof STANDS_FOR
  /** The line that failed calls `send()` of it: that takes a socket that is open. */
  readonly sends: boolean
}

/** An exception that ended a program, and the line that threw it. */
interface Thrown {
  readonly name: string
  readonly message: string
  readonly line: string
}

/** The name that a fragment lacks, as the exception tells; null where it lacks none that we know. */
export function missingName({ name: type, message, line }: Thrown): MissingName | null {
  const name = type === 'ReferenceError' ? /^(\S+) is not defined$/u.exec(message)?.[1] : undefined
  // `event` is a global of its own, undefined outside an event (DOM §2.3).
  const isEvent = type === 'TypeError' && /undefined/u.test(message) && /\bevent\s*\./u.test(line)
  const missing = isEvent ? 'event' : name
  if (missing === undefined) return null
  for (const kind of ['socket', 'text', 'event'] as const)
    if (STANDS_FOR[kind].some((known) => known === missing)) {
      const sends =
        kind === 'socket' && new RegExp(`\\b${missing}\\s*\\.\\s*send\\b`, 'u').test(line)
      return { name: missing, kind, sends }
    }
  return null
}

const URL = "'wss://echo.websocket.org'"

/** The fragment as a program that has the name. */
export function withName(source: string, { name, kind, sends }: MissingName): string {
  switch (kind) {
    case 'socket': {
      const opened = `await new Promise((resolve) => {\n  ${name}.onopen = resolve\n})\n`
      return `const ${name} = new WebSocket(${URL})\n${sends ? opened : ''}${source}`
    }
    case 'text':
      return `const ${name} = 'Hello'\n${source}`
    case 'event': {
      const body = source.trimEnd().replaceAll(/^(?=.)/gmu, '  ')
      const opening = `const ws = new WebSocket(${URL})\nws.onopen = () => ws.send('Hello')\n`
      return `${opening}ws.onmessage = (${name}) => {\n${body}\n}\n`
    }
  }
}
