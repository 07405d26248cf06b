/** The byte stream under a connection. */
import { previewBytes } from '../describe/preview.ts'
import { MAX_DATA } from '../event-limits.ts'
import { bytes, oneOf, record } from '../shape.ts'
import { connection, type ConnectionEventBase, type Side } from './event-base.ts'
import { receivedAt, say, sentFrom, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

/** A chunk of the byte stream, as one write. */
export interface BytesSent extends ConnectionEventBase {
  readonly type: 'bytesSent'
  readonly data: Uint8Array
}

/** A chunk of the byte stream, as one read. */
export interface BytesReceived extends ConnectionEventBase {
  readonly type: 'bytesReceived'
  readonly data: Uint8Array
}

/** The transport under a connection ended, as this side saw it. */
export interface TransportClosed extends ConnectionEventBase {
  readonly type: 'transportClosed'
  readonly how: 'fin' | 'rst' | 'silence'
  /** Who ended it. */
  readonly by: Side | 'network'
}

export type TransportEvent = BytesSent | BytesReceived | TransportClosed

export interface TransportReaders {
  readonly bytesSent: 'state' | 'observedCapture' | 'wire' | 'chip'
  readonly bytesReceived: 'state' | 'observedCapture' | 'wire'
  readonly transportClosed:
    'state' | 'merge' | 'hiddenCapture' | 'observedCapture' | 'wire' | 'chip'
}

interface Chunk {
  readonly data: Uint8Array
}

export const chunkShape = { ...connection, data: bytes(MAX_DATA) }

export const chunkFields = {
  data: field.string<Chunk>('The octets in hexadecimal: `81 85 37`.', (e) => field.hex(e.data)),
  size: field.number<Chunk>('How many octets.', (e) => e.data.byteLength),
}

export const octetsOfChunk = (event: Chunk): number => event.data.byteLength

export const transportTraits: TraitsOf<TransportEvent> = {
  bytesSent: {
    shape: record<BytesSent>({ ...chunkShape, type: oneOf('bytesSent') }),
    fields: chunkFields,
    seenBy: 'bytes',
    size: octetsOfChunk,
    isDetail: true,
  },
  bytesReceived: {
    shape: record<BytesReceived>({ ...chunkShape, type: oneOf('bytesReceived') }),
    fields: chunkFields,
    seenBy: 'bytes',
    size: octetsOfChunk,
    isDetail: true,
    isArrival: true,
  },
  transportClosed: {
    shape: record<TransportClosed>({
      ...connection,
      type: oneOf('transportClosed'),
      how: oneOf('fin', 'rst', 'silence'),
      by: oneOf('client', 'server', 'network'),
    }),
    fields: {
      how: field.string('`fin`, `rst` or `silence`.', (e) => e.how),
      by: field.string('`client`, `server` or `network`.', (e) => e.by),
    },
    seenBy: 'framesSeen',
    standard: 'RFC 6455 §7.1.1',
    isOnWire: true,
  },
}

export const transportLooks: LooksOf<TransportEvent> = {
  bytesSent: {
    group: 'bytes',
    lane: 'browser',
    direction: sentFrom,
    octets: octetsOfChunk,
    name: (e) => `${String(e.data.length)} B`,
    sentence: (e) => say('bytesSent', {}, previewBytes(e.data, 12)),
  },
  bytesReceived: {
    group: 'bytes',
    lane: 'browser',
    direction: receivedAt,
    octets: octetsOfChunk,
    name: (e) => `${String(e.data.length)} B`,
    sentence: (e) => say('bytesReceived', {}, previewBytes(e.data, 12)),
  },
  transportClosed: {
    group: 'states',
    lane: 'browser',
    direction: ({ by }) => (by === 'network' ? undefined : sentFrom({ side: by })),
    tone: ({ by }) => (by === 'network' ? 'bad' : sentFrom({ side: by })),
    name: (e) => e.how.toUpperCase(),
    sentence: (e) => say(`transport.${e.how}.${e.by}`),
  },
}
