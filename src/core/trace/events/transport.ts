/** The byte stream under a connection. */
import { previewBytes } from '../describe/preview.ts'
import { MAX_DATA } from '../event-limits.ts'
import { bytes, fields, oneOf, type Infer } from '../shape.ts'
import { octetsOfData, ofBody, withoutData } from './body.ts'
import { connection, connectionEvent } from './event-base.ts'
import { receivedAt, say, sentFrom, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

/** A chunk of the byte stream, as one write or one read. */
export const chunk = { ...connection, data: bytes(MAX_DATA) }
const bytesSent = fields({ ...chunk, type: oneOf('bytesSent') })
const bytesReceived = fields({ ...chunk, type: oneOf('bytesReceived') })

const transportClosed = connectionEvent('transportClosed', {
  how: oneOf('fin', 'rst', 'silence'),
  /** Who ended it. */
  by: oneOf('client', 'server', 'network'),
})
/** The transport under a connection ended, as this side saw it. */
export type TransportClosed = Infer<typeof transportClosed>

type BytesEvent = Infer<typeof bytesSent> | Infer<typeof bytesReceived>
export type TransportEvent = BytesEvent | TransportClosed

export interface TransportReaders {
  readonly bytesSent: 'state' | 'observedCapture' | 'wire' | 'chip'
  readonly bytesReceived: 'state' | 'observedCapture' | 'wire'
  readonly transportClosed:
    'state' | 'merge' | 'hiddenCapture' | 'observedCapture' | 'wire' | 'chip'
}

interface Chunk {
  readonly data: Uint8Array
  readonly bodyOmitted?: number
}

export const chunkFields = {
  data: field.string<Chunk>(
    'The octets in hexadecimal: `81 85 37`.',
    ofBody((e) => field.hex(e.data)),
  ),
  size: field.number<Chunk>('How many octets.', octetsOfData),
}

export const sizeOfChunk = (event: Chunk): number => event.data.byteLength
export const bytesOfChunk = (event: Chunk): Uint8Array => event.data

const bytesTraits = {
  fields: chunkFields,
  seenBy: 'bytes',
  size: sizeOfChunk,
  withoutBody: withoutData,
  bytes: bytesOfChunk,
  isDetail: true,
} as const

export const transportTraits: TraitsOf<TransportEvent> = {
  bytesSent: { ...bytesTraits, shape: bytesSent },
  bytesReceived: { ...bytesTraits, shape: bytesReceived, isArrival: true },
  transportClosed: {
    shape: transportClosed,
    fields: {
      how: field.string('`fin`, `rst` or `silence`.', (e) => e.how),
      by: field.string('`client`, `server` or `network`.', (e) => e.by),
    },
    seenBy: 'framesSeen',
    standard: 'RFC 6455 §7.1.1',
    isOnWire: true,
  },
}

export const chunkLook = {
  lane: 'browser',
  octets: octetsOfData,
  name: (e: Chunk) => `${String(octetsOfData(e))} B`,
} as const

const bytesLook = {
  ...chunkLook,
  group: 'bytes',
  sentence: (e: BytesEvent) => say(e.type, {}, previewBytes(e.data, 12)),
} as const

export const transportLooks: LooksOf<TransportEvent> = {
  bytesSent: { ...bytesLook, direction: sentFrom },
  bytesReceived: { ...bytesLook, direction: receivedAt },
  transportClosed: {
    group: 'states',
    lane: 'browser',
    direction: ({ by }) => (by === 'network' ? undefined : sentFrom({ side: by })),
    tone: ({ by }) => (by === 'network' ? 'bad' : sentFrom({ side: by })),
    name: (e) => e.how.toUpperCase(),
    sentence: (e) => say(`transport.${e.how}.${e.by}`),
  },
}
