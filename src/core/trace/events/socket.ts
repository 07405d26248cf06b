/** A WebSocket as its program sees it: made, changing its state, closed. */
import { READY_STATES, type ReadyState } from '../../protocol/ready-state.ts'
import { codeAndReason } from '../describe/frame-payload.ts'
import { MAX_TEXT } from '../event-limits.ts'
import { boolean, integer, list, oneOf, optional, record, text } from '../shape.ts'
import { connection, type ConnectionEventBase } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

/** The program called `new WebSocket`. */
export interface Created extends ConnectionEventBase {
  readonly type: 'created'
  /** `ws.url`: the code's URL, parsed and serialised. */
  readonly url: string
  readonly protocols: readonly string[]
  /** The URL that is really connected to, when routing replaced the code's. */
  readonly routedTo?: string
}

export interface ReadyStateChanged extends ConnectionEventBase {
  readonly type: 'readyStateChanged'
  /** Absent when the socket was just made. */
  readonly from?: ReadyState
  readonly to: ReadyState
}

export interface BufferedAmountChanged extends ConnectionEventBase {
  readonly type: 'bufferedAmountChanged'
  /** Octets. */
  readonly bufferedAmount: number
}

/** The WebSocket connection is closed (RFC 6455 §7.1.4). */
export interface Closed extends ConnectionEventBase {
  readonly type: 'closed'
  readonly code: number
  readonly reason: string
  readonly wasClean: boolean
}

export type SocketEvent = Created | ReadyStateChanged | BufferedAmountChanged | Closed

export interface SocketReaders {
  readonly created: 'state' | 'failure'
  readonly readyStateChanged:
    'state' | 'outcome' | 'merge' | 'runSeries' | 'wire' | 'failure' | 'phrase'
  readonly bufferedAmountChanged: 'state' | 'runSeries'
  readonly closed: 'state' | 'outcome' | 'merge' | 'failure'
}

const line = text(MAX_TEXT)
export const readyState = oneOf(0, 1, 2, 3)

export const socketTraits: TraitsOf<SocketEvent> = {
  created: {
    shape: record<Created>({
      ...connection,
      type: oneOf('created'),
      url: line,
      protocols: list(line, 1024),
      routedTo: optional(line),
    }),
    fields: {
      url: field.string('`ws.url`.', (e) => e.url),
      protocols: field.string('The subprotocols that were offered, joined by `, `.', (e) =>
        e.protocols.join(', '),
      ),
      routedTo: field.string('The URL that is really connected to.', (e) => e.routedTo),
    },
    seenBy: 'both',
    size: (e) => 2 * (e.url.length + (e.routedTo?.length ?? 0)),
    standard: 'WHATWG WebSockets §3.1',
  },
  readyStateChanged: {
    shape: record<ReadyStateChanged>({
      ...connection,
      type: oneOf('readyStateChanged'),
      from: optional(readyState),
      to: readyState,
    }),
    fields: {
      from: field.number('The state before, 0 to 3.', (e) => e.from),
      to: field.number('The state now, 0 to 3.', (e) => e.to),
    },
    seenBy: 'both',
    variant: (e) => e.to,
    standard: 'WHATWG WebSockets §3.1',
  },
  bufferedAmountChanged: {
    shape: record<BufferedAmountChanged>({
      ...connection,
      type: oneOf('bufferedAmountChanged'),
      bufferedAmount: integer(0),
    }),
    fields: { bufferedAmount: field.number('Octets.', (e) => e.bufferedAmount) },
    seenBy: 'neither',
    standard: 'WHATWG WebSockets §3.1',
    isDetail: true,
  },
  closed: {
    shape: record<Closed>({
      ...connection,
      type: oneOf('closed'),
      code: integer(0, 65_535),
      reason: line,
      wasClean: boolean,
    }),
    fields: {
      code: field.number('The close code.', (e) => e.code),
      reason: field.string('The close reason.', (e) => e.reason),
      wasClean: field.boolean('Whether both Close frames were exchanged.', (e) => e.wasClean),
    },
    seenBy: 'both',
    standard: 'RFC 6455 §7.1.4',
    isOnWire: true,
  },
}

const numbered = (state: ReadyState): string => `${String(state)} ${READY_STATES[state]}`

export const socketLooks: LooksOf<SocketEvent> = {
  created: {
    group: 'states',
    lane: 'program',
    // A socket begins in the state CONNECTING.
    tone: 'state-0',
    name: () => 'new WebSocket()',
    sentence: (e) =>
      e.routedTo === undefined
        ? say('created', {}, e.url)
        : say('createdRouted', { routedTo: e.routedTo }, e.url),
  },
  readyStateChanged: {
    group: 'states',
    lane: 'browser',
    tone: (e) => `state-${e.to}`,
    isMarked: (e) => e.side === 'client',
    name: (e) => READY_STATES[e.to],
    sentence: (e) =>
      say(
        'readyState',
        {},
        e.from === undefined ? numbered(e.to) : `${numbered(e.from)} → ${numbered(e.to)}`,
      ),
  },
  bufferedAmountChanged: {
    group: 'bytes',
    lane: 'browser',
    name: () => 'bufferedAmount',
    sentence: (e) => say('bufferedAmount', { octets: e.bufferedAmount }, '', e.bufferedAmount),
  },
  closed: {
    group: 'states',
    lane: 'browser',
    tone: 'state-3',
    name: (e) => `close ${String(e.code)}`,
    sentence: (e) =>
      say(
        `closed.${e.side}.${e.wasClean ? 'clean' : 'unclean'}`,
        {},
        codeAndReason(e.code, e.reason),
      ),
  },
}
