/** The WebSockets of a run as lines for a terminal: the same messages by websocat and by wscat. */
import type { Created } from '../trace/events/socket.ts'
import type { TraceEvent } from '../trace/event.ts'

/** Connections that are written out. */
const MAX_CONNECTIONS = 20
/** Messages of one connection that are written out. */
const MAX_MESSAGES = 50
/** UTF-16 code units of a message on a line. */
const MAX_LINE = 4_000

export interface CommandWords {
  /** Comments before all lines, one a line. */
  readonly intro: readonly string[]
  connection(number: number, url: string): string
  /** Messages that no line can send. */
  leftOut(count: number): string
  /** wscat sends the first message; a person types the others. */
  thenType: string
}

/**
 * @param at the origin at which the server really is, such as `ws://localhost:8080`; null: where the
 *   run connected to.
 */
export function commandLines(
  events: readonly TraceEvent[],
  at: string | null,
  words: CommandWords,
): string {
  const sockets = events
    .filter((event) => event.type === 'created')
    .filter(({ side }) => side === 'client')
  const shown = sockets.slice(0, MAX_CONNECTIONS)
  if (shown.length === 0) return ''
  const blocks = shown.map((socket, index) => linesOf(socket, index + 1, events, at, words))
  return [words.intro.map((line) => `# ${line}`), ...blocks]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function linesOf(
  socket: Created,
  number: number,
  events: readonly TraceEvent[],
  at: string | null,
  words: CommandWords,
): readonly string[] {
  const url = quoted(urlOf(socket, at))
  const sent = events
    .filter((event) => event.type === 'messageSent')
    .filter((event) => event.side === 'client' && event.connectionId === socket.connectionId)
  const texts = sent
    .flatMap(({ data }) => (data?.kind === 'text' ? [data.text] : []))
    .filter((text) => text.length <= MAX_LINE && !text.includes('\0'))
    .slice(0, MAX_MESSAGES)
  const [first, ...others] = texts
  // A message with a line break is more than one line.
  const isLines = texts.every((text) => !text.includes('\n'))
  const feed = texts.map(quoted).join(' ')
  const pipe = isLines ? `printf '%s\\n' ${feed} | ` : `printf '%s\\0' ${feed} | `
  const { protocols } = socket
  const named = protocols.map((name) => ` --subprotocol ${quoted(name)}`).join('')
  const offered = protocols.length === 0 ? '' : ` --protocol ${quoted(protocols.join(', '))}`
  const leftOut = sent.length - texts.length
  return [
    `# ${words.connection(number, socket.url)}`,
    `${first === undefined ? '' : pipe}websocat -n${isLines ? '' : ' -0'}${offered} ${url}`,
    `wscat -c ${url}${named}${first === undefined ? '' : ` -w 5 -x ${quoted(first)}`}`,
    ...(others.length === 0 ? [] : [`# ${words.thenType}`, ...others.flatMap(comment)]),
    ...(leftOut === 0 ? [] : [`# ${words.leftOut(leftOut)}`]),
  ]
}

/** The path and the query are the program's, wherever the server is. */
function urlOf({ url, routedTo }: Created, at: string | null): string {
  if (at === null) return routedTo ?? url
  const { pathname, search } = new URL(url)
  return `${at}${pathname}${search}`
}

const comment = (text: string) => text.split('\n').map((line) => `#   ${line}`)

/** In a shell of POSIX, nothing within quotation marks means anything but the mark itself. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
