/** What the headers of an opening handshake are for (RFC 6455 §4.1, §4.2). */
import { text, type Text } from './text.ts'

const KNOWN = {
  host: 'host',
  upgrade: 'upgrade',
  connection: 'connection',
  origin: 'origin',
  'sec-websocket-key': 'key',
  'sec-websocket-version': 'version',
  'sec-websocket-protocol': 'protocol',
  'sec-websocket-extensions': 'extensions',
  'sec-websocket-accept': 'accept',
  'user-agent': 'userAgent',
  cookie: 'cookie',
  authorization: 'authorization',
  location: 'location',
  'content-type': 'contentType',
  'content-length': 'contentLength',
  date: 'date',
  server: 'server',
} as const satisfies Record<string, string>

function isKnown(name: string): name is keyof typeof KNOWN {
  return Object.hasOwn(KNOWN, name)
}

/** Undefined for a header that has no part in the handshake. */
export function headerMeaning(name: string): Text | undefined {
  const lower = name.toLowerCase()
  return isKnown(lower) ? text(`inspector.header.${KNOWN[lower]}`) : undefined
}
